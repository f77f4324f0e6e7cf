import { toInstant } from '../../../calendar/instant.ts'
import type { Context } from '../../../flow.ts'
import { membersByIds } from '../../../people/members.ts'
import { type ClockFace, clocksOfMany } from '../clocks/clockwork.ts'
import { approvalOf } from '../path/store/proposals.ts'
import type { Complaint } from '../store/complaints.ts'
import type { Standing } from './cards/standing.ts'
import { lastOf } from './store/history.ts'
import { relativesOfAll } from './store/relatives.ts'

/** All that a card of this complaint shows. */
export async function standingOf(ctx: Context, complaint: Complaint): Promise<Standing> {
  const [standing] = await standingsOf(ctx, [complaint])
  if (!standing) throw new Error('A complaint stands nowhere')
  return standing
}

export async function standingsOf(
  { db, workspace, now }: Context,
  complaints: readonly Complaint[],
): Promise<Standing[]> {
  const ids = complaints.map(({ id }) => id)
  const faces = await clocksOfMany(db, ids, now)
  const relatives = await relativesOfAll(db, ids)
  const ownerIds = new Set(complaints.map(({ ownerId }) => ownerId))
  const owners = await membersByIds(db, workspace.id, [...ownerIds])
  const standings: Standing[] = []
  for (const complaint of complaints) {
    const clocks = newest(faces.get(complaint.id) ?? [])
    const isPaused = clocks.some(({ state }) => state === 'paused')
    const paused = isPaused ? await lastOf(db, complaint.id, 'paused') : null
    standings.push({
      ...{ complaint, clocks, now, pausedAt: paused && toInstant(paused.at) },
      owner: owners.find(({ id }) => id === complaint.ownerId) ?? null,
      relatives: relatives.filter(({ ofId, confidential }) => ofId === complaint.id && !confidential),
      approval: await approvalOf(db, complaint),
    })
  }
  return standings
}

const newest = (clocks: readonly ClockFace[]): ClockFace[] =>
  clocks.filter((face) => !clocks.some((one) => one.kind === face.kind && one.round > face.round))
