import { nextOccurrence } from '../../../calendar/occurrences.ts'
import type { Member } from '../../../database/types.ts'
import type { Context } from '../../../flow.ts'
import { isColleague, membersByIds } from '../../../people/members.ts'
import { planAll } from '../../../timers/plan.ts'
import { settingsOf } from '../store/settings.ts'
import { involvedIn } from './store/involved.ts'

const ROUND = 'okr.round'

/** Each of these members is looked after from now on: their next daily round, by their own calendar. */
export async function planRounds(ctx: Context, memberIds: readonly string[]): Promise<void> {
  await planRoundsOf(ctx, await membersByIds(ctx.db, ctx.workspace.id, [...new Set(memberIds)]))
}

export async function planRoundsOf(ctx: Context, members: readonly Member[]): Promise<void> {
  const { time, holidays } = await settingsOf(ctx.db, ctx.workspace.id)
  const plans = members.filter(isColleague).flatMap(({ id, name, timeZone, workingDays }) => {
    const next = nextOccurrence({ timeZone, time, days: workingDays, holidays }, ctx.now)
    return next ? { kind: ROUND, subject: id, at: next.at, about: name } : []
  })
  await planAll(ctx, plans)
}

/** Time or holidays are others than before: everybody's next round. */
export const replanAll = async (ctx: Context): Promise<void> =>
  planRounds(ctx, await involvedIn(ctx.db, ctx.workspace.id))
