import { record } from '../audit/record.ts'
import { toDate, toInstant } from '../calendar/instant.ts'
import type { Context, Due } from '../flow.ts'
import { plan } from '../timers/plan.ts'
import type { Changed } from './changes.ts'
import { planUnmute, silenced } from './mute.ts'
import type { Raising } from './raise.ts'
import { cardsOf, termsOf } from './raised.ts'
import { redrawAll } from './redraw.ts'
import { SETTLE_MINUTES } from './rules/becomes.ts'
import { type Alert, alertsByIds, changeAlert } from './store/alerts.ts'
import { holdAlerts } from './store/settings.ts'
import { openWalks } from './walks.ts'

const SETTLE = 'alert.settle'

/** It was calm and fires again soon: the same alert, which looks for somebody anew only if it stays. */
export async function comeBack(ctx: Context, known: Alert, raising: Raising): Promise<Changed> {
  const settlesAt = known.settlesAt ?? toDate(ctx.now.add({ minutes: SETTLE_MINUTES }))
  const { channelId, ...terms } = termsOf(ctx, raising)
  const alert = await changeAlert(ctx.db, known, {
    ...{ ...terms, cards: cardsOf(raising), channelId: channelId ?? known.channelId },
    ...{
      state: 'open',
      holderId: null,
      acknowledgedAt: null,
      resolvedAt: null,
      calmAt: null,
      firedAt: toDate(ctx.now),
    },
    ...{ comebacks: { increment: 1 }, firingsBefore: known.firingsBefore + known.firings, settlesAt },
  })
  const detail = { number: alert.number, comebacks: alert.comebacks }
  await record(ctx, { action: 'alert.came-back', subject: `alert:${alert.id}`, detail })
  await plan(ctx, { kind: SETTLE, subject: alert.id, at: toInstant(settlesAt), about: alert.about })
  await planUnmute(ctx, alert)
  if (alert.mutedUntil) return { alert: await silenced(ctx, alert), becomes: 'drawn' }
  return { alert, becomes: alert.toldAt ? 'drawn' : 'told' }
}

/** It has had its time: if it is there, somebody has to take it. */
export async function settleOnTime(ctx: Context, { subject }: Due): Promise<void> {
  await holdAlerts(ctx.db, ctx.workspace.id)
  const [alert] = await alertsByIds(ctx.db, ctx.workspace.id, [subject])
  if (!alert?.settlesAt) return
  const settled = await changeAlert(ctx.db, alert, { settlesAt: null })
  if (settled.state !== 'open') return
  await redrawAll(ctx, [settled])
  if (settled.toldAt) await openWalks(ctx, [settled])
}
