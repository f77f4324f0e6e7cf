import type { Temporal } from 'temporal-polyfill'
import { fromDateColumn, toInstant } from '../../../calendar/instant.ts'
import { localDateOf } from '../../../calendar/occurrences.ts'
import type { Context, Due } from '../../../flow.ts'
import { groupBy } from '../../../lists/group-by.ts'
import { cancelAll, planAll } from '../../../timers/plan.ts'
import { missingNow, nextMissing, type Silent } from '../rules/missing.ts'
import type { Calendar } from '../rules/period.ts'
import { changeStandings, type Rule, rulesOf } from '../store/kpi-rules.ts'
import { holdKpis, type Kpi, kpisBy } from '../store/kpis.ts'
import { calendarOf } from '../store/settings.ts'
import { follow } from './follow.ts'
import type { Judged } from './judge.ts'

export const MISSING = 'kpi.missing'

/** What the rules about missing values say now, and when they will be asked again. */
export async function judgeSilence(ctx: Context, kpis: readonly Kpi[], calendar: Calendar): Promise<Judged[]> {
  if (kpis.length === 0) return []
  const fresh = await kpisBy(ctx.db, { id: { in: kpis.map(({ id }) => id) } })
  const rules = groupBy(
    await rulesOf(
      ctx.db,
      fresh.map(({ id }) => id),
    ),
    ({ kpiId }) => kpiId,
  )
  const judged = fresh.flatMap((kpi) =>
    (rules.get(kpi.id) ?? []).flatMap((rule) => judgedNow(kpi, rule, { calendar, now: ctx.now })),
  )
  await changeStandings(ctx.db, judged)
  await planNext(ctx, new Set(judged.map(({ kpi }) => kpi)), calendar)
  return judged
}

type Now = { calendar: Calendar; now: Temporal.Instant }

function judgedNow(kpi: Kpi, rule: Rule, { calendar, now }: Now): Judged[] {
  const { terms, standing } = rule
  if (terms.kind !== 'missing') return []
  const rhythm = { period: kpi.period, calendar }
  const firing = missingNow(rhythm, silentSince(kpi, calendar), { periods: terms.periods, now })
  return [{ kpi, before: standing, rule: { ...rule, standing: { before: standing.now, now: firing } } }]
}

async function planNext(ctx: Context, kpis: ReadonlySet<Kpi>, calendar: Calendar): Promise<void> {
  const plans = [...kpis].flatMap((kpi) => {
    const at = nextMissing({ period: kpi.period, calendar }, silentSince(kpi, calendar), ctx.now)
    return at ? { kind: MISSING, subject: kpi.id, at, about: kpi.name } : []
  })
  await planAll(ctx, plans)
}

export const silentSince = ({ newestOn, createdAt }: Kpi, { timeZone }: Calendar): Silent => ({
  newest: newestOn && fromDateColumn(newestOn),
  from: localDateOf(toInstant(createdAt), timeZone),
})

/** One more value has not come. */
export async function missOnTime(ctx: Context, { subject }: Due): Promise<void> {
  const [kpi] = await holdKpis(ctx.db, ctx.workspace.id, [subject])
  if (!kpi || kpi.archivedAt) return
  await follow(ctx, await judgeSilence(ctx, [kpi], await calendarOf(ctx.db, ctx.workspace.id)))
}

export const forgetSilence = (ctx: Context, kpiId: string): Promise<void> => cancelAll(ctx, MISSING, [kpiId])
