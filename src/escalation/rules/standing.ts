import type { Temporal } from 'temporal-polyfill'
import { nextWorkingInstant, type WorkingHours } from '../../calendar/working-time.ts'
import type { Absence, Member } from '../../database/types.ts'

/** Why somebody may be passed over before anything is sent to them. */
export type Status = 'here' | 'away' | 'left' | 'off-hours'

type Worker = Pick<Member, 'timeZone' | 'workingDays' | 'workStart' | 'workEnd'>

/** The member's own; public holidays are not known of a person. */
export const hoursOf = ({ timeZone, workingDays, workStart, workEnd }: Worker): WorkingHours => ({
  timeZone,
  days: workingDays,
  spans: [{ start: workStart, end: workEnd }],
  holidays: null,
})

/** Bots and guests cannot act, as if they had left. */
export function statusOf(member: Member, absence: Absence | null, now: Temporal.Instant): Status {
  if (member.kind !== 'person' || member.leftAt) return 'left'
  if (absence) return 'away'
  const next = nextWorkingInstant(now, hoursOf(member))
  return next?.epochMilliseconds === now.epochMilliseconds ? 'here' : 'off-hours'
}
