import { clearAll } from '../../../alerts/clear.ts'
import { raiseAll } from '../../../alerts/raise.ts'
import type { Context } from '../../../flow.ts'
import { type Rule, rulesOf } from '../store/kpi-rules.ts'
import type { Kpi } from '../store/kpis.ts'
import { raisingsOf, whichOf } from './raisings.ts'

/** Its owner, its names or its mute are others than before: so is what is told of the rules that fire. */
export async function retell(ctx: Context, kpi: Kpi): Promise<void> {
  const rules = await rulesOf(ctx.db, [kpi.id])
  const firing = rules.filter(({ standing }) => standing.now.isFiring).map((rule) => ({ kpi, rule }))
  await raiseAll(ctx, await raisingsOf(ctx, firing))
}

/** Nobody watches any more: neither these rules, nor, where none are named, any of this KPI. */
export async function endAlerts(ctx: Context, kpi: Kpi, rules?: readonly Rule[]): Promise<void> {
  await clearAll(ctx, (rules ?? (await rulesOf(ctx.db, [kpi.id]))).map(whichOf))
}
