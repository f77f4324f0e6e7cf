import type { Member } from '../database/types.ts'
import type { Context } from '../flow.ts'
import { reviseAll } from '../outbox/say.ts'
import { drawingOf } from './around.ts'
import { postsOf, stormPosts } from './places.ts'
import { type Alert, alertsBy } from './store/alerts.ts'
import { settleWalks } from './walks.ts'

/** These are other than before: so is what people see of them, and whom the walks look for. */
export async function redrawAll(ctx: Context, alerts: readonly Alert[], by?: Member): Promise<void> {
  if (alerts.length === 0) return
  await redrawPosts(ctx, alerts)
  await settleWalks(ctx, [...new Set(alerts.flatMap(({ walk }) => walk ?? []))], by)
}

async function redrawPosts(ctx: Context, alerts: readonly Alert[]): Promise<void> {
  const drawing = await drawingOf(ctx, alerts)
  const single = alerts.flatMap((alert) => postsOf(ctx, alert, drawing))
  await reviseAll(ctx, single)
  await redrawStorms(
    ctx,
    alerts.flatMap(({ stormId }) => stormId ?? []),
  )
}

/** What these hold is other than before. */
export async function redrawStorms(ctx: Context, ids: readonly string[]): Promise<void> {
  for (const id of new Set(ids)) {
    const all = await alertsBy(ctx.db, { workspaceId: ctx.workspace.id, stormId: id })
    await reviseAll(ctx, stormPosts(ctx, { id, alerts: all }, await drawingOf(ctx, all)))
  }
}
