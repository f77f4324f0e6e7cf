import { Temporal } from 'temporal-polyfill'
import { describe, expect, it } from 'vitest'
import { addWorkingTime, type WorkingHours, workingMinutesBetween } from '../../src/calendar/working-time.ts'

const HOURS = 60

const plant: WorkingHours = {
  timeZone: 'Europe/Berlin',
  days: [1, 2, 3, 4, 5],
  spans: [{ start: '08:00', end: '17:00' }],
  holidays: 'DE',
}
const splitShift: WorkingHours = {
  ...plant,
  spans: [
    { start: '08:00', end: '12:00' },
    { start: '13:00', end: '17:00' },
  ],
}
const shanghai: WorkingHours = {
  timeZone: 'Asia/Shanghai',
  days: [1, 2, 3, 4, 5],
  spans: [{ start: '09:00', end: '18:00' }],
  holidays: 'CN',
}
const roundTheClock: WorkingHours = {
  ...plant,
  days: [1, 2, 3, 4, 5, 6, 7],
  spans: [{ start: '00:00', end: '24:00' }],
  holidays: null,
}

const wall = (local: string, { timeZone }: WorkingHours) =>
  Temporal.PlainDateTime.from(local).toZonedDateTime(timeZone).toInstant()

/** As somebody would write it beside the clock on the wall: `Mon 11:00`. */
function due(from: string, hours: number, by: WorkingHours): string {
  const local = addWorkingTime(wall(from, by), hours * HOURS, by)?.toZonedDateTimeISO(by.timeZone)
  const weekday = local?.toLocaleString('en', { weekday: 'short' })
  return `${weekday} ${local?.toPlainDateTime().toString({ smallestUnit: 'minute' }).replace('T', ' ')}`
}

describe('four working hours from Friday 16:00, Monday to Friday from 8 to 17', () => {
  it('are over on Monday at 11:00', () => {
    expect(due('2026-05-29T16:00', 4, plant)).toBe('Mon 2026-06-01 11:00')
  })

  it('are over on Tuesday at 11:00 when Monday is a holiday', () => {
    expect(due('2026-05-22T16:00', 4, plant)).toBe('Tue 2026-05-26 11:00')
  })

  it('are over on Monday at 11:00 in a split shift as well, and an hour later from before the break', () => {
    expect(due('2026-05-29T16:00', 4, splitShift)).toBe('Mon 2026-06-01 11:00')
    expect(due('2026-05-29T11:00', 4, splitShift)).toBe('Fri 2026-05-29 16:00')
    expect(due('2026-05-29T12:30', 4, splitShift)).toBe('Fri 2026-05-29 17:00')
    expect(due('2026-05-29T14:00', 4, splitShift)).toBe('Mon 2026-06-01 09:00')
  })
})

describe('24 hours of work around the clock', () => {
  it('are 24 elapsed hours in the night that loses an hour and in the one that wins one', () => {
    expect(due('2026-03-28T12:00', 24, roundTheClock)).toBe('Sun 2026-03-29 13:00')
    expect(due('2026-10-24T12:00', 24, roundTheClock)).toBe('Sun 2026-10-25 11:00')
  })
})

describe('the National Day week of 2025 in mainland China', () => {
  it('is skipped, from 1 to 8 October', () => {
    expect(due('2025-09-30T17:00', 8, shanghai)).toBe('Thu 2025-10-09 16:00')
    expect(due('2025-10-03T12:00', 1, shanghai)).toBe('Thu 2025-10-09 10:00')
  })

  it('has its working days shifted to a Sunday before and a Saturday after it', () => {
    expect(due('2025-09-26T17:00', 4, shanghai)).toBe('Sun 2025-09-28 12:00')
    expect(due('2025-10-10T17:00', 4, shanghai)).toBe('Sat 2025-10-11 12:00')
    expect(due('2025-10-11T17:00', 4, shanghai)).toBe('Mon 2025-10-13 12:00')
  })

  it('leaves six working days of nine hours from 27 September to 12 October', () => {
    const [from, to] = [wall('2025-09-27T00:00', shanghai), wall('2025-10-13T00:00', shanghai)]

    // 28, 29 and 30 September, 9, 10 and 11 October.
    expect(workingMinutesBetween(from, to, shanghai)).toBe(6 * 9 * HOURS)
  })

  it('has no shifted working day for whoever works in shifts of their own', () => {
    const fourDays = { ...shanghai, days: [1, 2, 3, 4] }

    expect(due('2025-09-25T17:00', 4, fourDays)).toBe('Mon 2025-09-29 12:00')
  })
})
