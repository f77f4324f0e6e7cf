import { Temporal } from 'temporal-polyfill'
import { isWorkday } from './holidays.ts'
import { isDateIn, localDateOf, occurrenceOn } from './occurrences.ts'

/** When work is done. A span whose end is not after its start ends on the next date; `24:00` is the day's end. */
export type WorkingHours = {
  /** An IANA zone. */
  timeZone: string
  /** ISO weekdays. */
  days: readonly number[]
  /** Local times, `HH:MM`. */
  spans: readonly { start: string; end: string }[]
  /** ISO 3166-1 country whose public holidays are free; null for none. */
  holidays: string | null
}

/** In epoch milliseconds. */
type Stretch = { start: number; end: number }

const HORIZON_DAYS = 400
const MINUTE = 60_000

/**
 * The earliest instant at which that many working minutes (>= 0) have passed; elapsed time counts, also over a change
 * of the clocks. Null when the hours hold no working time.
 */
export function addWorkingTime(from: Temporal.Instant, minutes: number, hours: WorkingHours): Temporal.Instant | null {
  let left = Math.round(minutes * MINUTE)
  if (left <= 0) return from
  for (const stretch of workingStretches(from, hours)) {
    const length = stretch.end - stretch.start
    if (left <= length) return Temporal.Instant.fromEpochMilliseconds(stretch.start + left)
    left -= length
  }
  return null
}

/** Working minutes, fractions included, from one instant to another; 0 when the second is not later. */
export function workingMinutesBetween(from: Temporal.Instant, to: Temporal.Instant, hours: WorkingHours): number {
  const end = to.epochMilliseconds
  let worked = 0
  if (from.epochMilliseconds >= end) return worked
  for (const stretch of workingStretches(from, hours)) {
    if (stretch.start >= end) break
    worked += Math.min(stretch.end, end) - stretch.start
  }
  return worked / MINUTE
}

/** The instant itself when work is done then, else when work begins next; null when it never does within 400 days. */
export function nextWorkingInstant(from: Temporal.Instant, hours: WorkingHours): Temporal.Instant | null {
  const first = workingStretches(from, hours).next()
  return first.done ? null : Temporal.Instant.fromEpochMilliseconds(first.value.start)
}

// Ends after 400 days without work. Stretches neither overlap nor begin before `from`.
function* workingStretches(from: Temporal.Instant, hours: WorkingHours): Generator<Stretch, void> {
  let reached = from.epochMilliseconds
  let idleDays = 0
  // A night shift of the day before may still be running.
  let date = localDateOf(from, hours.timeZone).subtract({ days: 1 })
  for (; idleDays <= HORIZON_DAYS; date = date.add({ days: 1 })) {
    idleDays++
    for (const planned of stretchesOn(date, hours)) {
      const start = Math.max(planned.start, reached)
      if (start >= planned.end) continue
      yield { start, end: planned.end }
      reached = planned.end
      idleDays = 0
    }
  }
}

function stretchesOn(date: Temporal.PlainDate, hours: WorkingHours): Stretch[] {
  if (!isWorkday(hours.holidays, date, hours.days) || !isDateIn(hours.timeZone, date)) return []

  const inOrder = hours.spans.toSorted((a, b) => a.start.localeCompare(b.start))
  return inOrder.map(({ start, end }) => {
    const endDate = end > start && end !== '24:00' ? date : date.add({ days: 1 })
    const endTime = end === '24:00' ? '00:00' : end
    return {
      start: occurrenceOn(date, start, hours.timeZone).epochMilliseconds,
      end: occurrenceOn(endDate, endTime, hours.timeZone).epochMilliseconds,
    }
  })
}
