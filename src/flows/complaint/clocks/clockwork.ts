import type { Temporal } from 'temporal-polyfill'
import type { Db } from '../../../database/types.ts'
import type { Context } from '../../../flow.ts'
import type { Complaint } from '../store/complaints.ts'

export type ClockKind = 'acknowledge' | 'reply'
/** How a clock stands at an instant, as cards show it. */
export type ClockFace = {
  kind: ClockKind
  round: number
  state: 'running' | 'paused' | 'met' | 'stopped'
  dueAt: Temporal.Instant
  promisedAt: Temporal.Instant
  breachedAt: Temporal.Instant | null
  endedAt: Temporal.Instant | null
  /** Of its own time (calendar or working): how long it may run, has run, and is left (negative when it is breached). */
  minutes: number
  usedMinutes: number
  leftMinutes: number
  time: 'calendar' | 'working'
}

/** The clocks of every round, the oldest first; acknowledge before reply. */
export async function clocksOf(_db: Db, _complaint: Complaint, _now: Temporal.Instant): Promise<ClockFace[]> {
  return []
}

/** When it is filed: both clocks start. */
export async function startClocks(_ctx: Context, _complaint: Complaint): Promise<void> {}

/** What was promised has been done, in time or late; what has not been started or is over stays as it is. */
export async function meetClock(_ctx: Context, _complaint: Complaint, _kind: ClockKind): Promise<void> {}

/** The complaint ends without it: merged, withdrawn. */
export async function stopClocks(_ctx: Context, _complaint: Complaint, _reason: string): Promise<void> {}

/** Its severity or type is another one. */
export async function retargetClocks(_ctx: Context, _complaint: Complaint): Promise<void> {}

/** It was reopened: there is a new reply to give. */
export async function restartReply(_ctx: Context, _complaint: Complaint): Promise<void> {}

/** Whose a walk about this complaint is has changed. */
export async function reassignClocks(_ctx: Context, _complaint: Complaint): Promise<void> {}
