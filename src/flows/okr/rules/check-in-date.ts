import { Temporal } from 'temporal-polyfill'

type PlainDate = Temporal.PlainDate

/** A cycle's first and last day, and which day it is in its zone. */
export type CycleDays = { startsOn: PlainDate; endsOn: PlainDate; today: PlainDate }

/** The date for which something said now counts: today, but not after the cycle's last day. */
export const usualDate = ({ endsOn, today }: Pick<CycleDays, 'endsOn' | 'today'>): PlainDate =>
  Temporal.PlainDate.compare(today, endsOn) > 0 ? endsOn : today

/**
 * The date for which something counts that is said of this one; or why it cannot be. Today always means now, also before
 * the cycle's first day.
 */
export function dateMeant(date: PlainDate, days: CycleDays): PlainDate | 'future' | 'outside' {
  if (date.equals(days.today)) return usualDate(days)
  if (Temporal.PlainDate.compare(date, days.today) > 0) return 'future'
  const isBefore = Temporal.PlainDate.compare(date, days.startsOn) < 0
  return isBefore || Temporal.PlainDate.compare(date, days.endsOn) > 0 ? 'outside' : date
}
