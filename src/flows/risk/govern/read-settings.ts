import { readCountry } from '../../../calendar/countries.ts'
import { readZone } from '../../../calendar/read-zone.ts'
import type { FormValues } from '../../../chat/form.ts'
import { textIn } from '../../../chat/typed.ts'
import { FieldErrors } from '../../../errors.ts'
import { policyById } from '../../../escalation/store/policies.ts'
import type { Asking } from '../../../flow.ts'
import { EVERY } from '../rules/review-rhythm.ts'
import type { Settings } from '../store/settings.ts'
import { RHYTHMS } from './cards/settings-form.ts'
import { settingsWords } from './messages/settings.ts'

export type Wanted = Omit<Settings, 'likelihoodWords' | 'impactWords'>
type Errors = Record<string, string>

/** What the form says; whatever is wrong stands beside its field. */
export async function readSettings(ctx: Asking, values: FormValues): Promise<Wanted> {
  const words = settingsWords[ctx.locale]
  const errors: Errors = {}
  const [zone, country] = [textIn(values, 'zone'), textIn(values, 'holidays')]
  const timeZone = readZone(zone)
  const holidays = country === '' ? null : readCountry(country)
  const workingDays = daysIn(values)
  if (!timeZone) errors.zone = words.zoneWrong(zone.slice(0, 60))
  if (country !== '' && !holidays) errors.holidays = words.holidaysWrong(country.slice(0, 60))
  if (workingDays.length === 0) errors.days = words.daysEmpty
  const rhythm = Object.fromEntries(RHYTHMS.map((name) => [name, EVERY.find((every) => every === values[name]) ?? '']))
  for (const name of RHYTHMS) if (rhythm[name] === '') errors[name] = words.everyWrong
  const places = { policyId: textIn(values, 'policy') || null, channelId: textIn(values, 'channel') || null }
  Object.assign(errors, await unusable(ctx, places))
  if (Object.keys(errors).length > 0) throw new FieldErrors(errors)
  return {
    ...{ timeZone: timeZone ?? 'UTC', workingDays, holidays: holidays ?? null },
    ...(rhythm as Pick<Wanted, (typeof RHYTHMS)[number]>),
    ...places,
  }
}

async function unusable(ctx: Asking, { policyId, channelId }: Pick<Wanted, 'policyId' | 'channelId'>): Promise<Errors> {
  const words = settingsWords[ctx.locale]
  const where = { id: channelId ?? '', workspaceId: ctx.workspace.id, closedAt: null }
  const isOpen = channelId === null || (await ctx.db.channel.count({ where })) > 0
  const isKnown = policyId === null || (await policyById(ctx.db, ctx.workspace.id, policyId)) !== null
  return { ...(isOpen ? {} : { channel: words.channelWrong }), ...(isKnown ? {} : { policy: words.policyWrong }) }
}

function daysIn({ days }: FormValues): number[] {
  const chosen = Array.isArray(days) ? [...new Set<number>(days.map(Number))] : []
  return chosen.filter((day) => Number.isInteger(day) && day >= 1 && day <= 7).toSorted((a, b) => a - b)
}
