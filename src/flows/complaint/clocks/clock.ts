import { type Asking, type Reply, show } from '../../../flow.ts'
import { membersByIds } from '../../../people/members.ts'
import type { Complaint } from '../store/complaints.ts'
import { byId } from '../which.ts'
import { clockCard } from './cards/clock-card.ts'
import { clocksOfOne } from './store/clocks.ts'

/** `/complaint clock C-12`: the arithmetic of every clock, and what it is made of. */
export async function showClocks(ctx: Asking, complaint: Complaint): Promise<Reply> {
  const clocks = await clocksOfOne(ctx.db, complaint)
  const ids = clocks.flatMap(({ ledger }) => ledger.flatMap(({ byId }) => byId ?? []))
  const members = await membersByIds(ctx.db, ctx.workspace.id, [...new Set(ids)])
  const names = new Map(members.map(({ id, name }) => [id, name]))
  const { locale, now, actor } = ctx
  return show(clockCard({ complaint, clocks, now, names }, { locale, timeZone: actor.timeZone }))
}

export const showClocksByButton = async (ctx: Asking, value: string): Promise<Reply> =>
  showClocks(ctx, await byId(ctx, value))
