import { toDate } from '../calendar/instant.ts'
import type { Context } from '../flow.ts'
import { sayAll } from '../outbox/say.ts'
import { drawingOf } from './around.ts'
import { postsOf, stormPosts } from './places.ts'
import { isStorm } from './rules/storm.ts'
import { type Alert, alertsByIds } from './store/alerts.ts'
import { settingsOf } from './store/settings.ts'
import { growStorm, stormOn, toldJustNow } from './store/storms.ts'
import { openWalks } from './walks.ts'

/** People hear of these now: of each by itself, or of all as one where they are a storm. The caller holds the alerts. */
export async function tellAll(ctx: Context, alerts: readonly Alert[]): Promise<void> {
  if (alerts.length === 0) return
  const { db, workspace, now } = ctx
  const settings = await settingsOf(db, workspace.id)
  const current = await stormOn(db, workspace.id, now)
  const before = await toldJustNow(db, workspace.id, now)
  const isOne = isStorm({ now: alerts.length, before, most: settings.stormAfter, isOn: current !== null })
  const stormId = isOne ? await growStorm(db, workspace.id, { id: current, now }) : null
  await noteTold(ctx, alerts, { stormId, channelId: settings.channelId })
  const told = await alertsByIds(
    db,
    workspace.id,
    alerts.map(({ id }) => id),
  )
  await post(ctx, told, stormId)
  await openWalks(ctx, told)
}

/** What a storm holds is told with it from then on. */
async function noteTold(
  ctx: Context,
  alerts: readonly Alert[],
  { stormId, channelId }: { stormId: string | null; channelId: string | null },
): Promise<void> {
  const ids = alerts.map(({ id }) => id)
  await ctx.db.$executeRaw`
    UPDATE "Alert" SET "toldAt" = ${toDate(ctx.now)}, "mutedUntil" = NULL, "muteReason" = NULL, "stormId" = ${stormId},
      "channelId" = COALESCE("channelId", ${channelId}),
      "tellings" = "tellings" + CASE WHEN ${stormId}::text IS NULL THEN 1 ELSE 0 END,
      "walk" = CASE WHEN ${stormId}::text IS NULL THEN "id" ELSE concat_ws('/', 'storm', ${stormId}::text, "ownerId", "severity") END
    WHERE "id" = ANY(${ids}::text[])`
}

async function post(ctx: Context, told: readonly Alert[], stormId: string | null): Promise<void> {
  if (!stormId) {
    const drawing = await drawingOf(ctx, told)
    const posts = told.flatMap((alert) => postsOf(ctx, alert, drawing))
    return sayAll(ctx, posts)
  }
  const alerts = (await ctx.db.alert.findMany({ where: { stormId }, select: { id: true } })).map(({ id }) => id)
  const all = await alertsByIds(ctx.db, ctx.workspace.id, alerts)
  await sayAll(ctx, stormPosts(ctx, { id: stormId, alerts: all }, await drawingOf(ctx, all)))
}
