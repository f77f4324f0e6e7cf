import type { Asking } from '../../../flow.ts'
import { settingsOf } from '../store/settings.ts'
import { letGo } from './overdue.ts'
import { rhythmOf, teamsOf } from './rhythm-of.ts'

/** Where a rhythm was set to never: nobody needs to answer what is open there. */
export async function letGoOfTheNeverDue(ctx: Asking): Promise<void> {
  const settings = await settingsOf(ctx.db, ctx.workspace.id)
  const rhythms = await teamsOf(ctx.db, ctx.workspace.id)
  const where = { workspaceId: ctx.workspace.id, archivedAt: null, cycle: { closedAt: null } }
  const all = await ctx.db.okrObjective.findMany({ where, select: { id: true, every: true, day: true, team: true } })
  const never = all.filter((objective) => rhythmOf(objective, rhythms, settings).every === 'never')
  if (never.length > 0) await letGo(ctx, { objectiveId: { in: never.map(({ id }) => id) } })
}
