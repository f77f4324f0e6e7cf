import type { Temporal } from 'temporal-polyfill'
import type { Tone } from '../../../../chat/card.ts'
import type { Member } from '../../../../database/types.ts'
import type { ClockFace } from '../../clocks/clockwork.ts'
import { type Approval, isOpen } from '../../rules/path.ts'
import type { Complaint } from '../../store/complaints.ts'
import type { Relative } from '../store/relatives.ts'

/** All that a card of a complaint shows, as it is at one instant. */
export type Standing = {
  complaint: Complaint
  owner: Member | null
  /** Of each kind the newest one. */
  clocks: readonly ClockFace[]
  pausedAt: Temporal.Instant | null
  /** Whether the reply still waits for somebody. */
  approval: Approval
  relatives: readonly Relative[]
  now: Temporal.Instant
}

/** Proposed, and somebody was asked to approve it. */
export const awaitsApproval = ({ complaint: { state }, approval }: Pick<Standing, 'complaint' | 'approval'>): boolean =>
  state === 'proposed' && approval === 'pending'

/** How urgent it is: what is breached or critical is bad, what is close to it or major is a warning. */
export function toneOf({ complaint: { state, severity }, clocks }: Pick<Standing, 'complaint' | 'clocks'>): Tone {
  if (state === 'replied' || state === 'closed') return 'good'
  if (!isOpen(state)) return 'plain'
  const running = clocks.filter(({ state }) => state === 'running' || state === 'paused')
  if (severity === 1 || running.some(({ breachedAt }) => breachedAt)) return 'bad'
  return severity === 2 || running.some(isClose) ? 'warning' : 'plain'
}

const isClose = ({ usedMinutes, minutes }: ClockFace): boolean => usedMinutes >= 0.75 * minutes
