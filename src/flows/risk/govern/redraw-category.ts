import type { Context } from '../../../flow.ts'
import { redraw } from '../drawn.ts'
import { risksBy } from '../store/risks.ts'

/** What people see of the open risks of a category is as it is now. */
export async function redrawCategory(ctx: Context, categoryId: string): Promise<void> {
  const where = { workspaceId: ctx.workspace.id, categoryId, channelId: { not: null }, state: { not: 'closed' } }
  for (const risk of await risksBy(ctx.db, where)) await redraw(ctx, risk)
}
