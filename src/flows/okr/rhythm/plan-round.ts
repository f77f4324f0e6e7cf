import { nextOccurrence } from '../../../calendar/occurrences.ts'
import type { Context } from '../../../flow.ts'
import { isColleague, membersByIds } from '../../../people/members.ts'
import { plan } from '../../../timers/plan.ts'
import { settingsOf } from '../store/settings.ts'

/** Each of these members is looked after from now on: their next daily round, by their own calendar. */
export async function planRounds(ctx: Context, memberIds: readonly string[]): Promise<void> {
  const { time, holidays } = await settingsOf(ctx.db, ctx.workspace.id)
  const members = await membersByIds(ctx.db, ctx.workspace.id, [...new Set(memberIds)])
  for (const { id, name, timeZone, workingDays } of members.filter(isColleague)) {
    const next = nextOccurrence({ timeZone, time, days: workingDays, holidays }, ctx.now)
    if (next) await plan(ctx, { kind: 'okr.round', subject: id, at: next.at, about: name })
  }
}
