import { type Asking, type Reply, show } from '../../../flow.ts'
import { holds } from '../../../people/roles.ts'
import { isSecondLine } from '../authority.ts'
import { categoriesOf } from '../store/categories.ts'
import { categoriesCard } from './cards/category-cards.ts'
import { loadsOf } from './store/categories.ts'

/** Below what was done with them. */
export async function listed(ctx: Asking, said?: string): Promise<Reply> {
  const all = await categoriesOf(ctx.db, ctx.workspace.id)
  const loads = await loadsOf(ctx.db, ctx.workspace.id)
  const mayChange = isSecondLine(ctx) && !holds(ctx.actor, 'audit')
  return show(categoriesCard(ctx.locale, { categories: all, loads, mayChange, ...(said && { said }) }))
}
