import { Temporal } from 'temporal-polyfill'
import { isWorkday } from '../../../calendar/holidays.ts'

export type WorkCalendar = { days: readonly number[]; holidays: string | null }
export type Span = { startsOn: Temporal.PlainDate; endsOn: Temporal.PlainDate }

/**
 * The share, 0 to 1, of a span's working days that has passed on a date: the days before it and itself, so that the
 * last day is 1. Days of the calendar count where none is worked.
 */
export function elapsedShare({ startsOn, endsOn }: Span, today: Temporal.PlainDate, calendar: WorkCalendar): number {
  if (Temporal.PlainDate.compare(today, startsOn) < 0) return 0
  if (Temporal.PlainDate.compare(today, endsOn) >= 0) return 1
  const all = datesFrom(startsOn, endsOn)
  const worked = all.filter((date) => isWorkday(calendar.holidays, date, calendar.days))
  const counted = worked.length > 0 ? worked : all
  return counted.filter((date) => Temporal.PlainDate.compare(date, today) <= 0).length / counted.length
}

function datesFrom(first: Temporal.PlainDate, last: Temporal.PlainDate): Temporal.PlainDate[] {
  const days = first.until(last, { largestUnit: 'days' }).days
  return Array.from({ length: days + 1 }, (_, at) => first.add({ days: at }))
}
