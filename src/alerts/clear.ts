import { recordAll } from '../audit/record.ts'
import { toDate } from '../calendar/instant.ts'
import type { Context } from '../flow.ts'
import { cancelAll } from '../timers/plan.ts'
import { redrawAll } from './redraw.ts'
import { alertsByIds, isOver, newestOf, type Which } from './store/alerts.ts'
import { holdAlerts } from './store/settings.ts'

/** These rules are calm again: what is open about them ends. Nothing happens where nothing is. */
export async function clearAll(ctx: Context, which: readonly Which[]): Promise<void> {
  if (which.length === 0) return
  await holdAlerts(ctx.db, ctx.workspace.id)
  const newest = await newestOf(ctx.db, ctx.workspace.id, which)
  const firing = [...newest.values()].filter(({ calmAt }) => calmAt === null)
  const [ids, ending] = [firing.map(({ id }) => id), firing.filter((alert) => !isOver(alert)).map(({ id }) => id)]
  const now = toDate(ctx.now)
  await ctx.db.alert.updateMany({ where: { id: { in: ids } }, data: { calmAt: now } })
  await ctx.db.alert.updateMany({ where: { id: { in: ending } }, data: { state: 'resolved', resolvedAt: now } })
  await cancelAll(ctx, 'alert.unmute', ending)
  const detail = { by: 'rule' }
  await recordAll(
    ctx,
    ending.map((id) => ({ action: 'alert.resolved', subject: `alert:${id}`, detail })),
  )
  await redrawAll(ctx, await alertsByIds(ctx.db, ctx.workspace.id, ending))
}
