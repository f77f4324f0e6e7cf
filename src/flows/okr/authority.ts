import { UserError } from '../../errors.ts'
import type { Asking } from '../../flow.ts'
import { isAdmin, memberById } from '../../people/members.ts'
import { underOf } from '../../people/under.ts'
import { refusals } from './messages/refusals.ts'
import { writeKeyResult, writeObjective } from './rules/reference.ts'
import type { KeyResultWithObjective, Objective } from './store/objectives.ts'

/** The owner, everybody above the owner, and administrators. */
export async function mustOwnObjective(ctx: Asking, { number, ownerId }: Objective): Promise<void> {
  if (await speaksFor(ctx, [ownerId])) return
  throw new UserError(refusals[ctx.locale].notYours(writeObjective(number), await nameOf(ctx, ownerId)))
}

/** Its owner, its objective's owner, everybody above these, and administrators. */
export async function mustOwnKeyResult(ctx: Asking, keyResult: KeyResultWithObjective): Promise<void> {
  if (await mayChangeKeyResult(ctx, keyResult)) return
  const { number, ownerId } = keyResult
  throw new UserError(refusals[ctx.locale].notYours(writeKeyResult(number), await nameOf(ctx, ownerId)))
}

export const mayChangeKeyResult = (ctx: Asking, { ownerId, objective }: KeyResultWithObjective): Promise<boolean> =>
  speaksFor(ctx, [ownerId, objective.ownerId])

/** Whether the actor is one of these, above one of these, or an administrator. */
export async function speaksFor(ctx: Asking, memberIds: readonly string[]): Promise<boolean> {
  if (isAdmin(ctx.actor) || memberIds.includes(ctx.actor.id)) return true
  const under = await underOf(ctx.db, ctx.actor)
  return memberIds.some((id) => under.has(id))
}

export function mustBeAdmin({ actor, locale }: Asking): void {
  if (!isAdmin(actor)) throw new UserError(refusals[locale].adminsOnly)
}

async function nameOf({ db, workspace, locale }: Asking, id: string): Promise<string> {
  return (await memberById(db, workspace.id, id))?.name ?? refusals[locale].somebody
}
