import fc from 'fast-check'
import { Temporal } from 'temporal-polyfill'
import { describe, expect, it } from 'vitest'
import { nextReview, reviewAfterAssessment } from '../../../../src/flows/risk/rules/next-review.ts'
import { workingDaysLate } from '../../../../src/flows/risk/rules/overdue.ts'
import { EVERY } from '../../../../src/flows/risk/rules/review-rhythm.ts'

const day = (iso: string) => Temporal.PlainDate.from(iso)
const MONDAY_TO_FRIDAY = { workingDays: [1, 2, 3, 4, 5], holidays: 'DE' }

it.each([
  ['week', '2026-01-31', '2026-02-07'],
  ['month', '2026-01-31', '2026-02-28'],
  ['quarter', '2026-11-30', '2027-02-28'],
  ['year', '2028-02-29', '2029-02-28'],
  ['never', '2026-01-31', 'null'],
] as const)('comes again after a %s from %s on %s', (every, from, next) => {
  expect(String(nextReview(day(from), every))).toBe(next)
})

it('never lets a review that is due slip away by an assessment, and follows a new level', () => {
  const days = fc.integer({ min: -400, max: 400 })
  fc.assert(
    fc.property(days, fc.constantFrom(...EVERY), fc.boolean(), (ahead, every, isLevelNew) => {
      const today = day('2026-03-02')
      const present = today.add({ days: ahead })
      const next = reviewAfterAssessment({ every, today, present, isLevelNew })
      expect(String(next)).toBe(String(ahead <= 0 || !isLevelNew ? present : nextReview(today, every)))
    }),
  )
})

describe('working days late', () => {
  const here = (today: string) => ({ today: day(today), isAway: () => false, standInId: null })

  it.each([
    ['2026-03-09', '2026-03-09', 0],
    ['2026-03-09', '2026-03-12', 3],
    ['2026-03-06', '2026-03-10', 2],
    ['2026-03-07', '2026-03-09', 0],
    ['2026-05-01', '2026-05-05', 1],
    ['2026-03-10', '2026-03-09', 0],
  ])('of what is due on %s are, on %s, %i', (due, today, late) => {
    expect(workingDaysLate(day(due), here(today), MONDAY_TO_FRIDAY)).toBe(late)
  })

  it('do not count where they are away and nobody stands in', () => {
    const away = { ...here('2026-03-12'), isAway: (date: Temporal.PlainDate) => date.day < 12 }
    expect(workingDaysLate(day('2026-03-09'), away, MONDAY_TO_FRIDAY)).toBe(0)
    expect(workingDaysLate(day('2026-03-09'), { ...away, standInId: 'x' }, MONDAY_TO_FRIDAY)).toBe(3)
  })

  it('never grow by starting later', () => {
    const offset = fc.integer({ min: 0, max: 200 })
    fc.assert(
      fc.property(offset, offset, (one, other) => {
        const late = (ago: number) =>
          workingDaysLate(day('2026-03-12').subtract({ days: ago }), here('2026-03-12'), MONDAY_TO_FRIDAY)
        expect(late(Math.min(one, other))).toBeLessThanOrEqual(late(Math.max(one, other)))
      }),
    )
  })
})
