import type { Decimal } from 'decimal.js'
import { LEVELS, type Level } from '../../../alerts/rules/levels.ts'
import type { FormValues } from '../../../chat/form.ts'
import { FieldErrors } from '../../../errors.ts'
import type { Asking } from '../../../flow.ts'
import { readDecimal } from '../../../numbers/rules/read-decimal.ts'
import { plainDecimal } from '../../../numbers/rules/say-decimal.ts'
import { isColleague, membersByIds } from '../../../people/members.ts'
import { MOST_IN_A_ROW } from '../cards/rule-form.ts'
import { ruleWords } from '../messages/rule-forms.ts'
import type { Terms, ValueTerms } from '../rules/terms.ts'
import { whyNotKept } from '../samples/read-sample.ts'
import { channelIn, lineIn } from '../setup/read-kpi.ts'
import type { Kpi } from '../store/kpis.ts'

export type RuleTerms = { terms: Terms; severity: Level; tellIds: string[]; channelId: string | null }
type Reading = { ctx: Asking; kpi: Kpi; values: FormValues; errors: Record<string, string> }
type Words = (typeof ruleWords)['en']

/** What the form says; whatever is wrong stands beside its field. */
export async function readRule(ctx: Asking, kpi: Kpi, values: FormValues): Promise<RuleTerms> {
  const reading: Reading = { ctx, kpi, values, errors: {} }
  const terms = termsIn(reading)
  const read: RuleTerms = {
    terms,
    severity: LEVELS.find((level) => level === values.severity) ?? 'high',
    tellIds: await peopleIn(reading),
    channelId: await channelIn(ctx, values, reading.errors),
  }
  if (Object.keys(reading.errors).length > 0) throw new FieldErrors(reading.errors)
  return read
}

function termsIn(reading: Reading): Terms {
  const kind = lineIn(reading.values, 'kind')
  if (kind === 'missing') return { kind, periods: timesIn(reading, 'bound') }
  const inARow = lineIn(reading.values, 'row') === '' ? 1 : timesIn(reading, 'row')
  const bound = numberIn(reading, 'bound')
  const clear = lineIn(reading.values, 'clear') === '' ? null : numberIn(reading, 'clear')
  const terms = valueTerms(reading, { kind, inARow, bound })
  if (clear && bound) mustBeWithin(reading, terms, { bound, clear })
  return clear ? { ...terms, clear: plainDecimal(clear.value) } : terms
}

type Typed = { value: Decimal; isPercent: boolean }
type Core = { kind: string; inARow: number; bound: Typed | null }

function valueTerms(reading: Reading, { kind, inARow, bound }: Core): ValueTerms {
  const written = plainOf(bound)
  const [way, against] = kind.split('-')
  if (against && bound?.value.lte(0)) reading.errors.bound = wordsOf(reading).positive
  if (against) {
    const compared = {
      against: against === 'year' ? 'year' : 'previous',
      way: way === 'fall' ? 'fall' : 'rise',
    } as const
    return { kind: 'change', ...compared, by: written, isPercent: bound?.isPercent ?? false, inARow }
  }
  if (kind !== 'deviation') return { kind: kind === 'below' ? 'below' : 'above', bound: written, inARow }
  if (bound?.value.lte(0)) reading.errors.bound = wordsOf(reading).positive
  return { kind: 'deviation', sigmas: written, ...lastIn(reading), inARow }
}

const plainOf = (typed: Typed | null): string => (typed ? plainDecimal(typed.value) : '0')

/** Percent are of the KPI itself where it is counted in them. */
function numberIn(reading: Reading, field: string): Typed | null {
  const { values, kpi, errors, ctx } = reading
  const written = readDecimal(lineIn(values, field), kpi.unit)
  if (written.kind !== 'value') {
    errors[field] = wordsOf(reading).badBound
    return null
  }
  const why = whyNotKept(written.value, ctx.locale)
  if (why) errors[field] = why
  return { value: written.value, isPercent: written.unit === 'percent' }
}

/** A rule is calm on the calm side of where it fires. */
function mustBeWithin(reading: Reading, terms: ValueTerms, { bound, clear }: { bound: Typed; clear: Typed }): void {
  const words = wordsOf(reading)
  const isBelow = terms.kind === 'below'
  const isBeyond = isBelow ? clear.value.lt(bound.value) : clear.value.gt(bound.value)
  if (isBeyond) reading.errors.clear = isBelow ? words.clearBelow : words.clearAbove
  if (terms.kind === 'change' && clear.isPercent !== bound.isPercent) reading.errors.clear = words.percentFixed
}

function timesIn(reading: Reading, field: string): number {
  const typed = lineIn(reading.values, field).normalize('NFKC')
  const times = /^\d{1,3}$/.test(typed) ? Number(typed) : 0
  if (times < 1 || times > MOST_IN_A_ROW) reading.errors[field] = wordsOf(reading).wholeTimes
  return times
}

const USUAL_LAST = 30
const USUAL_LEAST = 10

function lastIn(reading: Reading): { last: number; least: number } {
  const typed = lineIn(reading.values, 'last').normalize('NFKC')
  if (typed === '') return { last: USUAL_LAST, least: USUAL_LEAST }
  const numbers = /^\d{1,3}([\s,;]+\d{1,3})?$/.test(typed) ? typed.split(/[\s,;]+/).map(Number) : []
  const [last = 0, least = Math.min(last, USUAL_LEAST)] = numbers
  if (last < 2 || last > 200 || least < 2 || least > last) reading.errors.last = wordsOf(reading).badLast
  return { last, least }
}

async function peopleIn({ ctx, values, errors }: Reading): Promise<string[]> {
  const ids = Array.isArray(values.tells) ? [...new Set<string>(values.tells)] : []
  const known = (await membersByIds(ctx.db, ctx.workspace.id, ids)).filter(isColleague)
  if (known.length < ids.length) errors.tells = ruleWords[ctx.locale].peopleGone
  return known.map(({ id }) => id)
}

const wordsOf = ({ ctx }: Reading): Words => ruleWords[ctx.locale]
