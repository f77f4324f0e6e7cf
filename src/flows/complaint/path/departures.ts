import { toDate } from '../../../calendar/instant.ts'
import type { Member, Post } from '../../../database/types.ts'
import { presentFacts } from '../../../escalation/store/facts.ts'
import type { Context } from '../../../flow.ts'
import { memberById } from '../../../people/members.ts'
import { channelClosed } from '../intake/channel-closed.ts'
import { ENDS } from '../rules/path.ts'
import { type Candidate, chooseOwner } from '../rules/routing-owner.ts'
import { type Complaint, lockComplaint } from '../store/complaints.ts'
import { settingsOf } from '../store/settings.ts'
import { arrangeApproval, askWhoeverIsHere } from './approval.ts'
import { assignTo } from './assign.ts'
import { sayOwnerUnreachable } from './say-unreachable.ts'
import { leftWithNobody } from './store/left.ts'
import { newestProposal, pendingQuestions, waitingFor } from './store/proposals.ts'

/** What was theirs goes to whoever can take it now, and what waits for their approval to the next one. */
export async function memberLeft(ctx: Context, member: Member): Promise<void> {
  for (const id of await ownedBy(ctx, member)) {
    const complaint = await lockComplaint(ctx.db, ctx.workspace.id, id)
    if (complaint?.ownerId === member.id) await passOn(ctx, complaint, member)
  }
  for (const id of await waitingFor(ctx.db, member.id)) {
    const complaint = await lockComplaint(ctx.db, ctx.workspace.id, id)
    if (complaint) await arrangeApproval(ctx, complaint)
  }
}

/** A question that does not arrive goes to the next one; an owner whom nothing reaches is named to others. */
export async function undelivered(ctx: Context, post: Post): Promise<void> {
  const [kind, placeId = ''] = post.place.split(':')
  if (kind === 'person') return personMissed(ctx, post, placeId)
  if (post.givenUpAt) return
  const channel = await ctx.db.channel.findFirst({ where: { id: placeId, workspaceId: ctx.workspace.id } })
  if (channel && !(await isKnownToBeClosed(ctx, channel.id))) await channelClosed(ctx, channel)
}

/** One message a day is enough, however many cards were to stand there. */
async function isKnownToBeClosed({ db, workspace, now }: Context, channelId: string): Promise<boolean> {
  const startsWith = `complaint/channel-closed/${channelId}/`
  const since = toDate(now.subtract({ hours: 24 }))
  const told = await db.post.count({ where: { workspaceId: workspace.id, key: { startsWith }, saidAt: { gt: since } } })
  return told > 0
}

async function personMissed(ctx: Context, { key }: Post, memberId: string): Promise<void> {
  const [, id = '', what = '', about = ''] = key.split('/')
  const complaint = await lockComplaint(ctx.db, ctx.workspace.id, id)
  if (!complaint) return
  const isNewest = what === 'approve' && (await newestProposal(ctx.db, id))?.id === about
  if (isNewest) await arrangeApproval(ctx, complaint, memberId)
  if (complaint.ownerId === memberId && !ENDS.includes(complaint.state)) await sayOwnerUnreachable(ctx, complaint)
}

/** Every minute: an owner who has left may have got one meanwhile, and whoever was asked to approve may have gone away. */
export async function repair(ctx: Context): Promise<number> {
  let repaired = 0
  for (const { id, ownerId } of await leftWithNobody(ctx.db, ctx.workspace.id)) {
    const complaint = await lockComplaint(ctx.db, ctx.workspace.id, id)
    const left = complaint?.ownerId === ownerId ? await memberById(ctx.db, ctx.workspace.id, ownerId) : null
    if (complaint && left && (await passOn(ctx, complaint, left))) repaired++
  }
  for (const id of await pendingQuestions(ctx.db, ctx.workspace.id)) {
    const complaint = await lockComplaint(ctx.db, ctx.workspace.id, id)
    if (complaint && (await askWhoeverIsHere(ctx, complaint))) repaired++
  }
  return repaired
}

async function ownedBy({ db, workspace }: Context, { id: ownerId }: Member): Promise<string[]> {
  const where = { workspaceId: workspace.id, ownerId, state: { notIn: [...ENDS] } }
  const rows = await db.complaint.findMany({ where, select: { id: true }, orderBy: { id: 'asc' } })
  return rows.map(({ id }) => id)
}

/** False where there is nobody at all. */
async function passOn(ctx: Context, complaint: Complaint, left: Member): Promise<boolean> {
  const { dutyOwnerId } = await settingsOf(ctx.db, ctx.workspace.id)
  const candidates: Candidate[] = [
    { origin: 'rule', memberId: left.id },
    ...(dutyOwnerId && dutyOwnerId !== left.id ? [{ origin: 'duty' as const, memberId: dutyOwnerId }] : []),
  ]
  const steps = candidates.map(({ memberId }) => ({
    ...{ after: 0, clock: 'calendar' as const, tell: { to: 'member' as const, memberId } },
  }))
  const question = { workspaceId: ctx.workspace.id, ownerId: left.id, now: ctx.now }
  const present = await presentFacts(ctx.db, question, { steps })
  const facts = { ...present, unreachable: new Set<string>(), excluded: new Set(complaint.namedIds) }
  const chosen = chooseOwner(candidates, facts)
  if (chosen) await assignTo(ctx, complaint, { ownerId: chosen.ownerId })
  else ctx.log.error({ complaint: complaint.id }, 'A complaint whose owner has left finds nobody')
  return chosen !== null
}
