import { toInstant } from '../../../calendar/instant.ts'
import type { Context } from '../../../flow.ts'
import { memberById } from '../../../people/members.ts'
import { type ClockFace, clocksOf } from '../clocks/clockwork.ts'
import { approvalOf } from '../path/store/proposals.ts'
import type { Complaint } from '../store/complaints.ts'
import type { Standing } from './cards/standing.ts'
import { lastOf } from './store/history.ts'
import { relativesOf } from './store/relatives.ts'

/** All that a card of this complaint shows. */
export async function standingOf(ctx: Context, complaint: Complaint): Promise<Standing> {
  const clocks = newest(await clocksOf(ctx.db, complaint, ctx.now))
  const isPaused = clocks.some(({ state }) => state === 'paused')
  const paused = isPaused ? await lastOf(ctx.db, complaint.id, 'paused') : null
  const relatives = await relativesOf(ctx.db, complaint)
  return {
    complaint,
    owner: await memberById(ctx.db, ctx.workspace.id, complaint.ownerId),
    clocks,
    pausedAt: paused && toInstant(paused.at),
    relatives: relatives.filter(({ confidential }) => !confidential),
    approval: await approvalOf(ctx.db, complaint),
    now: ctx.now,
  }
}

const newest = (clocks: readonly ClockFace[]): ClockFace[] =>
  clocks.filter((face) => !clocks.some((one) => one.kind === face.kind && one.round > face.round))
