import { Temporal } from 'temporal-polyfill'
import { isWorkday } from '../../../calendar/holidays.ts'

export const PERIODS = ['day', 'week', 'month', 'quarter', 'year'] as const
/** How often a KPI has a value; a period goes by its first day. */
export type Period = (typeof PERIODS)[number]

type Day = Temporal.PlainDate

/** When values are expected. */
export type Calendar = { timeZone: string; workingDays: readonly number[]; holidays: string | null; time: string }

/** The first day of the period in which this day is; weeks begin on Monday. */
export function startOf(period: Period, day: Day): Day {
  switch (period) {
    case 'day':
      return day
    case 'week':
      return day.subtract({ days: day.dayOfWeek - 1 })
    case 'month':
      return day.with({ day: 1 })
    case 'quarter':
      return day.with({ month: day.month - ((day.month - 1) % 3), day: 1 })
    case 'year':
      return day.with({ month: 1, day: 1 })
  }
}

const LENGTHS: Record<Period, Temporal.DurationLike> = {
  day: { days: 1 },
  week: { weeks: 1 },
  month: { months: 1 },
  quarter: { months: 3 },
  year: { years: 1 },
}

export const after = (period: Period, start: Day): Day => start.add(LENGTHS[period])
export const before = (period: Period, start: Day): Day => start.subtract(LENGTHS[period])
export const lastDayOf = (period: Period, start: Day): Day => after(period, start).subtract({ days: 1 })

/** The same period of the year before: week 53 is compared with week 52, 29 February with the 28th. */
export function yearBefore(period: Period, start: Day): Day {
  if (period !== 'week') return startOf(period, start.subtract({ years: 1 }))
  const year = (start.yearOfWeek ?? start.year) - 1
  return startOfWeek(year, Math.min(start.weekOfYear ?? 1, weeksIn(year)))
}

/** The Monday of an ISO week. */
export const startOfWeek = (year: number, week: number): Day =>
  startOf('week', Temporal.PlainDate.from({ year, month: 1, day: 4 })).add({ weeks: week - 1 })

/** 52 or 53: 28 December is always in the last one. */
export const weeksIn = (year: number): number => Temporal.PlainDate.from({ year, month: 12, day: 28 }).weekOfYear ?? 52

/** Whether anybody works in it: a value of a period without a working day is not missed. */
export function isExpected(period: Period, start: Day, { workingDays, holidays }: Calendar): boolean {
  if (period === 'quarter' || period === 'year') return true
  const last = lastDayOf(period, start)
  for (let day = start; Temporal.PlainDate.compare(day, last) <= 0; day = day.add({ days: 1 }))
    if (isWorkday(holidays, day, workingDays)) return true
  return false
}

/** `2026-11-20`, `2026-W47`, `2026-11`, `2026-Q4`, `2026`. */
export function writePeriod(period: Period, start: Day): string {
  switch (period) {
    case 'day':
      return start.toString()
    case 'week':
      return `${start.yearOfWeek}-W${String(start.weekOfYear).padStart(2, '0')}`
    case 'month':
      return start.toPlainYearMonth().toString()
    case 'quarter':
      return `${start.year}-Q${(start.month + 2) / 3}`
    case 'year':
      return String(start.year)
  }
}
