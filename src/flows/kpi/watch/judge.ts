import { Temporal } from 'temporal-polyfill'
import { writtenDate } from '../../../calendar/instant.ts'
import type { Db } from '../../../database/types.ts'
import { groupBy } from '../../../lists/group-by.ts'
import { historyOf } from '../rules/history.ts'
import { type Calendar, yearBefore } from '../rules/period.ts'
import { fullStanding, type Standing, steppedThrough } from '../rules/standing.ts'
import type { Terms, ValueTerms } from '../rules/terms.ts'
import { changeStandings, type Rule } from '../store/kpi-rules.ts'
import type { Kpi } from '../store/kpis.ts'
import { type Measured, type Reach, recentOf, samplesOf } from '../store/samples.ts'

export type Judged = { kpi: Kpi; rule: Rule; before: Standing }
type Watched = Rule & { terms: ValueTerms }
/** A KPI as it was before its values have changed. */
type Changed = { kpi: Kpi; rules: readonly Watched[]; changed: readonly Measured[] }

export const isAboutValues = (rule: Rule): rule is Watched => isOfValues(rule.terms)
const isOfValues = (terms: Terms): terms is ValueTerms => terms.kind !== 'missing'

/**
 * What these rules say after the values that have changed, of which each KPI names its own: in a few words with the
 * database, however many they are. Values newer than all before are added to what is known; where an older one has
 * changed, all of them are judged anew.
 */
export async function judge(db: Db, all: readonly Changed[], calendar: Calendar): Promise<Judged[]> {
  const watched = all.filter(({ rules }) => rules.length > 0)
  const isNewest = ({ kpi, changed }: Changed) => changed.every(({ startsOn }) => startsOn >= (newestPeriod(kpi) ?? ''))
  const [recent, anew] = [watched.filter(isNewest), watched.filter((one) => !isNewest(one))]
  const reaches = recent.map(reachOf)
  const some = groupBy(await recentOf(db, reaches), ({ kpiId }) => kpiId)
  const whole = groupBy(
    await samplesOf(
      db,
      anew.map(({ kpi }) => kpi.id),
    ),
    ({ kpiId }) => kpiId,
  )
  const judged = [
    ...recent.flatMap((one) => added(one, some.get(one.kpi.id) ?? [], calendar)),
    ...anew.flatMap((one) => refolded(one, whole.get(one.kpi.id) ?? [], calendar)),
  ]
  await changeStandings(db, judged)
  return judged
}

/** What these rules say of all values that there are. */
export async function judgeAll(db: Db, one: Omit<Changed, 'changed'>, calendar: Calendar): Promise<Judged[]> {
  const judged = refolded(one, await samplesOf(db, [one.kpi.id]), calendar)
  await changeStandings(db, judged)
  return judged
}

function added({ kpi, rules, changed }: Changed, samples: readonly Measured[], calendar: Calendar): Judged[] {
  const known = { history: historyOf(samples), rhythm: { period: kpi.period, calendar }, newest: newestPeriod(kpi) }
  const inOrder = changed.toSorted((a, b) => a.startsOn.localeCompare(b.startsOn))
  return rules.map((rule) => ({
    ...{ kpi, before: rule.standing },
    rule: { ...rule, standing: steppedThrough(rule.standing, rule.terms, inOrder, known) },
  }))
}

const newestPeriod = ({ newestOn }: Kpi): string | null => newestOn && writtenDate(newestOn)

function refolded(
  { kpi, rules }: Omit<Changed, 'changed'>,
  samples: readonly Measured[],
  calendar: Calendar,
): Judged[] {
  const [history, rhythm] = [historyOf(samples), { period: kpi.period, calendar }]
  return rules.map((rule) => ({
    ...{ kpi, before: rule.standing },
    rule: { ...rule, standing: fullStanding(rule.terms, samples, history, rhythm) },
  }))
}

/** All that the rules can ask of when they judge the changed values: of what was before, the nearest is enough for a change. */
function reachOf({ kpi, rules, changed }: Changed): Reach {
  const starts = changed.map(({ startsOn }) => startsOn).toSorted()
  const isOfYears = rules.some(({ terms }) => terms.kind === 'change' && terms.against === 'year')
  return {
    kpiId: kpi.id,
    from: starts[0] ?? '9999-12-31',
    count: Math.max(1, ...rules.map(({ terms }) => (terms.kind === 'deviation' ? terms.last : 0))),
    besides: isOfYears ? starts.map((start) => yearBefore(kpi.period, Temporal.PlainDate.from(start)).toString()) : [],
  }
}
