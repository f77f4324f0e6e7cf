import fc from 'fast-check'
import { Temporal } from 'temporal-polyfill'
import { describe, expect, it } from 'vitest'
import { localDateOf } from '../../../src/calendar/occurrences.ts'
import {
  closesAt,
  isDayOff,
  isOver,
  meetingsCome,
  meetsOn,
  nextMeeting,
  openingOn,
  promptTime,
  type Rhythm,
  remindAt,
  takesAnswers,
  zonesOf,
} from '../../../src/flows/standup/rules.ts'

const weekdays: Rhythm = {
  days: [1, 2, 3, 4, 5],
  time: '09:00',
  zoneMode: 'team',
  timeZone: 'Europe/Berlin',
  holidays: null,
}
const each: Rhythm = { ...weekdays, zoneMode: 'member' }
const date = (iso: string) => Temporal.PlainDate.from(iso)
const at = (iso: string) => Temporal.Instant.from(iso)
const person = (timeZone: string, workingDays = [1, 2, 3, 4, 5]) => ({ timeZone, workingDays })

describe('the days of a stand-up', () => {
  it.each([
    ['on a Monday', weekdays, '2026-03-02', true],
    ['on a Sunday', weekdays, '2026-03-01', false],
    ['on German Unity Day by the German calendar', { ...weekdays, days: [6], holidays: 'DE' }, '2026-10-03', false],
    ['on German Unity Day by no calendar', { ...weekdays, days: [6] }, '2026-10-03', true],
    ['on National Day by the Chinese calendar', { ...weekdays, holidays: 'CN' }, '2026-10-01', false],
    ['on a Saturday that China works instead', { ...weekdays, holidays: 'CN' }, '2026-10-10', true],
  ])('%s', (_, rhythm, day, meets) => {
    expect(meetsOn(rhythm, date(day))).toBe(meets)
  })

  it('gives nobody a day off on a shifted working day of its calendar', () => {
    expect(isDayOff({ ...weekdays, holidays: 'CN' }, person('Asia/Shanghai'), date('2026-10-10'))).toBe(false)
    expect(isDayOff(weekdays, person('Asia/Shanghai'), date('2026-10-10'))).toBe(true)
    expect(isDayOff(weekdays, person('Europe/Berlin', [1, 2, 3, 4]), date('2026-03-06'))).toBe(true)
  })
})

describe('when it asks', () => {
  const zones = zonesOf(each, [person('Asia/Shanghai'), person('Europe/Berlin'), person('America/New_York')])

  it('opens with the first zone in which a member lives', () => {
    expect(openingOn(each, zones, date('2026-03-02')).toString()).toBe('2026-03-02T01:00:00Z')
  })

  it('asks everybody at once by the zone of the team', () => {
    expect(zonesOf(weekdays, [person('Asia/Shanghai'), person('Europe/Berlin')])).toEqual(['Europe/Berlin'])
    expect(promptTime(weekdays, 'Asia/Shanghai', date('2026-03-02')).toString()).toBe('2026-03-02T08:00:00Z')
  })

  it('runs an hour later by the sun when the time does not exist, as Berlin’s 02:30 on 29 March', () => {
    const early = { ...weekdays, days: [7], time: '02:30' }
    expect(promptTime(early, 'Europe/Berlin', date('2026-03-29')).toString()).toBe('2026-03-29T01:30:00Z')
  })

  it('goes on to the next day that it meets', () => {
    const friday = { from: date('2026-03-06'), now: at('2026-03-06T12:00:00Z') }
    expect(nextMeeting(weekdays, ['Europe/Berlin'], friday)?.date.toString()).toBe('2026-03-09')
  })

  it('never comes when its only day is always free', () => {
    const never = { ...weekdays, days: [] }
    expect(
      nextMeeting(never, ['Europe/Berlin'], { from: date('2026-03-06'), now: at('2026-03-06T12:00:00Z') }),
    ).toBeNull()
  })

  it('lists what has come, once for each date and never before its time', () => {
    const zone = fc.constantFrom(...Intl.supportedValuesOf('timeZone'))
    const two = (number: number) => String(number).padStart(2, '0')
    const time = fc.tuple(fc.nat(23), fc.nat(59)).map(([hour, minute]) => `${two(hour)}:${two(minute)}`)
    const instant = fc
      .integer({ min: 1_767_225_600, max: 2_082_758_400 })
      .map((seconds) => Temporal.Instant.fromEpochMilliseconds(seconds * 1000))

    fc.assert(
      fc.property(fc.array(zone, { minLength: 1, maxLength: 4 }), time, instant, (some, clock, now) => {
        const rhythm = { ...each, time: clock, days: [1, 2, 3, 4, 5, 6, 7] }
        const from = localDateOf(now, 'UTC').subtract({ days: 5 })
        const come = meetingsCome(rhythm, some, { from, now })
        const next = nextMeeting(rhythm, some, { from, now })

        expect(new Set(come.map(String)).size).toBe(come.length)
        expect(come.every((day) => Temporal.Instant.compare(openingOn(rhythm, some, day), now) <= 0)).toBe(true)
        expect(next && Temporal.Instant.compare(next.at, now) > 0).toBe(true)
        expect(next?.date.toString()).toBe(come.at(-1)?.add({ days: 1 }).toString())
      }),
      { numRuns: 200 },
    )
  })
})

describe('being late', () => {
  it('is over when the day has ended in every zone', () => {
    const zones = ['Asia/Shanghai', 'America/New_York']
    const monday = date('2026-03-02')
    expect(isOver(each, zones, { date: monday, now: at('2026-03-03T04:59:00Z') })).toBe(false)
    expect(isOver(each, zones, { date: monday, now: at('2026-03-03T05:00:00Z') })).toBe(true)
  })

  it('reminds half-way and closes at the end', () => {
    const asked = at('2026-03-02T08:00:00Z')
    expect([remindAt(asked, 25).toString(), closesAt(asked, 25).toString()]).toEqual([
      '2026-03-02T08:12:30Z',
      '2026-03-02T08:25:00Z',
    ])
  })

  it('takes late answers for a week', () => {
    expect(takesAnswers(date('2026-03-02'), date('2026-03-09'))).toBe(true)
    expect(takesAnswers(date('2026-03-02'), date('2026-03-10'))).toBe(false)
  })
})
