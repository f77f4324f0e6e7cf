import type { Decimal } from 'decimal.js'
import { Temporal } from 'temporal-polyfill'
import type { Locale } from '../../../chat/locale.ts'
import { Exact, readDecimal } from '../../../numbers/rules/read-decimal.ts'
import { sayDecimal } from '../../../numbers/rules/say-decimal.ts'
import { setWords } from '../messages/set.ts'
import { readPeriod } from '../rules/read-period.ts'
import type { Kpi } from '../store/kpis.ts'

/** What can be kept without loss. */
export const LARGEST = new Exact('1e18')
export const MOST_DECIMALS = 18

type Why = { why: string }

/** A value as somebody typed it: exactly that, or why it cannot be. */
export function valueIn(typed: string, { unit }: Pick<Kpi, 'unit'>, locale: Locale): { value: Decimal } | Why {
  const words = setWords[locale]
  const written = readDecimal(typed, unit)
  if (written.kind === 'ambiguous') {
    const [one = '', other = ''] = written.readings.map((read) => sayDecimal(read, unit))
    return { why: words.ambiguous(typed.slice(0, 40), one, other) }
  }
  if (written.kind === 'unclear')
    return { why: written.why === 'empty' ? words.empty : words.noNumber(typed.slice(0, 40)) }
  if (written.unit === 'percent' && unit !== '%') return { why: words.otherUnit(unit) }
  if (written.unit === 'money' && unit === '%') return { why: words.otherUnit(unit) }
  const why = whyNotKept(written.value, locale)
  return why ? { why } : { value: written.value }
}

/** Null where it can be kept exactly. */
export function whyNotKept(value: Decimal, locale: Locale): string | null {
  const words = setWords[locale]
  if (!value.isFinite() || value.abs().gte(LARGEST)) return words.tooLarge
  return value.decimalPlaces() > MOST_DECIMALS ? words.tooPrecise(MOST_DECIMALS) : null
}

type Meant = { kpi: Pick<Kpi, 'period'>; today: Temporal.PlainDate; locale: Locale }

/** The first day of the period that is meant, which has begun; or why it cannot be. */
export function periodIn(typed: string, { kpi, today, locale }: Meant): { start: Temporal.PlainDate } | Why {
  const words = setWords[locale]
  const start = readPeriod(typed, kpi.period, today)
  if (!start) return { why: words.badPeriod(typed.slice(0, 40), words.example[kpi.period]) }
  if (Temporal.PlainDate.compare(start, today) > 0) return { why: words.future(typed.slice(0, 40)) }
  return { start }
}
