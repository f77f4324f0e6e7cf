import { Temporal } from 'temporal-polyfill'
import { isWorkday } from '../../calendar/holidays.ts'
import { localDateOf, occurrenceOn } from '../../calendar/occurrences.ts'

/** When a stand-up meets: on these ISO weekdays at this local time, in the team's zone or in each member's. */
export type Rhythm = {
  days: readonly number[]
  time: string
  zoneMode: string
  timeZone: string
  holidays: string | null
}
export type Person = { timeZone: string; workingDays: readonly number[] }
export type Meeting = { date: Temporal.PlainDate; at: Temporal.Instant }

export const LATE_ANSWERS_DAYS = 7
const FURTHEST_DAYS = 800

/** Whether it meets on a local date: one of its days or a shifted working day, and no holiday of its calendar. */
export const meetsOn = (rhythm: Rhythm, date: Temporal.PlainDate): boolean =>
  isWorkday(rhythm.holidays, date, rhythm.days)

/** When somebody in this zone is asked on a date. */
export const promptTime = (rhythm: Rhythm, zone: string, date: Temporal.PlainDate): Temporal.Instant =>
  occurrenceOn(date, rhythm.time, zoneFor(rhythm, zone))

/** The zone in which a date counts for somebody: the team's or their own. */
export const zoneFor = (rhythm: Rhythm, zone: string): string => (rhythm.zoneMode === 'member' ? zone : rhythm.timeZone)

/** The zones in which a stand-up is asked; the team's own one while nobody takes part. */
export const zonesOf = (rhythm: Rhythm, people: readonly Person[]): readonly string[] =>
  people.length === 0 ? [rhythm.timeZone] : [...new Set(people.map((person) => zoneFor(rhythm, person.timeZone)))]

/** When the first zone is asked on a date. */
export const openingOn = (rhythm: Rhythm, zones: readonly string[], date: Temporal.PlainDate): Temporal.Instant =>
  zones.map((zone) => promptTime(rhythm, zone, date)).reduce((first, at) => (isBefore(at, first) ? at : first))

/** The first meeting from a date on that opens after `now`; null when its days never come. */
export function nextMeeting(
  rhythm: Rhythm,
  zones: readonly string[],
  { from, now }: { from: Temporal.PlainDate; now: Temporal.Instant },
): Meeting | null {
  for (let ahead = 0; ahead < FURTHEST_DAYS; ahead++) {
    const date = from.add({ days: ahead })
    if (!meetsOn(rhythm, date)) continue
    const at = openingOn(rhythm, zones, date)
    if (isBefore(now, at)) return { date, at }
  }
  return null
}

/** The dates from `from` on whose opening has come, the earliest first. */
export function meetingsCome(
  rhythm: Rhythm,
  zones: readonly string[],
  { from, now }: { from: Temporal.PlainDate; now: Temporal.Instant },
): Temporal.PlainDate[] {
  const come: Temporal.PlainDate[] = []
  for (let date = from; !isBefore(now, openingOn(rhythm, zones, date)); date = date.add({ days: 1 })) {
    if (meetsOn(rhythm, date)) come.push(date)
  }
  return come
}

/** Whether the local day of an instant has ended in its zone. */
export const isDayOver = (at: Temporal.Instant, zone: string, now: Temporal.Instant): boolean =>
  Temporal.PlainDate.compare(localDateOf(now, zone), localDateOf(at, zone)) > 0

/** Whether the day on which a date is asked has ended in every one of these zones. */
export const isOver = (
  rhythm: Rhythm,
  zones: readonly string[],
  { date, now }: { date: Temporal.PlainDate; now: Temporal.Instant },
): boolean => zones.every((zone) => isDayOver(promptTime(rhythm, zone, date), zoneFor(rhythm, zone), now))

/** Whether somebody has the date off by their own working days; a shifted working day of the calendar is none. */
export const isDayOff = (rhythm: Rhythm, person: Person, date: Temporal.PlainDate): boolean =>
  !person.workingDays.includes(date.dayOfWeek) && !isWorkday(rhythm.holidays, date, person.workingDays)

/** Half of the time that there is for an answer. */
export const remindAt = (promptAt: Temporal.Instant, digestDelayMinutes: number): Temporal.Instant =>
  promptAt.add({ seconds: digestDelayMinutes * 30 })

export const closesAt = (lastPromptAt: Temporal.Instant, digestDelayMinutes: number): Temporal.Instant =>
  lastPromptAt.add({ minutes: digestDelayMinutes })

/** Whether answers to a meeting of that date are still taken: a week long. */
export const takesAnswers = (date: Temporal.PlainDate, today: Temporal.PlainDate): boolean =>
  Temporal.PlainDate.compare(today, date.add({ days: LATE_ANSWERS_DAYS })) <= 0

export const isBefore = (a: Temporal.Instant, b: Temporal.Instant): boolean => Temporal.Instant.compare(a, b) < 0

export const latest = (instants: readonly Temporal.Instant[]): Temporal.Instant | undefined =>
  instants.reduce<Temporal.Instant | undefined>((last, at) => (last && isBefore(at, last) ? last : at), undefined)
