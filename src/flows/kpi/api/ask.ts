import { Temporal } from 'temporal-polyfill'
import { z } from 'zod'
import type { Context } from '../../../flow.ts'
import { apiQuestion } from '../../../intake/question.ts'
import { Refusal } from '../../../intake/refusal.ts'
import { plainDecimal } from '../../../numbers/rules/say-decimal.ts'
import { membersByIds } from '../../../people/members.ts'
import type { Sample } from '../rules/history.ts'
import { readKey } from '../rules/key.ts'
import { writePeriod } from '../rules/period.ts'
import { type Kpi, kpiByKey, kpisBy } from '../store/kpis.ts'
import { newestBefore, recentOf } from '../store/samples.ts'

const MOST_ON_A_PAGE = 1_000
const AFTER_ALL = '9999-12-31'

const KpiShape = z.object({
  key: z.string(),
  name: z.string(),
  unit: z.string().nullable(),
  layer: z.string(),
  direction: z.string(),
  period: z.string(),
  owner: z.string(),
  newest: z.object({ period: z.string(), value: z.string() }).nullable(),
})

export const listKpis = apiQuestion({
  does: 'Lists the KPIs that are watched, with their newest values.',
  query: z.strictObject({}),
  answer: z.object({ kpis: z.array(KpiShape) }),
  run: async (ctx) => {
    const kpis = await kpisBy(ctx.db, { workspaceId: ctx.workspace.id, archivedAt: null })
    const reaches = kpis.map(({ id }) => ({ kpiId: id, from: AFTER_ALL, count: 1, besides: [] }))
    const newest = new Map((await recentOf(ctx.db, reaches)).map((one) => [one.kpiId, one]))
    const owners = await membersByIds(ctx.db, ctx.workspace.id, [...new Set(kpis.map(({ ownerId }) => ownerId))])
    const names = new Map(owners.map(({ id, name }) => [id, name]))
    return {
      kpis: kpis.map((kpi) => {
        const { key, name, unit, layer, direction, period, ownerId } = kpi
        const sample = newest.get(kpi.id)
        const described = { key, name, unit, layer, direction, period, owner: names.get(ownerId) ?? '' }
        return { ...described, newest: sample ? describe(kpi, sample) : null }
      }),
    }
  },
})

export const listSamples = apiQuestion({
  does: 'Lists the values of a KPI, the newest first.',
  query: z.strictObject({
    key: z.string().describe('The key of the KPI.'),
    before: z.iso
      .date()
      .default(AFTER_ALL)
      .describe('Only periods that begin before this day: `next` of the page before.'),
    limit: z.coerce.number().int().min(1).max(MOST_ON_A_PAGE).default(100),
  }),
  answer: z.object({
    samples: z.array(z.object({ period: z.string(), startsOn: z.string(), value: z.string() })),
    next: z.string().optional(),
  }),
  run: async (ctx, { key, before, limit }) => {
    const kpi = await kpiCalled(ctx, key)
    const found = await newestBefore(ctx.db, kpi.id, { before, take: limit + 1 })
    const page = found.slice(0, limit)
    return {
      samples: page.map((one) => ({ ...describe(kpi, one), startsOn: one.startsOn })),
      ...(found.length > limit && { next: page.at(-1)?.startsOn }),
    }
  },
})

export async function kpiCalled(ctx: Context, typed: string): Promise<Kpi> {
  const key = readKey(typed)
  const kpi = key && (await kpiByKey(ctx.db, ctx.workspace.id, key))
  if (!kpi) throw new Refusal(404, `There is no KPI “${typed.slice(0, 60)}”.`)
  return kpi
}

const describe = ({ period }: Kpi, { startsOn, value }: Sample) => ({
  period: writePeriod(period, Temporal.PlainDate.from(startsOn)),
  value: plainDecimal(value),
})
