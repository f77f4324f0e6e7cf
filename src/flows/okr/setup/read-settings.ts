import { readCountry } from '../../../calendar/countries.ts'
import { readTime } from '../../../calendar/read-time.ts'
import { readZone } from '../../../calendar/read-zone.ts'
import type { FormValues } from '../../../chat/form.ts'
import { textIn } from '../../../chat/typed.ts'
import { FieldErrors } from '../../../errors.ts'
import { policyById } from '../../../escalation/store/policies.ts'
import type { Asking } from '../../../flow.ts'
import { EVERY } from '../rules/rhythm.ts'
import type { Settings } from '../store/settings.ts'
import { LONGEST_WAIT } from './cards/settings-form.ts'
import { settingsWords } from './messages/settings.ts'

type Errors = Record<string, string>
type Reading = { values: FormValues; words: (typeof settingsWords)['en']; errors: Errors }

/** What the form says; whatever is wrong stands beside its field. */
export async function readSettings(ctx: Asking, values: FormValues): Promise<Settings> {
  const form: Reading = { values, words: settingsWords[ctx.locale], errors: {} }
  const settings: Settings = {
    fiscalStart: Math.min(12, Math.max(1, Number(textIn(values, 'fiscal')) || 1)),
    timeZone:
      readZone(textIn(values, 'zone')) ?? wrong(form, 'zone', { sentence: form.words.zoneWrong, instead: 'UTC' }),
    workingDays: readWorkingDays(form),
    holidays: readHolidays(form),
    every: EVERY.find((every) => every === values.every) ?? 'week',
    day: Math.min(7, Math.max(1, Number(textIn(values, 'day')) || 1)),
    time:
      readTime(textIn(values, 'time')) ??
      wrong(form, 'time', { sentence: () => form.words.timeEmpty, instead: '09:00' }),
    freshDays: wait(form, 'fresh'),
    nudgeAfter: wait(form, 'nudge'),
    leadAfter: wait(form, 'lead'),
    managerAfter: wait(form, 'manager'),
    policyId: textIn(values, 'policy') || null,
    whenAway: values.away === 'backup' ? 'backup' : 'wait',
    digestChannelId: textIn(values, 'digest') || null,
  }
  const errors = { ...form.errors, ...disorder(form, settings), ...(await unusable(ctx, settings)) }
  if (Object.keys(errors).length > 0) throw new FieldErrors(errors)
  return settings
}

async function unusable(ctx: Asking, { policyId, digestChannelId }: Settings): Promise<Errors> {
  const words = settingsWords[ctx.locale]
  const where = { id: digestChannelId ?? '', workspaceId: ctx.workspace.id, closedAt: null }
  const isOpen = digestChannelId === null || (await ctx.db.channel.count({ where })) > 0
  const isKnown = policyId === null || (await policyById(ctx.db, ctx.workspace.id, policyId)) !== null
  return { ...(isOpen ? {} : { digest: words.channelWrong }), ...(isKnown ? {} : { policy: words.policyWrong }) }
}

/** Each step that there is comes after the one before it. */
function disorder({ words }: Reading, { nudgeAfter, leadAfter, managerAfter }: Settings): Errors {
  const steps = [
    { field: 'nudge', after: nudgeAfter },
    { field: 'lead', after: leadAfter },
    { field: 'manager', after: managerAfter },
  ].filter(({ after }) => after > 0)
  const early = steps.find(({ after }, at) => at > 0 && after <= (steps[at - 1]?.after ?? 0))
  return early ? { [early.field]: words.orderWrong } : {}
}

type Instead<Value> = { sentence: (typed: string) => string; instead: Value }

function wrong<Value>({ values, errors }: Reading, field: string, { sentence, instead }: Instead<Value>): Value {
  errors[field] = sentence(textIn(values, field).slice(0, 60))
  return instead
}

function wait(form: Reading, field: string): number {
  const typed = textIn(form.values, field) || '0'
  const days = /^\d{1,3}$/.test(typed.normalize('NFKC')) ? Number(typed.normalize('NFKC')) : -1
  if (days >= 0 && days <= LONGEST_WAIT) return days
  return wrong(form, field, { sentence: () => form.words.numberWrong(LONGEST_WAIT), instead: 0 })
}

function readWorkingDays({ values, words, errors }: Reading): number[] {
  const chosen = Array.isArray(values.days) ? [...new Set<number>(values.days.map(Number))] : []
  const days = chosen.filter((day) => Number.isInteger(day) && day >= 1 && day <= 7)
  if (days.length === 0) errors.days = words.daysEmpty
  return days.toSorted((a, b) => a - b)
}

function readHolidays(form: Reading): string | null {
  const typed = textIn(form.values, 'holidays')
  if (typed === '') return null
  return readCountry(typed) ?? wrong(form, 'holidays', { sentence: form.words.holidaysWrong, instead: null })
}
