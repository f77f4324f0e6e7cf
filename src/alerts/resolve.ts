import { record } from '../audit/record.ts'
import { toDate } from '../calendar/instant.ts'
import type { Member } from '../database/types.ts'
import type { Context } from '../flow.ts'
import { cancelAll } from '../timers/plan.ts'
import { redrawAll } from './redraw.ts'
import { type Alert, changeAlert } from './store/alerts.ts'

/** Somebody says that it is dealt with, and what it was. The caller holds the alerts. */
export async function resolveAlert(
  ctx: Context,
  alert: Alert,
  { by, cause }: { by: Member; cause: string },
): Promise<Alert> {
  const { id, number } = alert
  const now = toDate(ctx.now)
  const resolved = await changeAlert(ctx.db, alert, {
    ...{ state: 'resolved', resolvedAt: now, resolvedById: by.id, cause },
  })
  await cancelAll(ctx, 'alert.unmute', [id])
  await record(ctx, { action: 'alert.resolved', subject: `alert:${id}`, detail: { number, by: by.id } })
  await redrawAll(ctx, [resolved], by)
  return resolved
}
