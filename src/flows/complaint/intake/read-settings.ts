import { readCountry } from '../../../calendar/countries.ts'
import { readZone } from '../../../calendar/read-zone.ts'
import type { FormValues } from '../../../chat/form.ts'
import { LOCALES } from '../../../chat/locale.ts'
import { FieldErrors } from '../../../errors.ts'
import { policyById } from '../../../escalation/store/policies.ts'
import type { Asking } from '../../../flow.ts'
import type { Settings } from '../store/settings.ts'
import { readSpans } from './hours.ts'
import { LONGEST_COMPANY } from './limits.ts'
import { settingsWords } from './messages/settings.ts'
import { isUsableChannel, isUsableOwner } from './read-rule.ts'

type Errors = Record<string, string>
type Reading = { values: FormValues; words: (typeof settingsWords)['en']; errors: Errors }

/** What the form says; whatever is wrong stands beside its field. */
export async function readSettings(ctx: Asking, values: FormValues): Promise<Settings> {
  const form: Reading = { values, words: settingsWords[ctx.locale], errors: {} }
  const settings: Settings = {
    triageChannelId: textOf(form, 'triage') || null,
    dutyOwnerId: textOf(form, 'duty') || null,
    calendar: {
      timeZone: readZone(textOf(form, 'zone')) ?? wrong(form, 'zone', form.words.zoneWrong, 'UTC'),
      days: readDays(form),
      spans: readHours(form),
      holidays: readHolidays(form),
    },
    companyName: readCompany(form),
    customerLocale: LOCALES.find((locale) => locale === values.language) ?? 'en',
    policyId: textOf(form, 'policy') || null,
  }
  const errors = { ...form.errors, ...(await unusable(ctx, settings)) }
  if (Object.keys(errors).length > 0) throw new FieldErrors(errors)
  return settings
}

async function unusable(ctx: Asking, { triageChannelId, dutyOwnerId, policyId }: Settings): Promise<Errors> {
  const words = settingsWords[ctx.locale]
  const isKnown = policyId === null || (await policyById(ctx.db, ctx.workspace.id, policyId)) !== null
  return {
    ...((await isUsableChannel(ctx, triageChannelId)) ? {} : { triage: words.triageWrong }),
    ...((await isUsableOwner(ctx, dutyOwnerId)) ? {} : { duty: words.dutyWrong }),
    ...(isKnown ? {} : { policy: words.policyWrong }),
  }
}

const textOf = ({ values }: Reading, field: string): string => {
  const value = values[field]
  return typeof value === 'string' ? value.trim() : ''
}

function wrong<Value>(form: Reading, field: string, sentence: (typed: string) => string, instead: Value): Value {
  form.errors[field] = sentence(textOf(form, field).slice(0, 60))
  return instead
}

function readCompany(form: Reading): string | null {
  const name = textOf(form, 'company').replace(/\s+/gu, ' ')
  if (name.length > LONGEST_COMPANY) return wrong(form, 'company', () => form.words.companyWrong(LONGEST_COMPANY), null)
  return name || null
}

function readDays({ values, words, errors }: Reading): number[] {
  const days = Array.isArray(values.days) ? [...new Set<number>(values.days.map(Number))] : []
  const known = days.filter((day) => Number.isInteger(day) && day >= 1 && day <= 7)
  if (known.length === 0) errors.days = words.daysEmpty
  return known.toSorted((a, b) => a - b)
}

function readHours(form: Reading): Settings['calendar']['spans'] {
  const spans = readSpans(textOf(form, 'spans'))
  if (spans === 'unreadable') return wrong(form, 'spans', form.words.spansWrong, [])
  return spans === 'overlap' ? wrong(form, 'spans', () => form.words.spansOverlap, []) : spans
}

function readHolidays(form: Reading): string | null {
  if (textOf(form, 'holidays') === '') return null
  return readCountry(textOf(form, 'holidays')) ?? wrong(form, 'holidays', form.words.holidaysWrong, null)
}
