import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { OF_COMPANY, OF_CONVERSATION, type Rate, recent, tooEarlyBy } from '../../../src/platforms/teams/rates.ts'

const rates = fc.array(
  fc.record({ most: fc.integer({ min: 1, max: 9 }), withinMs: fc.integer({ min: 1, max: 500 }) }),
  { minLength: 1, maxLength: 3 },
)
const gaps = fc.array(fc.integer({ min: 0, max: 60 }), { maxLength: 80 })

/** When each is sent that wants to go after these pauses and waits as long as it is told to. */
function sentAt(of: readonly Rate[], pauses: readonly number[]): number[] {
  let now = 0
  let kept: number[] = []
  return pauses.map((pause) => {
    now += pause
    now += tooEarlyBy(of, kept, now)
    kept = [...recent(of, kept, now), now]
    return now
  })
}
const mostWithin = (times: readonly number[], ms: number) =>
  Math.max(0, ...times.map((first) => times.filter((at) => at >= first && at < first + ms).length))

describe('whoever waits as long as told', () => {
  it('never sends more than any of the rates allows, in whatever stretch', () => {
    fc.assert(
      fc.property(rates, gaps, (of, pauses) => {
        const times = sentAt(of, pauses)
        for (const { most, withinMs } of of) expect(mostWithin(times, withinMs)).toBeLessThanOrEqual(most)
      }),
    )
  })

  it('waits no millisecond longer than needed', () => {
    fc.assert(
      fc.property(rates, gaps, (of, pauses) => {
        const times = sentAt(of, pauses)
        const last = times.at(-1)
        const wait = last === undefined ? 0 : tooEarlyBy(of, times, last)
        if (last === undefined || wait === 0) return
        const oneEarlier = [...times, last + wait - 1]
        expect(of.some(({ most, withinMs }) => mostWithin(oneEarlier, withinMs) > most)).toBe(true)
      }),
    )
  })
})

it.each([
  [
    'a conversation',
    OF_CONVERSATION,
    [
      [7, 1_000],
      [60, 30_000],
      [1_800, 3_600_000],
    ],
  ],
  ['an app in a company', OF_COMPANY, [[30, 1_000]]],
] as const)('what Teams takes in %s is more than what is sent', (_, ours, theirs) => {
  for (const [most, withinMs] of theirs)
    expect(ours.find((rate) => rate.withinMs === withinMs)?.most).toBeLessThan(most)
})
