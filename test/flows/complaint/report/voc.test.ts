import fc from 'fast-check'
import { Temporal } from 'temporal-polyfill'
import { describe, expect, it } from 'vitest'
import { medianOf, percentileOf } from '../../../../src/flows/complaint/rules/percentile.ts'
import { spanOf, trendWeeks } from '../../../../src/flows/complaint/rules/period.ts'
import { type Case, type Facts, trendOf, vocOf, weightOf } from '../../../../src/flows/complaint/rules/voc.ts'

const DAY = 86_400_000
const day = (number: number) => number * DAY
const SPAN = { from: day(100), to: day(107) }
const NOTHING: Facts = { cases: [], promises: [], verdicts: [] }

const complaint = (given: Partial<Case>): Case => ({
  ...{ id: String(given.number ?? 1), number: 1, severity: 3, type: 'other', family: null },
  ...{ receivedAt: day(101), customerId: 'acme', customer: 'Acme', isMerged: false, customers: 1, turns: [] },
  ...given,
})

describe('the voice of the customer', () => {
  it('counts what was received, closed and open, and nothing outside of its span', () => {
    const cases = [
      complaint({ number: 1, receivedAt: day(90) }),
      complaint({ number: 2, receivedAt: day(100), turns: [{ at: day(103), ends: true }] }),
      complaint({ number: 3, receivedAt: day(106) }),
      complaint({ number: 4, receivedAt: day(107) }),
      complaint({ number: 5, receivedAt: day(90), turns: [{ at: day(99), ends: true }] }),
    ]

    const { received, closed, open } = vocOf({ ...NOTHING, cases }, SPAN)

    expect({ received, closed, open }).toEqual({ received: 2, closed: 1, open: 2 })
  })

  it('counts a reopened complaint as open, and as closed once however often it was', () => {
    const turns = [
      { at: day(101), ends: true },
      { at: day(102), ends: false },
      { at: day(103), ends: true },
      { at: day(104), ends: false },
    ]

    const { closed, open } = vocOf({ ...NOTHING, cases: [complaint({ turns })] }, SPAN)

    expect({ closed, open }).toEqual({ closed: 1, open: 1 })
  })

  it('counts what was merged with the one that it was merged into', () => {
    const cases = [
      complaint({ number: 1, customers: 2, severity: 2 }),
      complaint({ number: 2, isMerged: true, customerId: 'other', turns: [{ at: day(101), ends: true }] }),
    ]

    const { received, pressing } = vocOf({ ...NOTHING, cases }, SPAN)

    expect(received).toBe(1)
    expect(pressing).toEqual([{ number: 1, customers: 2, weight: 6 }])
  })

  it('decides a promise when it is kept or broken, whichever is first', () => {
    const promise = (startedAt: number, metAt: number | null, breachedAt: number | null) => ({
      ...{ kind: 'reply' as const, startedAt: day(startedAt) },
      ...{ metAt: metAt && day(metAt), breachedAt: breachedAt && day(breachedAt) },
    })
    const promises = [
      promise(100, 101, null),
      promise(99, 103, null),
      promise(100, 105, 102),
      promise(98, 100, 99),
      promise(101, null, 103),
      promise(106, null, null),
    ]

    const { reply, acknowledge } = vocOf({ ...NOTHING, promises }, SPAN)

    expect(reply).toEqual({ decided: 4, within: 2, share: 0.5, median: 3 * 1_440, p90: 5 * 1_440 })
    expect(acknowledge).toEqual({ decided: 0, within: 0, share: null, median: null, p90: null })
  })

  it('names customers who came twice within 90 days, one of the times in its span', () => {
    const cases = [
      complaint({ number: 1, receivedAt: day(20), customerId: 'a', customer: 'Ada' }),
      complaint({ number: 2, receivedAt: day(102), customerId: 'a', customer: 'Ada' }),
      complaint({ number: 3, receivedAt: day(10), customerId: 'b', customer: 'Bo' }),
      complaint({ number: 4, receivedAt: day(102), customerId: 'b', customer: 'Bo' }),
      complaint({ number: 5, receivedAt: day(80), customerId: 'c', customer: 'Cy' }),
      complaint({ number: 6, receivedAt: day(90), customerId: 'c', customer: 'Cy' }),
    ]

    expect(vocOf({ ...NOTHING, cases }, SPAN).repeats).toEqual([{ customer: 'Ada', count: 2 }])
  })

  it('calls four and five satisfied', () => {
    const verdicts = [1, 3, 4, 5].map((score) => ({ at: day(101), score }))

    expect(vocOf({ ...NOTHING, verdicts }, SPAN).csat).toEqual({ answers: 4, mean: 3.25, satisfied: 0.5 })
    expect(vocOf(NOTHING, SPAN).csat).toEqual({ answers: 0, mean: null, satisfied: null })
  })

  it('says the same in the trend as in the reports of its weeks', () => {
    const turn = fc.record({ at: fc.integer({ min: day(80), max: day(120) }), ends: fc.boolean() })
    const someCase = fc.record({ receivedAt: fc.integer({ min: day(80), max: day(110) }), turns: fc.array(turn) })
    fc.assert(
      fc.property(fc.array(someCase, { maxLength: 20 }), (given) => {
        const cases = given.map(({ receivedAt, turns }, number) =>
          complaint({ number, receivedAt, turns: turns.toSorted((a, b) => a.at - b.at) }),
        )
        const spans = [SPAN, { from: SPAN.to, to: SPAN.to + day(7) }]

        const trend = trendOf({ ...NOTHING, cases }, spans)

        for (const [at, span] of spans.entries()) {
          const { received, closed, open, classes } = vocOf({ ...NOTHING, cases }, span)
          expect(trend[at]).toEqual({ ...span, received, closed, open })
          expect(
            Object.values(classes)
              .flatMap(Object.values)
              .reduce((sum: number, one: number) => sum + one, 0),
          ).toBe(received)
        }
      }),
    )
  })

  it('weighs the gravest four times as much as the least', () => {
    expect(weightOf({ severity: 1, customers: 3 })).toBe(12)
    expect(weightOf({ severity: 4, customers: 3 })).toBe(3)
  })
})

describe('medians and percentiles', () => {
  it.each([
    { values: [], median: null, p90: null },
    { values: [7], median: 7, p90: 7 },
    { values: [3, 1, 2], median: 2, p90: 3 },
    { values: [4, 1, 3, 2], median: 2.5, p90: 4 },
    { values: [10, 20, 30, 40, 50, 60, 70, 80, 90, 100], median: 55, p90: 90 },
  ])('of $values are $median and $p90', ({ values, median, p90 }) => {
    expect(medianOf(values)).toBe(median)
    expect(percentileOf(values, 0.9)).toBe(p90)
  })

  it('leave the right share on each side', () => {
    const values = fc.array(fc.integer(), { minLength: 1 })
    fc.assert(
      fc.property(values, fc.double({ min: 0.01, max: 1, noNaN: true }), (all, share) => {
        const found = percentileOf(all, share) ?? Number.NaN

        expect(all.filter((one) => one <= found).length).toBeGreaterThanOrEqual(share * all.length)
        expect(all.filter((one) => one < found).length).toBeLessThan(share * all.length + 1)
        expect(medianOf(all.map((one) => -one))).toBeCloseTo(-(medianOf(all) ?? Number.NaN))
      }),
    )
  })
})

describe('the weeks of the trend', () => {
  it('are twelve whole ones, over a change of the clocks too', () => {
    const today = Temporal.PlainDate.from('2026-11-25')
    const weeks = trendWeeks({ from: today, to: today })
    const spans = weeks.map((week) => spanOf(week, 'Europe/Berlin'))

    expect(weeks.map(({ from }) => from.toString())).toEqual([
      ...['2026-09-07', '2026-09-14', '2026-09-21', '2026-09-28', '2026-10-05', '2026-10-12'],
      ...['2026-10-19', '2026-10-26', '2026-11-02', '2026-11-09', '2026-11-16', '2026-11-23'],
    ])
    expect(spans.slice(1).map(({ from }) => from)).toEqual(spans.slice(0, -1).map(({ to }) => to))
    expect(spans.map(({ from, to }) => (to - from) / 3_600_000)).toEqual(spans.map((_, at) => (at === 6 ? 169 : 168)))
  })
})
