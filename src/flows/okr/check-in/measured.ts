import { Temporal } from 'temporal-polyfill'
import type { Asking, Context, Measured } from '../../../flow.ts'
import { dateMeant } from '../rules/check-in-date.ts'
import { daysOf, holdCycle } from '../store/cycles.ts'
import { isLive, type KeyResult, type KeyResultWithObjective, lockObjective } from '../store/objectives.ts'
import { recordCheckIn } from './record.ts'
import { objectivesFollowing } from './store/followers.ts'

/** Values of KPIs become check-ins of the key results that follow them, each for its day, as far as their cycles reach. */
export async function measured(ctx: Context, all: readonly Measured[]): Promise<void> {
  const valuesOf = new Map(all.map(({ key, values }) => [key, values]))
  const followed = ({ kpi, kind }: KeyResult) =>
    kind === 'milestone' ? undefined : valuesOf.get(kpi?.trim().toLowerCase() ?? '')
  for (const id of await objectivesFollowing(ctx.db, ctx.workspace.id, [...valuesOf.keys()]))
    for (const keyResult of await heldIn(ctx, id)) await follow(ctx, keyResult, followed(keyResult)?.() ?? [])
}

/** The key results of this objective, held; none where it is archived or its cycle closed meanwhile. */
async function heldIn({ db, workspace }: Context, objectiveId: string): Promise<KeyResultWithObjective[]> {
  const objective = await lockObjective(db, workspace.id, objectiveId)
  if (!objective || !isLive(objective)) return []
  const cycle = await holdCycle(db, workspace.id, objective.cycleId)
  if (!cycle || cycle.closedAt) return []
  return objective.keyResults.filter(isLive).map((one) => ({ ...one, objective }))
}

/** Nobody has checked in: the KPI has, whoever has written its value. */
async function follow(
  ctx: Context,
  keyResult: KeyResultWithObjective,
  values: ReturnType<Measured['values']>,
): Promise<void> {
  const { actor: _, ...nobody } = ctx as Context & Partial<Asking>
  const days = daysOf(keyResult.objective.cycle, ctx.now)
  for (const { on, value } of values.toSorted((a, b) => Temporal.PlainDate.compare(a.on, b.on))) {
    const known = Temporal.PlainDate.compare(on, days.today) > 0 ? days.today : on
    const forDate = dateMeant(known, days)
    if (typeof forDate !== 'string') await recordCheckIn(nobody, keyResult, { said: { value, forDate }, source: 'kpi' })
  }
}
