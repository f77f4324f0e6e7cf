import { Temporal } from 'temporal-polyfill'
import { isWorkday } from '../../../calendar/holidays.ts'
import { occurrenceOn } from '../../../calendar/occurrences.ts'
import { after, isExpected, startOf } from './period.ts'
import { CALM, type Firing } from './standing.ts'
import type { Rhythm } from './verdict.ts'

type Instant = Temporal.Instant

/** Nothing is expected of more periods than this in a row: whatever has been silent for that long is told already. */
const MOST_PERIODS = 400
const LONGEST_FREE_DAYS = 60

/** From when on a period's value is missing: at the calendar's time of the first working day after its end. */
export function missingFrom({ period, calendar }: Rhythm, start: Temporal.PlainDate): Instant {
  let day = after(period, start)
  for (let free = 0; free < LONGEST_FREE_DAYS && !isWorkday(calendar.holidays, day, calendar.workingDays); free++)
    day = day.add({ days: 1 })
  return occurrenceOn(day, calendar.time, calendar.timeZone)
}

/** The expected periods after the newest value, or after the day before `from` where there is none; endless. */
function* expectedAfter({ period, calendar }: Rhythm, { newest, from }: Silent): Generator<Temporal.PlainDate, void> {
  let start = newest ? after(period, newest) : startOf(period, from)
  for (let count = 0; count < MOST_PERIODS; count++, start = after(period, start))
    if (isExpected(period, start, calendar)) yield start
}

/** The period of the newest value, and the day on which the KPI was made. */
export type Silent = { newest: Temporal.PlainDate | null; from: Temporal.PlainDate }

/** Whether so many values in a row are missing now; it fires once more with each further one. */
export function missingNow(
  rhythm: Rhythm,
  silent: Silent,
  { periods, now }: { periods: number; now: Instant },
): Firing {
  const missing: string[] = []
  for (const start of expectedAfter(rhythm, silent)) {
    if (Temporal.Instant.compare(missingFrom(rhythm, start), now) > 0) break
    missing.push(start.toString())
  }
  const [first = null] = missing
  if (missing.length < periods) return { ...CALM, run: missing.length }
  return { isFiring: true, since: first, firings: missing.length - periods + 1, run: missing.length }
}

/** When one more value will be missing, if none comes; null when nothing is expected any more. */
export function nextMissing(rhythm: Rhythm, silent: Silent, now: Instant): Instant | null {
  for (const start of expectedAfter(rhythm, silent)) {
    const from = missingFrom(rhythm, start)
    if (Temporal.Instant.compare(from, now) > 0) return from
  }
  return null
}

type Span = { now: Instant; today: Temporal.PlainDate; until: Instant }

/** The periods whose values become missing from now until then, if none comes, with the time of each. */
export function dueUntil(
  rhythm: Rhythm,
  { newest, from }: Silent,
  { now, today, until }: Span,
): { start: Temporal.PlainDate; at: Instant }[] {
  // What came due longer ago than anybody is free is over.
  const earliest = [
    from,
    today.subtract({ days: LONGEST_FREE_DAYS }),
    ...(newest ? [after(rhythm.period, newest)] : []),
  ]
  const latest = earliest.toSorted(Temporal.PlainDate.compare).at(-1) ?? today
  const due: { start: Temporal.PlainDate; at: Instant }[] = []
  for (const start of expectedAfter(rhythm, { newest: null, from: latest })) {
    const at = missingFrom(rhythm, start)
    if (Temporal.Instant.compare(at, until) > 0) break
    if (Temporal.Instant.compare(at, now) > 0) due.push({ start, at })
  }
  return due
}
