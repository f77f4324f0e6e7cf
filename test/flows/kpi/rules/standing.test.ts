import fc from 'fast-check'
import { Temporal } from 'temporal-polyfill'
import { describe, expect, it } from 'vitest'
import { historyOf, type Sample } from '../../../../src/flows/kpi/rules/history.ts'
import { type Calendar, PERIODS, startOf, writePeriod } from '../../../../src/flows/kpi/rules/period.ts'
import { readPeriod } from '../../../../src/flows/kpi/rules/read-period.ts'
import { AT_FIRST, fullStanding, steppedThrough } from '../../../../src/flows/kpi/rules/standing.ts'
import type { ValueTerms } from '../../../../src/flows/kpi/rules/terms.ts'
import { verdictOf } from '../../../../src/flows/kpi/rules/verdict.ts'
import { Exact } from '../../../../src/numbers/rules/read-decimal.ts'

const calendar: Calendar = { timeZone: 'Europe/Berlin', workingDays: [1, 2, 3, 4, 5], holidays: 'DE', time: '09:00' }
const daily = { period: 'day', calendar } as const
const monday = Temporal.PlainDate.from('2026-03-02')
const day = (nth: number) => monday.add({ days: nth }).toString()
const series = (...values: (number | null)[]): Sample[] =>
  values.flatMap((value, nth) => (value === null ? [] : { startsOn: day(nth), value: new Exact(value) }))

const firingAfter = (terms: ValueTerms, ...values: (number | null)[]) => {
  const samples = series(...values)
  return fullStanding(terms, samples, historyOf(samples), daily).now
}

const above = (bound: string, more: Partial<{ clear: string; inARow: number }> = {}): ValueTerms => ({
  ...{ kind: 'above', bound, inARow: 1 },
  ...more,
})

describe('a bound', () => {
  it.each([
    ['at the bound', above('10'), [10], 0],
    ['above it', above('10'), [10.1], 1],
    ['above it and back', above('10'), [11, 10], 0],
    ['above it, and between the bounds', above('10', { clear: '8' }), [11, 9], 1],
    ['above it, between, above it', above('10', { clear: '8' }), [11, 9, 12], 2],
    ['down to the lower bound', above('10', { clear: '8' }), [11, 9, 8], 0],
    ['twice in a row of three', above('10', { inARow: 3 }), [11, 11], 0],
    ['three times in a row', above('10', { inARow: 3 }), [11, 11, 12, 13], 2],
    ['three times, not in a row', above('10', { inARow: 3 }), [11, 11, 9, 11], 0],
    ['a gap does not end a row', above('10', { inARow: 2 }), [11, null, 11], 1],
    ['below', { kind: 'below', bound: '10', clear: '12', inARow: 1 } as ValueTerms, [9, 11], 1],
    ['below and up', { kind: 'below', bound: '10', clear: '12', inARow: 1 } as ValueTerms, [9, 12], 0],
  ])('%s', (_, terms, values, firings) => {
    expect(firingAfter(terms, ...values).firings).toBe(firings)
  })

  it('is kept exactly', () => {
    const samples = [{ startsOn: day(0), value: new Exact('0.1').plus('0.2') }]
    expect(fullStanding(above('0.3'), samples, historyOf(samples), daily).now.isFiring).toBe(false)
    const large = [{ startsOn: day(0), value: new Exact('1000000000000000.000000001') }]
    expect(fullStanding(above('1000000000000000'), large, historyOf(large), daily).now.isFiring).toBe(true)
  })
})

describe('a change', () => {
  const change = (more: object = {}) =>
    ({ kind: 'change', against: 'previous', way: 'fall', by: '10', isPercent: true, inARow: 1, ...more }) as ValueTerms
  it.each([
    ['the first value', change(), [100], 'unknown'],
    ['by just that much', change(), [100, 90], 'clear'],
    ['by more', change(), [100, 89], 'breach'],
    ['from zero', change(), [0, -5], 'unknown'],
    ['from zero, in its unit', change({ isPercent: false }), [0, -11], 'breach'],
    ['from below zero', change({ way: 'rise' }), [-100, -89], 'breach'],
    ['a working day is missing between', change(), [100, null, 50], 'unknown'],
    ['Monday against Friday', change(), [null, null, null, null, 100, null, null, 80], 'breach'],
    ['Monday against a Sunday that has a value', change(), [null, null, null, null, 100, null, 81, 80], 'clear'],
  ])('%s', (_, terms, values, verdict) => {
    const samples = series(...values)
    expect(verdictOf(terms, day(values.length - 1), historyOf(samples), daily)).toBe(verdict)
  })

  it('is that against the same week of the year before', () => {
    const terms = change({ against: 'year', way: 'rise' })
    const samples = ['2025-W10', '2026-W10'].map((week, nth) => ({
      startsOn: readPeriod(week, 'week', monday)!.toString(),
      value: new Exact(100 + 11 * nth),
    }))
    expect(verdictOf(terms, samples[1]!.startsOn, historyOf(samples), { period: 'week', calendar })).toBe('breach')
  })
})

describe('a deviation', () => {
  const far = (more: object = {}) =>
    ({ kind: 'deviation', sigmas: '2', last: 5, least: 3, inARow: 1, ...more }) as ValueTerms
  it.each([
    ['too little history', far(), [1, 2, 100], 'unknown'],
    ['enough of it', far(), [1, 2, 3, 100], 'breach'],
    ['all alike, and another', far(), [5, 5, 5, 5.01], 'breach'],
    ['all alike, and once more', far(), [5, 5, 5, 5], 'clear'],
    ['what lies further back does not count', far({ last: 3 }), [1000, 1, 2, 3, 2], 'clear'],
  ])('%s', (_, terms, values, verdict) => {
    const samples = series(...values)
    expect(verdictOf(terms, day(values.length - 1), historyOf(samples), daily)).toBe(verdict)
  })
})

const anyTerms: fc.Arbitrary<ValueTerms> = fc.oneof(
  fc.record({
    kind: fc.constantFrom('above' as const, 'below' as const),
    bound: fc.integer({ min: -3, max: 3 }).map(String),
    inARow: fc.integer({ min: 1, max: 3 }),
  }),
  fc.record({
    ...{ kind: fc.constant('above' as const), bound: fc.constant('2'), clear: fc.constant('-1') },
    inARow: fc.integer({ min: 1, max: 3 }),
  }),
  fc.record({
    ...{ kind: fc.constant('change' as const), against: fc.constantFrom('previous' as const, 'year' as const) },
    ...{ way: fc.constantFrom('rise' as const, 'fall' as const), by: fc.constant('1') },
    ...{ isPercent: fc.boolean(), inARow: fc.integer({ min: 1, max: 2 }) },
  }),
  fc.record({
    ...{ kind: fc.constant('deviation' as const), sigmas: fc.constant('1'), last: fc.integer({ min: 2, max: 6 }) },
    ...{ least: fc.constant(2), inARow: fc.constant(1) },
  }),
)

describe('step by step', () => {
  it('leads to the same as all at once, also when the newest value is corrected', () => {
    const values = fc.array(fc.option(fc.integer({ min: -4, max: 4 }), { nil: null }), { maxLength: 40 })
    fc.assert(
      fc.property(
        anyTerms,
        values,
        fc.array(fc.integer({ min: -4, max: 4 }), { maxLength: 4 }),
        (terms, given, again) => {
          const samples = series(...given)
          const last = samples.at(-1)
          let standing = AT_FIRST
          samples.forEach((sample, nth) => {
            const newest = samples[nth - 1]?.startsOn ?? null
            const known = { history: historyOf(samples.slice(0, nth + 1)), rhythm: daily, newest }
            standing = steppedThrough(standing, terms, [sample], known)
          })
          let final = samples
          for (const value of last ? again : []) {
            final = [...samples.slice(0, -1), { startsOn: last!.startsOn, value: new Exact(value) }]
            const known = { history: historyOf(final), rhythm: daily, newest: last!.startsOn }
            standing = steppedThrough(standing, terms, final.slice(-1), known)
          }

          expect(standing).toEqual(fullStanding(terms, final, historyOf(final), daily))
        },
      ),
    )
  })
})

describe('a period', () => {
  it('is read as it is written', () => {
    const days = fc
      .integer({ min: 0, max: 20_000 })
      .map((count) => Temporal.PlainDate.from('1999-12-27').add({ days: count }))
    fc.assert(
      fc.property(fc.constantFrom(...PERIODS), days, (period, date) => {
        const start = startOf(period, date)
        expect(readPeriod(writePeriod(period, start), period, monday)?.toString()).toBe(start.toString())
      }),
    )
  })

  it.each([
    ['', 'day', '2026-03-02'],
    ['yesterday', 'day', '2026-03-01'],
    ['上周', 'week', '2026-02-23'],
    ['last month', 'month', '2026-02-01'],
    ['本季度', 'quarter', '2026-01-01'],
    ['2026年第1季度', 'quarter', '2026-01-01'],
    ['2026年2月', 'month', '2026-02-01'],
    ['2026-02-18', 'week', '2026-02-16'],
    ['2025', 'year', '2025-01-01'],
  ] as const)('“%s” by the %s is %s', (typed, period, start) => {
    expect(readPeriod(typed, period, monday)?.toString()).toBe(start)
  })

  it.each([
    ['2026-W54', 'week'],
    ['2026-13', 'month'],
    ['2026-02', 'week'],
    ['soon', 'day'],
    ['2026-Q5', 'quarter'],
  ] as const)('“%s” is no %s', (typed, period) => {
    expect(readPeriod(typed, period, monday)).toBeNull()
  })
})
