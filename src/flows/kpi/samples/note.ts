import { recordAll } from '../../../audit/record.ts'
import type { Context } from '../../../flow.ts'
import { groupBy } from '../../../lists/group-by.ts'
import type { Source } from '../store/kpis.ts'
import type { Measured } from '../store/samples.ts'

/** In the audit: how many values of each KPI came at once. */
export async function noteSamples(ctx: Context, samples: readonly Measured[], source: Source): Promise<void> {
  const sampled = [...groupBy(samples, (one) => one.kpiId)].map(([kpiId, some]) => ({
    ...{ action: 'kpi.sampled', subject: `kpi:${kpiId}`, detail: { count: some.length, source } },
  }))
  await recordAll(ctx, sampled)
}
