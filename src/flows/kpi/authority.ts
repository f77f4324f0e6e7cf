import { UserError } from '../../errors.ts'
import type { Asking } from '../../flow.ts'
import { isAdmin, isColleague, memberById } from '../../people/members.ts'
import { underOf } from '../../people/under.ts'
import { kpiWords } from './messages/kpis.ts'
import type { Kpi } from './store/kpis.ts'

export function mustBeColleague({ actor, locale }: Asking): void {
  if (!isColleague(actor)) throw new UserError(kpiWords[locale].notForGuests)
}

/** Its owner, everybody above the owner, the second line and administrators. */
export async function mayChange({ db, actor }: Asking, { ownerId }: Pick<Kpi, 'ownerId'>): Promise<boolean> {
  if (isSecondLine(actor) || actor.id === ownerId) return true
  return (await underOf(db, actor)).has(ownerId)
}

export async function mustChange(ctx: Asking, kpi: Kpi): Promise<void> {
  if (await mayChange(ctx, kpi)) return
  const words = kpiWords[ctx.locale]
  const owner = await memberById(ctx.db, ctx.workspace.id, kpi.ownerId)
  throw new UserError(words.notYours(kpi.name, owner?.name ?? words.somebody))
}

export function mustBeSecondLine({ actor, locale }: Asking): void {
  if (!isSecondLine(actor)) throw new UserError(kpiWords[locale].adminsOnly)
}

const isSecondLine = (actor: Asking['actor']): boolean => isAdmin(actor) || actor.roles.includes('risk')
