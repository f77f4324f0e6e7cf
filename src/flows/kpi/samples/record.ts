import { Temporal } from 'temporal-polyfill'
import type { Asking, Context } from '../../../flow.ts'
import { groupBy } from '../../../lists/group-by.ts'
import { lastDayOf } from '../rules/period.ts'
import { holdKpis, type Kpi, type Source } from '../store/kpis.ts'
import { type Measured, standingAt, writeSamples } from '../store/samples.ts'
import { watch } from '../watch/watch.ts'

/** How many values were new, and how many took the place of another one. */
export type Recorded = { added: number; corrected: number }

type Recording = Context & Partial<Pick<Asking, 'actor'>>

/**
 * The one door for values: each is that of a period that has begun, and none comes twice for a period. The same value once
 * more changes nothing; another one is a correction, and what stood there is kept. The rules judge them at once.
 */
export async function recordSamples(ctx: Recording, samples: readonly Measured[], source: Source): Promise<Recorded> {
  const kpis = await holdKpis(
    ctx.db,
    ctx.workspace.id,
    samples.map(({ kpiId }) => kpiId),
  )
  const known = new Map((await standingAt(ctx.db, samples)).map((one) => [keyOf(one), one.value]))
  const changed = samples.filter((one) => !known.get(keyOf(one))?.eq(one.value))
  if (changed.length === 0) return { added: 0, corrected: 0 }

  await writeSamples(ctx.db, changed, { at: ctx.now, byId: ctx.actor?.id ?? null, source })
  await watch(ctx, { kpis, changed })
  await feed(ctx, { kpis, changed })
  const corrected = changed.filter((one) => known.has(keyOf(one))).length
  return { added: changed.length - corrected, corrected }
}

/** Whatever follows these KPIs hears of their values, after those that are watched. */
async function feed(
  ctx: Context,
  { kpis, changed }: { kpis: readonly Kpi[]; changed: readonly Measured[] },
): Promise<void> {
  const byKpi = groupBy(changed, ({ kpiId }) => kpiId)
  const valuesOf = ({ id, period }: Kpi) =>
    (byKpi.get(id) ?? []).map(({ startsOn, value }) => ({
      on: lastDayOf(period, Temporal.PlainDate.from(startsOn)),
      value: value.toNumber(),
    }))
  const all = kpis.filter(({ id }) => byKpi.has(id)).map((kpi) => ({ key: kpi.key, values: () => valuesOf(kpi) }))
  for (const flow of ctx.flows) await flow.measured?.(ctx, all)
}

const keyOf = ({ kpiId, startsOn }: Pick<Measured, 'kpiId' | 'startsOn'>): string => `${kpiId} ${startsOn}`
