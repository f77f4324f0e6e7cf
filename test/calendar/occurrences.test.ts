import { Temporal } from 'temporal-polyfill'
import { describe, expect, it } from 'vitest'
import {
  isDateIn,
  localDateOf,
  nextOccurrence,
  type Occurrence,
  occurrenceOn,
  occurrencesBetween,
  type Schedule,
} from '../../src/calendar/occurrences.ts'

const date = (iso: string) => Temporal.PlainDate.from(iso)
const instant = (iso: string) => Temporal.Instant.from(iso)
const dates = (found: readonly Occurrence[]) => found.map((each) => each.date.toString())

const wallOf = (day: string, time: string, zone: string): string =>
  occurrenceOn(date(day), time, zone).toZonedDateTimeISO(zone).toPlainDateTime().toString({ smallestUnit: 'minute' })

const weekdays = (schedule: Partial<Schedule>): Schedule => ({
  days: [1, 2, 3, 4, 5],
  time: '09:30',
  timeZone: 'Europe/Berlin',
  ...schedule,
})

describe('a local time that the clocks skip', () => {
  it.each([
    ['Africa/Cairo', '2026-04-24', '00:30', '2026-04-24T01:30'],
    ['Asia/Beirut', '2026-03-29', '00:00', '2026-03-29T01:00'],
    ['America/Santiago', '2026-09-06', '00:15', '2026-09-06T01:15'],
    ['Australia/Lord_Howe', '2026-10-04', '02:15', '2026-10-04T02:45'],
    ['America/Nuuk', '2026-03-28', '23:30', '2026-03-29T00:30'],
  ])('runs later by the gap in %s on %s', (zone, day, time, wall) => {
    expect(wallOf(day, time, zone)).toBe(wall)
  })

  it('has its occurrence on the day it was planned for, even when it runs on the next', () => {
    const schedule = weekdays({ days: [6, 7], time: '23:30', timeZone: 'America/Nuuk' })

    const next = nextOccurrence(schedule, instant('2026-03-29T01:00:00Z'))

    expect(next?.date.toString()).toBe('2026-03-28')
    expect(next?.at.toString()).toBe('2026-03-29T01:30:00Z')
  })
})

describe('a local time that occurs twice', () => {
  it('runs the first time only', () => {
    const schedule = weekdays({ days: [7], time: '02:30' })

    const found = occurrencesBetween(schedule, instant('2026-10-24T12:00:00Z'), instant('2026-10-26T12:00:00Z'))

    expect(found.map(({ at }) => at.toString())).toEqual(['2026-10-25T00:30:00Z'])
  })
})

describe('a date that a zone skipped', () => {
  it('has no occurrence, and its neighbours have theirs', () => {
    const schedule = weekdays({ days: [1, 2, 3, 4, 5, 6, 7], timeZone: 'Pacific/Apia' })

    const found = occurrencesBetween(schedule, instant('2011-12-28T10:00:00Z'), instant('2012-01-01T10:00:00Z'))

    expect(dates(found)).toEqual(['2011-12-28', '2011-12-29', '2011-12-31', '2012-01-01'])
    expect(isDateIn('Pacific/Apia', date('2011-12-30'))).toBe(false)
    expect(isDateIn('Pacific/Apia', date('2011-12-31'))).toBe(true)
  })
})

describe('the next occurrence', () => {
  it('is strictly after the instant', () => {
    const monday = instant('2026-11-23T08:30:00Z')

    expect(nextOccurrence(weekdays({}), monday.subtract({ milliseconds: 1 }))?.at.equals(monday)).toBe(true)
    expect(nextOccurrence(weekdays({}), monday)?.date.toString()).toBe('2026-11-24')
  })

  it('is none when no day is planned', () => {
    expect(nextOccurrence(weekdays({ days: [] }), instant('2026-11-23T08:30:00Z'))).toBeNull()
  })

  it('passes over weekends and public holidays', () => {
    const schedule = weekdays({ holidays: 'DE' })

    const afterChristmasEve = nextOccurrence(schedule, instant('2026-12-24T12:00:00Z'))

    expect(afterChristmasEve?.date.toString()).toBe('2026-12-28')
  })

  it('is on the zone’s own date, not on that of Greenwich', () => {
    const schedule = weekdays({ time: '06:00', timeZone: 'Asia/Tokyo' })

    const next = nextOccurrence(schedule, instant('2026-11-22T12:00:00Z'))

    expect(next?.date.toString()).toBe('2026-11-23')
    expect(next?.at.toString()).toBe('2026-11-22T21:00:00Z')
  })
})

describe('occurrences between two instants', () => {
  it('hold the first instant and leave out the last', () => {
    const found = occurrencesBetween(weekdays({}), instant('2026-11-23T08:30:00Z'), instant('2026-11-25T08:30:00Z'))

    expect(dates(found)).toEqual(['2026-11-23', '2026-11-24'])
  })

  it('follow the shifted working days of mainland China’s National Day', () => {
    const schedule = weekdays({ timeZone: 'Asia/Shanghai', holidays: 'CN' })

    const found = occurrencesBetween(schedule, instant('2026-09-18T00:00:00Z'), instant('2026-10-11T12:00:00Z'))

    expect(dates(found)).toEqual([
      ...['2026-09-18', '2026-09-20', '2026-09-21', '2026-09-22', '2026-09-23', '2026-09-24'],
      ...['2026-09-28', '2026-09-29', '2026-09-30', '2026-10-08', '2026-10-09', '2026-10-10'],
    ])
  })

  it('leave shifted working days alone when not all of Monday to Friday is planned', () => {
    const schedule = weekdays({ days: [1, 3, 5], timeZone: 'Asia/Shanghai', holidays: 'CN' })

    const found = occurrencesBetween(schedule, instant('2026-10-08T00:00:00Z'), instant('2026-10-13T00:00:00Z'))

    expect(dates(found)).toEqual(['2026-10-09', '2026-10-12'])
  })
})

describe('the local date', () => {
  it('is the one on the wall', () => {
    expect(localDateOf(instant('2026-11-22T16:30:00Z'), 'Asia/Shanghai').toString()).toBe('2026-11-23')
    expect(localDateOf(instant('2026-11-22T04:30:00Z'), 'America/New_York').toString()).toBe('2026-11-21')
  })
})
