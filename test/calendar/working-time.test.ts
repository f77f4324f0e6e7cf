import fc from 'fast-check'
import { Temporal } from 'temporal-polyfill'
import { describe, expect, it } from 'vitest'
import {
  addWorkingTime,
  nextWorkingInstant,
  type WorkingHours,
  workingMinutesBetween,
} from '../../src/calendar/working-time.ts'

const HOURS = 60

const office: WorkingHours = {
  timeZone: 'Europe/Berlin',
  days: [1, 2, 3, 4, 5],
  spans: [{ start: '08:00', end: '17:00' }],
  holidays: null,
}
const splitShift: WorkingHours = {
  ...office,
  spans: [
    { start: '08:00', end: '12:00' },
    { start: '13:00', end: '17:00' },
  ],
}
const nights: WorkingHours = { ...office, days: [1, 2, 3, 4, 5, 6, 7], spans: [{ start: '22:00', end: '06:00' }] }
const china: WorkingHours = {
  timeZone: 'Asia/Shanghai',
  days: [1, 2, 3, 4, 5],
  spans: [{ start: '09:00', end: '18:00' }],
  holidays: 'CN',
}

const wall = (local: string, { timeZone }: WorkingHours) =>
  Temporal.PlainDateTime.from(local).toZonedDateTime(timeZone).toInstant()
const onTheWall = (at: Temporal.Instant | null, { timeZone }: WorkingHours) =>
  at?.toZonedDateTimeISO(timeZone).toPlainDateTime().toString({ smallestUnit: 'minute' })

describe('adding working time', () => {
  it.each<[string, string, number, WorkingHours, string]>([
    ['over a weekend', '2026-11-20T16:00', 4 * HOURS, office, '2026-11-23T11:00'],
    ['over a holiday on Monday', '2026-04-02T16:00', 4 * HOURS, { ...office, holidays: 'DE' }, '2026-04-07T11:00'],
    ['over the break of a split shift', '2026-11-23T11:00', 2 * HOURS, splitShift, '2026-11-23T14:00'],
    ['from within the break', '2026-11-23T12:30', 30, splitShift, '2026-11-23T13:30'],
    ['up to the end of a day, not to the morning after it', '2026-11-20T16:00', 1 * HOURS, office, '2026-11-20T17:00'],
    ['from before the first hour', '2026-11-23T03:00', 1 * HOURS, office, '2026-11-23T09:00'],
    ['over the night in which an hour is lost', '2026-03-28T22:00', 7 * HOURS, nights, '2026-03-29T06:00'],
    ['over the night in which an hour is won', '2026-10-24T22:00', 9 * HOURS, nights, '2026-10-25T06:00'],
    ['into the National Day week', '2026-09-30T17:00', 2 * HOURS, china, '2026-10-08T10:00'],
    ['over its shifted Saturday', '2026-10-09T17:00', 2 * HOURS, china, '2026-10-10T10:00'],
  ])('goes %s', (_, from, minutes, hours, expected) => {
    expect(onTheWall(addWorkingTime(wall(from, hours), minutes, hours), hours)).toBe(expected)
  })

  it('counts the whole National Day week with its shifted working days', () => {
    const [from, to] = [wall('2026-09-18T18:00', china), wall('2026-10-12T09:00', china)]

    // 20 (a Sunday) to 24 September, 28 to 30, 8 to 10 October (a Saturday).
    expect(workingMinutesBetween(from, to, china)).toBe(11 * 9 * HOURS)
  })

  it('stays where it is when there is nothing to add', () => {
    const sunday = wall('2026-11-22T12:00', office)

    expect(addWorkingTime(sunday, 0, office)?.equals(sunday)).toBe(true)
  })

  it('is impossible when nobody ever works', () => {
    const now = wall('2026-11-22T12:00', office)

    expect(addWorkingTime(now, 1, { ...office, days: [] })).toBeNull()
    expect(addWorkingTime(now, 1, { ...office, spans: [] })).toBeNull()
    expect(nextWorkingInstant(now, { ...office, spans: [] })).toBeNull()
  })

  it('counts overlapping spans once and takes 24:00 as the end of the day', () => {
    const overlapping = {
      ...office,
      spans: [
        { start: '16:00', end: '24:00' },
        { start: '15:00', end: '17:00' },
      ],
    }
    const [from, to] = [wall('2026-11-23T00:00', office), wall('2026-11-24T00:00', office)]

    expect(workingMinutesBetween(from, to, overlapping)).toBe(9 * HOURS)
  })

  it('works through the whole day when a span ends where it starts', () => {
    const always = { ...nights, spans: [{ start: '00:00', end: '00:00' }] }
    const from = wall('2026-03-28T12:00', always)

    expect(addWorkingTime(from, 24 * HOURS, always)?.epochMilliseconds).toBe(from.add({ hours: 24 }).epochMilliseconds)
  })
})

describe('the next working instant', () => {
  it('is now while work is done, else the next beginning', () => {
    const now = wall('2026-11-23T10:00', office)

    expect(nextWorkingInstant(now, office)?.equals(now)).toBe(true)
    expect(onTheWall(nextWorkingInstant(wall('2026-11-20T17:00', office), office), office)).toBe('2026-11-23T08:00')
    expect(onTheWall(nextWorkingInstant(wall('2026-10-01T10:00', china), china), china)).toBe('2026-10-08T09:00')
  })
})

describe('working minutes', () => {
  it('are none backwards', () => {
    const now = wall('2026-11-23T10:00', office)

    expect(workingMinutesBetween(now, now, office)).toBe(0)
    expect(workingMinutesBetween(now.add({ hours: 1 }), now, office)).toBe(0)
  })

  // Zones with both kinds of change, one with a change of half an hour and one in which the day begins with a gap.
  it('are those that were added, whatever the hours, the instant and the zone', () => {
    fc.assert(
      fc.property(anyHours(), anyInstant(), fc.nat(10_000), (hours, from, minutes) => {
        const due = addWorkingTime(from, minutes, hours)

        expect(due && workingMinutesBetween(from, due, hours)).toBe(minutes)
      }),
      { numRuns: 300 },
    )
  })

  it('add up', () => {
    fc.assert(
      fc.property(anyHours(), anyInstant(), fc.nat(20_000), fc.nat(20_000), (hours, from, first, second) => {
        const [middle, end] = [from.add({ minutes: first }), from.add({ minutes: first + second })]

        const parts = workingMinutesBetween(from, middle, hours) + workingMinutesBetween(middle, end, hours)
        expect(workingMinutesBetween(from, end, hours)).toBe(parts)
      }),
      { numRuns: 300 },
    )
  })
})

const anyInstant = () =>
  fc
    .integer({ min: 0, max: 5 * 366 * 24 * HOURS })
    .map((minute) => Temporal.Instant.from('2025-01-01T00:00Z').add({ minutes: minute }))

const anyHours = (): fc.Arbitrary<WorkingHours> =>
  fc.record({
    timeZone: fc.constantFrom(
      'Europe/Berlin',
      'America/Santiago',
      'Australia/Lord_Howe',
      'Africa/Cairo',
      'Asia/Shanghai',
    ),
    days: fc.uniqueArray(fc.constantFrom(1, 2, 3, 4, 5, 6, 7), { minLength: 1 }),
    spans: fc.array(fc.record({ start: anyTime(), end: anyTime() }), { minLength: 1, maxLength: 3 }),
    holidays: fc.constantFrom(null, 'DE', 'CN'),
  })

const anyTime = () =>
  fc.nat(24 * HOURS - 1).map((minute) => {
    const two = (number: number) => String(number).padStart(2, '0')
    return `${two(Math.floor(minute / HOURS))}:${two(minute % HOURS)}`
  })
