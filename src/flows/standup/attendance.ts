import type { Temporal } from 'temporal-polyfill'
import { fromDateColumn } from '../../calendar/instant.ts'
import { localDateOf } from '../../calendar/occurrences.ts'
import type { Absence, Member } from '../../database/types.ts'
import type { EntryState } from './participation.ts'
import { isBefore, isDayOff, isDayOver, promptTime, type Rhythm, zoneFor } from './rules.ts'

export type Asked = { member: Member; state: EntryState; promptAt: Temporal.Instant; note?: string }

type Facts = {
  rhythm: Rhythm
  date: Temporal.PlainDate
  now: Temporal.Instant
  /** Those of all who take part. */
  absences: readonly Absence[]
  /** By member, with the reason. */
  skips: ReadonlyMap<string, string | null>
}

/** Whether and when somebody is asked on a date: not before their time, and not when it is their day off. */
export function askedOn(member: Member, facts: Facts): Asked {
  const { rhythm, date, now } = facts
  const planned = promptTime(rhythm, member.timeZone, date)
  const promptAt = isBefore(planned, now) ? now : planned
  if (facts.skips.has(member.id)) {
    const note = facts.skips.get(member.id)
    return { member, state: 'skipped', promptAt, ...(note ? { note } : {}) }
  }
  if (isAwayAt(member, promptAt, facts)) return { member, state: 'away', promptAt }
  if (isDayOver(planned, zoneFor(rhythm, member.timeZone), now)) return { member, state: 'excused', promptAt }
  return { member, state: isBefore(now, promptAt) ? 'later' : 'due', promptAt }
}

/** Whether somebody is absent or has their day off at that moment, by their own calendar. */
export function isAwayAt(
  member: Member,
  at: Temporal.Instant,
  { rhythm, absences }: Pick<Facts, 'rhythm' | 'absences'>,
): boolean {
  const day = localDateOf(at, member.timeZone)
  return isDayOff(rhythm, member, day) || absences.some((absence) => covers(absence, member, day))
}

const covers = (absence: Absence, member: Member, day: Temporal.PlainDate): boolean =>
  absence.memberId === member.id &&
  fromDateColumn(absence.fromDate).toString() <= day.toString() &&
  day.toString() <= fromDateColumn(absence.toDate).toString()

/** Whether an answer is hoped for. */
export const isAsked = ({ state }: Pick<Asked, 'state'>): boolean => state === 'due' || state === 'later'
