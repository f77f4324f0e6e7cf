import type { Alert } from '../../alerts/store/alerts.ts'
import { UserError } from '../../errors.ts'
import type { Asking } from '../../flow.ts'
import { isAdmin, isColleague, memberById } from '../../people/members.ts'
import { underOf } from '../../people/under.ts'
import { alertsWords } from './messages/alerts.ts'
import { referenceOf } from './which.ts'

export function mustBeColleague({ actor, locale }: Asking): void {
  if (!isColleague(actor)) throw new UserError(alertsWords[locale].notForGuests)
}

/** The third line reads and changes nothing; what an auditor owns is theirs all the same. */
export function mustTakePart(ctx: Asking, { ownerId, holderId }: Alert): void {
  mustBeColleague(ctx)
  const { actor, locale } = ctx
  const isTheirs = [ownerId, holderId].includes(actor.id)
  if (actor.roles.includes('audit') && !isAdmin(actor) && !isTheirs)
    throw new UserError(alertsWords[locale].auditorsOnlyRead)
}

/** Its owner, whoever has taken it, those above them, the second line and administrators. */
export async function mustResolve(ctx: Asking, alert: Alert): Promise<void> {
  mustBeColleague(ctx)
  const { db, workspace, actor, locale } = ctx
  const { ownerId, holderId } = alert
  if (isAdmin(actor) || actor.roles.includes('risk') || [ownerId, holderId].includes(actor.id)) return
  const under = await underOf(db, actor)
  if (under.has(ownerId) || under.has(holderId ?? '')) return
  const words = alertsWords[locale]
  const owner = await memberById(db, workspace.id, ownerId)
  throw new UserError(words.mayNotResolve(referenceOf(alert, locale), owner?.name ?? words.somebody))
}
