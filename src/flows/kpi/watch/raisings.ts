import type { Raising } from '../../../alerts/raise.ts'
import { toInstant } from '../../../calendar/instant.ts'
import type { Context } from '../../../flow.ts'
import { Exact } from '../../../numbers/rules/read-decimal.ts'
import { firingCard } from '../cards/firing-card.ts'
import type { Sample } from '../rules/history.ts'
import type { Rule } from '../store/kpi-rules.ts'
import type { Kpi } from '../store/kpis.ts'

type Told = { kpi: Kpi; rule: Rule }

/** What is told of rules that fire, with the value that made them. */
export async function raisingsOf(ctx: Context, told: readonly Told[]): Promise<Raising[]> {
  if (told.length === 0) return []
  const newest = await newestOf(ctx, told)
  return told.map(({ kpi, rule }) => ({
    ...{ ...whichOf(rule), flow: 'kpi', about: kpi.name, severity: rule.severity, ownerId: kpi.ownerId },
    ...{ channelId: rule.channelId ?? kpi.channelId, tells: rule.tellIds, firings: rule.standing.now.firings },
    muted: kpi.mutedUntil ? { until: toInstant(kpi.mutedUntil), reason: kpi.muteReason ?? '' } : null,
    card: (locale) => firingCard(locale, { kpi, rule, newest: newest.get(kpi.id) ?? null }),
  }))
}

async function newestOf({ db }: Context, told: readonly Told[]): Promise<Map<string, Sample>> {
  const ids = [...new Set(told.map(({ kpi }) => kpi.id))]
  const rows = await db.$queryRaw<{ kpiId: string; startsOn: string; value: string }[]>`
    SELECT DISTINCT ON ("kpiId") "kpiId", "startsOn"::text, trim_scale("value")::text AS "value" FROM "KpiSample" WHERE "kpiId" = ANY(${ids}::text[])
    ORDER BY "kpiId", "startsOn" DESC`
  return new Map(rows.map(({ kpiId, startsOn, value }) => [kpiId, { startsOn, value: new Exact(value) }]))
}

/** What an alert of this rule is known by. */
export const whichOf = ({ id, kpiId }: Pick<Rule, 'id' | 'kpiId'>) => ({ rule: id, subject: `kpi:${kpiId}` })
