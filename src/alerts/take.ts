import { record } from '../audit/record.ts'
import { toDate } from '../calendar/instant.ts'
import type { Member } from '../database/types.ts'
import { acknowledge } from '../escalation/acknowledge.ts'
import { handOver } from '../escalation/hand-over.ts'
import { findByWhich } from '../escalation/store/escalations.ts'
import type { Context } from '../flow.ts'
import { redrawAll } from './redraw.ts'
import { type Alert, changeAlert } from './store/alerts.ts'
import { openWalks, settleWalks, whichWalk } from './walks.ts'

/** Somebody takes this one: nobody else is looked for. The caller holds the alerts. */
export async function takeAlert(ctx: Context, alert: Alert, by: Member): Promise<void> {
  const walk = await walkOfItsOwn(ctx, alert)
  await acknowledge(ctx, whichWalk(walk), by)
  await noteTaken(ctx, [{ ...alert, walk }], by)
}

/** Somebody gives it to somebody else, who is told. */
export async function assignAlert(ctx: Context, alert: Alert, giving: { by: Member; to: Member }): Promise<void> {
  const walk = await walkOfItsOwn(ctx, alert)
  const escalation = await findByWhich(ctx.db, ctx.workspace.id, whichWalk(walk))
  if (escalation) await handOver(ctx, escalation, giving)
  await noteTaken(ctx, [{ ...alert, walk }], giving.to)
}

/** Whoever has it, by a button of the walk or of the alert. */
export async function noteTaken(ctx: Context, alerts: readonly Alert[], holder: Member): Promise<void> {
  const taken: Alert[] = []
  for (const alert of alerts) {
    const { id, number } = alert
    const data = { state: 'acknowledged', holderId: holder.id, acknowledgedAt: toDate(ctx.now) } as const
    taken.push(await changeAlert(ctx.db, alert, data))
    const detail = { number, by: holder.id }
    await record(ctx, { action: 'alert.acknowledged', subject: `alert:${id}`, detail })
  }
  await redrawAll(ctx, taken)
}

/** Whoever had it shows no progress or is gone: it is open again. */
export async function noteWoken(ctx: Context, alerts: readonly Alert[]): Promise<void> {
  const open: Alert[] = []
  for (const alert of alerts)
    open.push(await changeAlert(ctx.db, alert, { state: 'open', holderId: null, acknowledgedAt: null }))
  await redrawAll(ctx, open)
}

/** One of many, or one that nobody was told of, is somebody's by itself. */
async function walkOfItsOwn(ctx: Context, alert: Alert): Promise<string> {
  if (alert.walk === alert.id) return alert.walk
  const toldAt = alert.toldAt ?? toDate(ctx.now)
  const alone = await changeAlert(ctx.db, alert, { walk: alert.id, toldAt })
  await openWalks(ctx, [alone])
  if (alert.walk) await settleWalks(ctx, [alert.walk])
  return alert.id
}
