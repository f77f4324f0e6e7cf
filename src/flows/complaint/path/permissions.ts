import { UserError } from '../../../errors.ts'
import type { Asking } from '../../../flow.ts'
import { adminsOf, isAdmin, memberById } from '../../../people/members.ts'
import type { Complaint } from '../store/complaints.ts'
import { stepWords } from './messages/steps.ts'
import { standInOf, toldByEscalations } from './store/insiders.ts'

/** The owner and administrators decide about a complaint; an administrator whom it is about only where there is no other. */
export async function mustManage(ctx: Asking, complaint: Complaint): Promise<void> {
  if (await mayManage(ctx, complaint)) return
  const words = stepWords[ctx.locale]
  if (complaint.namedIds.includes(ctx.actor.id)) throw new UserError(words.youAreNamed)
  throw new UserError(words.ownerOnly(await ownerName(ctx, complaint)))
}

/** Besides those it is whoever it was escalated to, or stands in for an owner who is away. */
export async function mustBeAbleToTake(ctx: Asking, complaint: Complaint): Promise<void> {
  if (await mayTake(ctx, complaint)) return
  const words = stepWords[ctx.locale]
  if (complaint.namedIds.includes(ctx.actor.id)) throw new UserError(words.youAreNamed)
  throw new UserError(words.takersOnly(await ownerName(ctx, complaint)))
}

export async function mayManage(
  { db, actor }: Asking,
  { workspaceId, ownerId, namedIds }: Complaint,
): Promise<boolean> {
  if (actor.id === ownerId) return true
  if (!isAdmin(actor)) return false
  if (!namedIds.includes(actor.id)) return true
  return (await adminsOf(db, workspaceId)).every(({ id }) => namedIds.includes(id))
}

export async function mayTake(ctx: Asking, complaint: Complaint): Promise<boolean> {
  const { id } = ctx.actor
  if (await mayManage(ctx, complaint)) return true
  if (complaint.namedIds.includes(id)) return false
  const told = (await toldByEscalations(ctx.db, [complaint])).get(complaint.id) ?? []
  return told.includes(id) || (await standInOf(ctx.db, complaint, ctx.now)) === id
}

export async function ownerName({ db, workspace }: Asking, { ownerId }: Complaint): Promise<string> {
  return (await memberById(db, workspace.id, ownerId))?.name ?? '?'
}
