import type { Decimal } from 'decimal.js'
import { Temporal } from 'temporal-polyfill'
import { Exact } from '../../../numbers/rules/read-decimal.ts'
import { type History, previousValue } from './history.ts'
import { type Calendar, type Period, yearBefore } from './period.ts'
import type { ValueTerms } from './terms.ts'

/** What one value says to a rule; `unknown` where there is nothing to compare it with. */
export type Verdict = 'breach' | 'between' | 'clear' | 'unknown'

/** The KPI's periods and when values are expected. */
export type Rhythm = { period: Period; calendar: Calendar }

/** What the value of this period says, which is in the history. */
export function verdictOf(terms: ValueTerms, startsOn: string, history: History, rhythm: Rhythm): Verdict {
  const value = history.at(startsOn)
  if (!value) return 'unknown'
  const measured = measuredOf(terms, value, { startsOn, history, rhythm })
  if (measured === null) return 'unknown'
  const { bound, isBelow } = boundOf(terms)
  const isBeyond = (limit: Decimal) => (isBelow ? measured.lt(limit) : measured.gt(limit))
  if (isBeyond(bound)) return 'breach'
  return isBeyond(new Exact(terms.clear ?? bound)) ? 'between' : 'clear'
}

const boundOf = (terms: ValueTerms): { bound: Decimal; isBelow: boolean } => {
  const bound = terms.kind === 'change' ? terms.by : terms.kind === 'deviation' ? terms.sigmas : terms.bound
  return { bound: new Exact(bound), isBelow: terms.kind === 'below' }
}

type At = { startsOn: string; history: History; rhythm: Rhythm }

/** What the rule compares with its bound: the value, how much it rose or fell, or its distance from the mean; null where unknown. */
export function measuredOf(terms: ValueTerms, value: Decimal, at: At): Decimal | null {
  switch (terms.kind) {
    case 'above':
    case 'below':
      return value
    case 'change':
      return changeOf(terms, value, at)
    case 'deviation':
      return deviationOf(terms, value, at)
  }
}

function changeOf(
  { against, way, isPercent }: Extract<ValueTerms, { kind: 'change' }>,
  value: Decimal,
  { startsOn, history, rhythm }: At,
): Decimal | null {
  const before =
    against === 'previous'
      ? previousValue(history, startsOn, rhythm)
      : history.at(yearBefore(rhythm.period, Temporal.PlainDate.from(startsOn)).toString())
  if (!before || (isPercent && before.isZero())) return null
  const rise = value.minus(before)
  const change = isPercent ? rise.div(before.abs()).times(100) : rise
  return way === 'rise' ? change : change.neg()
}

/** In standard deviations (of the whole group) from the mean; a value that differs from ones all alike is infinitely far. */
function deviationOf(
  { last, least }: Extract<ValueTerms, { kind: 'deviation' }>,
  value: Decimal,
  { startsOn, history }: At,
): Decimal | null {
  const known = history.lastBefore(startsOn, last)
  if (known.length < least) return null
  const count = known.length
  const mean = known.reduce((sum, one) => sum.plus(one), new Exact(0)).div(count)
  const variance = known.reduce((sum, one) => sum.plus(one.minus(mean).pow(2)), new Exact(0)).div(count)
  const distance = value.minus(mean).abs()
  if (variance.isZero()) return distance.isZero() ? new Exact(0) : new Exact(Number.POSITIVE_INFINITY)
  return distance.div(variance.sqrt())
}
