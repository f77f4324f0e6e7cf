import { nextOccurrence } from '../../../calendar/occurrences.ts'
import type { Member } from '../../../database/types.ts'
import type { Context } from '../../../flow.ts'
import { planAll } from '../../../timers/plan.ts'
import { settingsOf } from '../store/settings.ts'
import { involved, unplanned } from './store/rounds.ts'

export const MORNING = '09:00'

/** Their next working morning, on the holidays of the register. */
export async function planRounds(ctx: Context, members: readonly Member[]): Promise<void> {
  if (members.length === 0) return
  const { holidays } = await settingsOf(ctx.db, ctx.workspace.id)
  const plans = members.flatMap(({ id, name, timeZone, workingDays }) => {
    const next = nextOccurrence({ timeZone, time: MORNING, days: workingDays, holidays }, ctx.now)
    return next ? { kind: 'risk.round', subject: id, at: next.at, about: name } : []
  })
  await planAll(ctx, plans)
}

/** Each of these, or of all, who has something that will be asked about is looked after; one that waits stays as it is. */
export async function ensureRounds(ctx: Context, among?: readonly string[]): Promise<number> {
  const ids = await involved(ctx.db, ctx.workspace.id, among)
  const members = await unplanned(ctx.db, ctx.workspace.id, ids)
  await planRounds(ctx, members)
  return members.length
}
