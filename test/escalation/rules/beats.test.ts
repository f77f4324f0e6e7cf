import fc from 'fast-check'
import { Temporal } from 'temporal-polyfill'
import { describe, expect, it } from 'vitest'
import { addWorkingTime, type WorkingHours } from '../../../src/calendar/working-time.ts'
import {
  type Beat,
  beatAfter,
  endOf,
  FIRST_BEAT,
  isExhaustion,
  waitBefore,
} from '../../../src/escalation/rules/beats.ts'
import type { Step } from '../../../src/escalation/rules/policy.ts'

const BERLIN: WorkingHours = {
  timeZone: 'Europe/Berlin',
  days: [1, 2, 3, 4, 5],
  spans: [{ start: '08:00', end: '17:00' }],
  holidays: null,
}
const at = (iso: string) => Temporal.Instant.from(iso)
const step = fc.record({
  after: fc.nat(10_000),
  clock: fc.constantFrom('calendar' as const, 'working' as const),
  tell: fc.constant({ to: 'owner' as const }),
  repeatEvery: fc.integer({ min: 5, max: 600 }),
  times: fc.nat(5),
})
const steps: fc.Arbitrary<Step[]> = fc.array(step, { maxLength: 6 })

const walkOf = (policy: readonly Step[]): Beat[] => {
  const walk: Beat[] = []
  for (let beat: Beat | null = FIRST_BEAT; beat; beat = beatAfter(beat, policy)) walk.push(beat)
  return walk
}

describe('the order of steps and repeats', () => {
  it('names each once, in order, and ends with the word that the chain is exhausted', () => {
    fc.assert(
      fc.property(steps, (policy) => {
        const walk = walkOf(policy)

        expect(walk).toHaveLength(policy.reduce((sum, { times = 0 }) => sum + 1 + times, 1))
        expect(walk.filter((beat) => isExhaustion(beat, policy))).toEqual([{ step: policy.length, repeat: 0 }])
        expect(walk.toSorted((a, b) => a.step - b.step || a.repeat - b.repeat)).toEqual(walk)
      }),
    )
  })

  it('waits an hour after the last step by its clock', () => {
    expect(waitBefore({ step: 0, repeat: 0 }, [])).toEqual({ minutes: 60, clock: 'calendar' })
    expect(waitBefore({ step: 1, repeat: 0 }, [{ after: 0, clock: 'working', tell: { to: 'owner' } }])).toEqual({
      minutes: 60,
      clock: 'working',
    })
  })
})

describe('when a wait is over', () => {
  it('counts working hours over the weekend', () => {
    const friday = at('2026-03-06T15:00:00Z')

    expect(endOf({ minutes: 240, clock: 'working' }, friday, BERLIN)).toEqual(at('2026-03-09T10:00:00Z'))
    expect(endOf({ minutes: 240, clock: 'calendar' }, friday, BERLIN)).toEqual(at('2026-03-06T19:00:00Z'))
  })

  it('is 24 elapsed hours by the calendar, also when the clocks change', () => {
    const before = at('2026-03-28T12:00:00Z')

    expect(endOf({ minutes: 1_440, clock: 'calendar' }, before, BERLIN)).toEqual(at('2026-03-29T12:00:00Z'))
  })

  it('goes by the calendar for who has no working hours', () => {
    const from = at('2026-03-06T15:00:00Z')

    expect(endOf({ minutes: 30, clock: 'working' }, from, { ...BERLIN, days: [] })).toEqual(from.add({ minutes: 30 }))
  })

  it('is what working time says, and never before its beginning', () => {
    fc.assert(
      fc.property(fc.nat(3_000), fc.integer({ min: 0, max: 366 * 1_440 }), (minutes, offset) => {
        const from = at('2026-01-01T00:00:00Z').add({ minutes: offset })
        const end = endOf({ minutes, clock: 'working' }, from, BERLIN)

        expect(end).toEqual(addWorkingTime(from, minutes, BERLIN))
        expect(Temporal.Instant.compare(end, from)).toBeGreaterThanOrEqual(0)
      }),
    )
  })
})
