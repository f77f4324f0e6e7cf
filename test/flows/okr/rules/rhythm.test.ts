import fc from 'fast-check'
import { Temporal } from 'temporal-polyfill'
import { describe, expect, it } from 'vitest'
import { quarterAfter, quarterOf, readPeriod } from '../../../../src/flows/okr/rules/cycles.ts'
import { latestDue, nextDue, type Rhythm } from '../../../../src/flows/okr/rules/rhythm.ts'
import { daysOpen, isFresh, stagesAfter } from '../../../../src/flows/okr/rules/turns.ts'

const date = (iso: string) => Temporal.PlainDate.from(iso)
const anchor = date('2026-10-01')
const first = (rhythm: Rhythm, count: number) => {
  const found: string[] = []
  for (let at = nextDue(rhythm, anchor, anchor.subtract({ days: 1 })); at && found.length < count; ) {
    found.push(at.toString())
    at = nextDue(rhythm, anchor, at)
  }
  return found
}

describe('when a check-in is due', () => {
  it.each([
    [{ every: 'week', day: 1 }, ['2026-10-05', '2026-10-12', '2026-10-19']],
    [{ every: 'week', day: 4 }, ['2026-10-01', '2026-10-08', '2026-10-15']],
    [{ every: 'fortnight', day: 5 }, ['2026-10-02', '2026-10-16', '2026-10-30']],
    [{ every: 'fortnight', day: 1 }, ['2026-10-12', '2026-10-26', '2026-11-09']],
    [{ every: 'month', day: 1 }, ['2026-10-05', '2026-11-02', '2026-12-07']],
    [{ every: 'never', day: 1 }, []],
  ] as [Rhythm, string[]][])('%o', (rhythm, dates) => {
    expect(first(rhythm, 3)).toEqual(dates)
  })

  it('comes on its weekday, later and later, and the latest one is that which was next', () => {
    const rhythms = fc.record({
      every: fc.constantFrom('week' as const, 'fortnight' as const, 'month' as const),
      day: fc.integer({ min: 1, max: 7 }),
    })
    fc.assert(
      fc.property(rhythms, fc.integer({ min: 0, max: 120 }), (rhythm, days) => {
        const today = anchor.add({ days })
        const next = nextDue(rhythm, anchor, today)
        expect(next?.dayOfWeek).toBe(rhythm.day)
        expect(Temporal.PlainDate.compare(next ?? today, today)).toBe(1)
        expect(latestDue(rhythm, anchor, next ?? today)?.toString()).toBe(next?.toString())
        const latest = latestDue(rhythm, anchor, today)
        if (latest) expect(nextDue(rhythm, anchor, latest)?.toString()).toBe(next?.toString())
      }),
    )
  })
})

describe('a question that stays open', () => {
  it('is followed up after so many days, and never where that is 0', () => {
    const after = { nudge: 2, lead: 4, manager: 6 }
    expect([0, 1, 2, 3, 4, 5, 6, 7].map((days) => stagesAfter(days, after).length)).toEqual([0, 0, 1, 1, 2, 2, 3, 3])
    expect(stagesAfter(9, { ...after, lead: 0 })).toEqual(['nudge', 'manager'])
  })

  it('does not grow older while its owner is away', () => {
    const away = (day: Temporal.PlainDate) => day.toString() >= '2026-10-06' && day.toString() <= '2026-10-08'
    expect(daysOpen(date('2026-10-05'), date('2026-10-09'), () => false)).toBe(4)
    expect(daysOpen(date('2026-10-05'), date('2026-10-09'), away)).toBe(1)
    expect(daysOpen(date('2026-10-05'), date('2026-10-05'), away)).toBe(0)
  })

  it('is not asked of whoever has just checked in', () => {
    expect(isFresh(null, date('2026-10-05'), 3)).toBe(false)
    expect(isFresh(date('2026-10-02'), date('2026-10-05'), 3)).toBe(true)
    expect(isFresh(date('2026-10-01'), date('2026-10-05'), 3)).toBe(false)
    expect(isFresh(date('2026-10-06'), date('2026-10-05'), 3)).toBe(true)
  })
})

describe('a cycle', () => {
  it.each([
    ['2026-11-26', 1, '2026 Q4', '2026-10-01', '2026-12-31'],
    ['2026-01-01', 1, '2026 Q1', '2026-01-01', '2026-03-31'],
    ['2026-11-26', 4, 'FY2027 Q3', '2026-10-01', '2026-12-31'],
    ['2026-03-31', 4, 'FY2026 Q4', '2026-01-01', '2026-03-31'],
    ['2027-01-15', 11, 'FY2027 Q1', '2026-11-01', '2027-01-31'],
  ])('of %s with the year from month %d is %s', (today, start, name, startsOn, endsOn) => {
    const found = quarterOf(date(today), start)
    expect([found.name, `${found.startsOn}`, `${found.endsOn}`]).toEqual([name, startsOn, endsOn])
  })

  it('follows the one before without a gap', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 2_000 }), fc.integer({ min: 1, max: 12 }), (days, start) => {
        const one = quarterOf(date('2025-01-01').add({ days }), start)
        const next = quarterAfter(one, start)
        expect(`${next.startsOn}`).toBe(`${one.endsOn.add({ days: 1 })}`)
        expect(readPeriod(one.name, date('2025-01-01'), start)).toMatchObject({ name: one.name })
      }),
    )
  })

  it.each([
    ['Q4', '2026 Q4'],
    ['2027 q1', '2027 Q1'],
    ['q2 2027', '2027 Q2'],
    ['2026年第四季度', '2026 Q4'],
    ['三季度', '2026 Q3'],
    ['next', '2027 Q1'],
    ['下季度', '2027 Q1'],
    ['本季度', '2026 Q4'],
  ])('is read from “%s”', (typed, name) => {
    expect(readPeriod(typed, date('2026-11-26'), 1)?.name).toBe(name)
  })

  it('is read from two dates, and not from anything else', () => {
    expect(readPeriod('2026-11-01 to 2027-02-28', date('2026-11-26'), 1)).toMatchObject({
      name: '2026-11-01 – 2027-02-28',
    })
    for (const typed of ['', 'Q5', '4', 'soon', '2026-12-01 2026-11-01'])
      expect(readPeriod(typed, date('2026-11-26'), 1)).toBeNull()
  })
})
