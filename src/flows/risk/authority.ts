import { UserError } from '../../errors.ts'
import type { Asking } from '../../flow.ts'
import { isAdmin, isColleague, memberById } from '../../people/members.ts'
import { holds } from '../../people/roles.ts'
import { underOf } from '../../people/under.ts'
import { refusals } from './messages/refusals.ts'
import { writeRisk } from './rules/reference.ts'
import type { Risk } from './store/risks.ts'

export function mustBeColleague({ actor, locale }: Asking): void {
  if (!isColleague(actor)) throw new UserError(refusals[locale].notForGuests)
}

/** The third line reads everything and changes nothing, whatever else somebody is. */
export function mustNotAudit(ctx: Asking): void {
  mustBeColleague(ctx)
  if (holds(ctx.actor, 'audit')) throw new UserError(refusals[ctx.locale].auditorsOnlyRead)
}

/** Categories, scales and appetite: the second line, and administrators. */
export function mustBeSecondLine(ctx: Asking): void {
  mustNotAudit(ctx)
  if (!isSecondLine(ctx)) throw new UserError(refusals[ctx.locale].secondLineOnly)
}

export const isSecondLine = ({ actor }: Asking): boolean => holds(actor, 'risk') || isAdmin(actor)

/** The owner, everybody above the owner, the second line and administrators. */
export async function mustOwnRisk(ctx: Asking, { number, ownerId }: Risk): Promise<void> {
  mustNotAudit(ctx)
  if (ownerId === ctx.actor.id || isSecondLine(ctx)) return
  if ((await underOf(ctx.db, ctx.actor)).has(ownerId)) return
  const owner = await memberById(ctx.db, ctx.workspace.id, ownerId)
  const { notYours, somebody } = refusals[ctx.locale]
  throw new UserError(notYours(writeRisk(number), owner?.name ?? somebody))
}
