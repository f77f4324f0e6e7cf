import { UserError } from '../../errors.ts'
import type { Asking } from '../../flow.ts'
import { isAdmin, isColleague, memberById } from '../../people/members.ts'
import { underOf } from '../../people/under.ts'
import { kpiWords } from './messages/kpis.ts'
import type { Kpi } from './store/kpis.ts'

type Acting = Pick<Asking, 'db' | 'actor'>

export function mustBeColleague({ actor, locale }: Asking): void {
  if (!isColleague(actor)) throw new UserError(kpiWords[locale].notForGuests)
}

/** Its owner, everybody above the owner, the second line and administrators. */
export const mayChange = async (ctx: Acting, kpi: Pick<Kpi, 'ownerId'>): Promise<boolean> =>
  (await changeableBy(ctx))(kpi)

/** The same for many, looked up once. */
export async function changeableBy({ db, actor }: Acting): Promise<(kpi: Pick<Kpi, 'ownerId'>) => boolean> {
  if (isSecondLine(actor)) return () => true
  const under = await underOf(db, actor)
  return ({ ownerId }) => under.has(ownerId)
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
