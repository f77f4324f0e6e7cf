import { Temporal } from 'temporal-polyfill'
import { isWorkday } from './holidays.ts'

/** What repeats: on these ISO weekdays, at this local time `HH:MM`, not on the public holidays of this country. */
export type Schedule = {
  days: readonly number[]
  time: string
  /** An IANA zone. */
  timeZone: string
  holidays?: string | null
}

export type Occurrence = { date: Temporal.PlainDate; at: Temporal.Instant }

const HORIZON_DAYS = 400

/**
 * The instant of a local time. A time inside a gap runs later by the gap's length (which can be the next date), one
 * that occurs twice runs the first time. Throws RangeError for a zone or a time that does not exist.
 */
export function occurrenceOn(date: Temporal.PlainDate, time: string, timeZone: string): Temporal.Instant {
  return onTheWall(date, time, timeZone).toInstant()
}

/** The first occurrence strictly after an instant; null when there is none within 400 days. */
export function nextOccurrence(schedule: Schedule, after: Temporal.Instant): Occurrence | null {
  const first = firstCandidate(schedule, after)
  for (let day = 0; day <= HORIZON_DAYS; day++) {
    const found = occurrenceOf(schedule, first.add({ days: day }))
    if (found && Temporal.Instant.compare(found.at, after) > 0) return found
  }
  return null
}

/** The occurrences with `from <= at < to`, earliest first: one for each planned local date that the zone has. */
export function occurrencesBetween(schedule: Schedule, from: Temporal.Instant, to: Temporal.Instant): Occurrence[] {
  const found: Occurrence[] = []
  const last = localDateOf(to, schedule.timeZone)
  let date = firstCandidate(schedule, from)
  while (Temporal.PlainDate.compare(date, last) <= 0) {
    const occurrence = occurrenceOf(schedule, date)
    if (occurrence && isWithin(occurrence.at, from, to)) found.push(occurrence)
    date = date.add({ days: 1 })
  }
  return found
}

/** The date on the wall in that zone. */
export function localDateOf(instant: Temporal.Instant, timeZone: string): Temporal.PlainDate {
  return instant.toZonedDateTimeISO(timeZone).toPlainDate()
}

/** False for a date that the zone skipped as a whole, as Pacific/Apia did with 2011-12-30. */
export function isDateIn(timeZone: string, date: Temporal.PlainDate): boolean {
  return date.toZonedDateTime(timeZone).toPlainDate().equals(date)
}

function onTheWall(date: Temporal.PlainDate, time: string, timeZone: string): Temporal.ZonedDateTime {
  return date.toZonedDateTime({ timeZone, plainTime: Temporal.PlainTime.from(time) })
}

// A gap at the end of a day moves that day's occurrence to the next date.
function firstCandidate(schedule: Schedule, from: Temporal.Instant): Temporal.PlainDate {
  return localDateOf(from, schedule.timeZone).subtract({ days: 1 })
}

// A skipped date has no occurrence: it would fall together with that of the date after it.
function occurrenceOf(schedule: Schedule, date: Temporal.PlainDate): Occurrence | null {
  if (!isWorkday(schedule.holidays ?? null, date, schedule.days)) return null

  const wall = onTheWall(date, schedule.time, schedule.timeZone)
  const moved = !wall.toPlainDate().equals(date)
  return moved && !isDateIn(schedule.timeZone, date) ? null : { date, at: wall.toInstant() }
}

function isWithin(at: Temporal.Instant, from: Temporal.Instant, to: Temporal.Instant): boolean {
  return Temporal.Instant.compare(from, at) <= 0 && Temporal.Instant.compare(at, to) < 0
}
