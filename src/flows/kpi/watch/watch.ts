import type { Context } from '../../../flow.ts'
import { groupBy } from '../../../lists/group-by.ts'
import { type Rule, rulesOf } from '../store/kpi-rules.ts'
import type { Kpi } from '../store/kpis.ts'
import type { Measured } from '../store/samples.ts'
import { calendarOf } from '../store/settings.ts'
import { follow } from './follow.ts'
import { isAboutValues, judge, judgeAll } from './judge.ts'
import { endAlerts, retell } from './retell.ts'
import { judgeSilence } from './silence.ts'

/** These values are other than before: the rules judge them, and alerts follow. The caller holds the KPIs, as they were before them. */
export async function watch(
  ctx: Context,
  { kpis, changed }: { kpis: readonly Kpi[]; changed: readonly Measured[] },
): Promise<void> {
  const calendar = await calendarOf(ctx.db, ctx.workspace.id)
  const byKpi = groupBy(changed, ({ kpiId }) => kpiId)
  const touched = kpis.filter(({ id, archivedAt }) => byKpi.has(id) && archivedAt === null)
  const rules = groupBy(
    await rulesOf(
      ctx.db,
      touched.map(({ id }) => id),
    ),
    ({ kpiId }) => kpiId,
  )
  const judged = await judge(
    ctx.db,
    touched.map((kpi) => ({
      ...{ kpi, rules: (rules.get(kpi.id) ?? []).filter(isAboutValues), changed: byKpi.get(kpi.id) ?? [] },
    })),
    calendar,
  )
  const silent = touched.filter(({ id }) => (rules.get(id) ?? []).some((rule) => !isAboutValues(rule)))
  await follow(ctx, [...judged, ...(await judgeSilence(ctx, silent, calendar))])
}

/** These rules are new, or other than before: they judge all values there are. The caller holds the KPI. */
export async function watchAnew(ctx: Context, kpi: Kpi, rules: readonly Rule[]): Promise<void> {
  const calendar = await calendarOf(ctx.db, ctx.workspace.id)
  const ofValues = rules.filter(isAboutValues)
  const silent = rules.length > ofValues.length ? [kpi] : []
  const judged = [
    ...(await judgeAll(ctx.db, { kpi, rules: ofValues }, calendar)),
    ...(await judgeSilence(ctx, silent, calendar)),
  ]
  const calm = judged.filter(({ rule }) => !rule.standing.now.isFiring).map(({ rule }) => rule)
  await endAlerts(ctx, kpi, calm)
  await retell(ctx, kpi)
}
