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

/** What the value of this period says, which is in the history. Nothing is divided, so that nothing is rounded. */
export function verdictOf(terms: ValueTerms, startsOn: string, history: History, rhythm: Rhythm): Verdict {
  const value = history.at(startsOn)
  const isBeyond = value && beyond(terms, value, { startsOn, history, rhythm })
  if (!isBeyond) return 'unknown'
  const bound = new Exact(boundOf(terms))
  if (isBeyond(bound)) return 'breach'
  return isBeyond(terms.clear === undefined ? bound : new Exact(terms.clear)) ? 'between' : 'clear'
}

function boundOf(terms: ValueTerms): string {
  switch (terms.kind) {
    case 'above':
    case 'below':
      return terms.bound
    case 'change':
      return terms.by
    case 'deviation':
      return terms.sigmas
  }
}

type At = { startsOn: string; history: History; rhythm: Rhythm }
type IsBeyond = (limit: Decimal) => boolean

/** Whether it lies beyond a limit, in the terms of the rule; null where there is nothing to compare it with. */
function beyond(terms: ValueTerms, value: Decimal, at: At): IsBeyond | null {
  switch (terms.kind) {
    case 'above':
      return (limit) => value.gt(limit)
    case 'below':
      return (limit) => value.lt(limit)
    case 'change':
      return changeBeyond(terms, value, at)
    case 'deviation':
      return deviationBeyond(terms, value, at)
  }
}

function changeBeyond(
  { against, way, isPercent }: Extract<ValueTerms, { kind: 'change' }>,
  value: Decimal,
  { startsOn, history, rhythm }: At,
): IsBeyond | null {
  const before =
    against === 'previous'
      ? previousValue(history, startsOn, rhythm)
      : history.at(yearBefore(rhythm.period, Temporal.PlainDate.from(startsOn)).toString())
  if (!before || (isPercent && before.isZero())) return null
  const change = way === 'rise' ? value.minus(before) : before.minus(value)
  return (limit) => (isPercent ? change.times(100).gt(limit.times(before.abs())) : change.gt(limit))
}

/** Standard deviations are those of the whole group; a value that differs from ones all alike is beyond every limit. */
function deviationBeyond(
  { last, least }: Extract<ValueTerms, { kind: 'deviation' }>,
  value: Decimal,
  { startsOn, history }: At,
): IsBeyond | null {
  const known = history.lastBefore(startsOn, last)
  if (known.length < least) return null
  const count = known.length
  const sum = known.reduce((total, one) => total.plus(one), new Exact(0))
  const squares = known.reduce((total, one) => total.plus(one.times(one)), new Exact(0))
  // Both sides of |value - mean| > limit × deviation, times count, squared.
  const distance = value.times(count).minus(sum).pow(2)
  const spread = squares.times(count).minus(sum.times(sum))
  return (limit) => distance.gt(limit.times(limit).times(spread))
}
