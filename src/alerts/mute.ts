import { record } from '../audit/record.ts'
import { toInstant } from '../calendar/instant.ts'
import type { Context, Due } from '../flow.ts'
import { cancel, plan } from '../timers/plan.ts'
import { type Alert, alertsByIds, changeAlert, isOver } from './store/alerts.ts'
import { holdAlerts } from './store/settings.ts'
import { tellAll } from './tell.ts'

const UNMUTE = 'alert.unmute'

export async function planUnmute(ctx: Context, { id, about, mutedUntil }: Alert): Promise<void> {
  if (mutedUntil) await plan(ctx, { kind: UNMUTE, subject: id, at: toInstant(mutedUntil), about })
  else await cancel(ctx, UNMUTE, id)
}

/** From now on it is counted and not told: whoever looked for somebody to take it stops. */
export async function silenced(ctx: Context, alert: Alert): Promise<Alert> {
  if (alert.toldAt === null) return alert
  await record(ctx, { action: 'alert.muted', subject: `alert:${alert.id}`, detail: { number: alert.number } })
  return changeAlert(ctx.db, alert, { toldAt: null })
}

/** The mute is over while it still fires: it is told, once. */
export async function unmuteOnTime(ctx: Context, { subject }: Due): Promise<void> {
  await holdAlerts(ctx.db, ctx.workspace.id)
  const [alert] = await alertsByIds(ctx.db, ctx.workspace.id, [subject])
  if (!alert?.mutedUntil || isOver(alert) || alert.mutedUntil.getTime() > ctx.now.epochMilliseconds) return
  await tellAll(ctx, [alert])
}
