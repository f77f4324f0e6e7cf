import { Temporal } from 'temporal-polyfill'
import { alertsAbout } from '../../../alerts/store/alerts.ts'
import { toInstant } from '../../../calendar/instant.ts'
import { localDateOf } from '../../../calendar/occurrences.ts'
import { noteCard } from '../../../chat/note-card.ts'
import { type Asking, type Reply, show } from '../../../flow.ts'
import { sayDecimal } from '../../../numbers/rules/say-decimal.ts'
import { pngOf } from '../../../pictures/png.ts'
import { kpiWords } from '../messages/kpis.ts'
import { lookWords } from '../messages/looking.ts'
import { sayPeriod } from '../rules/say-period.ts'
import { rulesOf } from '../store/kpi-rules.ts'
import type { Kpi } from '../store/kpis.ts'
import { recentOf } from '../store/samples.ts'
import { calendarOf } from '../store/settings.ts'
import { type Bound, chartPicture } from './picture.ts'

const MOST_DRAWN = 90
const MOST_LISTED = 12

/** Its latest values with its bounds and its alerts: a picture, and the newest numbers as a table. */
export async function chart(ctx: Asking, kpi: Kpi): Promise<Reply> {
  const words = lookWords[ctx.locale]
  const title = words.chartTitle(kpi.name)
  const samples = await recentOf(ctx.db, [{ kpiId: kpi.id, from: '9999-12-31', count: MOST_DRAWN, besides: [] }])
  const last = samples.at(-1)
  if (!last) return show(noteCard(ctx.locale, words.chartEmpty, { title }))

  const { timeZone } = await calendarOf(ctx.db, ctx.workspace.id)
  const alerts = (await alertsAbout(ctx.db, ctx.workspace.id, `kpi:${kpi.id}`)).map(({ number, openedAt }) => ({
    ...{ name: `A-${number}`, on: localDateOf(toInstant(openedAt), timeZone).toString() },
  }))
  const periodOf = (startsOn: string) => sayPeriod(kpi.period, Temporal.PlainDate.from(startsOn), ctx.locale)
  const alt = words.chartAlt(kpi.name, periodOf(last.startsOn), sayDecimal(last.value, kpi.unit))
  const points = samples.map(({ startsOn, value }) => ({ startsOn, value: value.toNumber() }))
  const bounds = await boundsOf(ctx, kpi)
  const png = await pngOf(chartPicture(ctx.locale, { name: title, unit: kpi.unit, points, bounds, alerts }))
  const listed = samples.slice(-MOST_LISTED).toReversed()
  const rows = listed.map(({ startsOn, value }) => [periodOf(startsOn), sayDecimal(value, kpi.unit)])
  const columns = [kpiWords[ctx.locale].period, kpiWords[ctx.locale].values]
  return {
    kind: 'card',
    card: { locale: ctx.locale, title, summary: alt, blocks: [{ kind: 'table', columns, rows }] },
    file: { name: `${kpi.key}.png`, png, alt },
  }
}

async function boundsOf(ctx: Asking, kpi: Kpi): Promise<Bound[]> {
  const rules = await rulesOf(ctx.db, [kpi.id])
  return rules.flatMap(({ number, terms }): Bound[] =>
    terms.kind === 'above' || terms.kind === 'below'
      ? [
          { name: `K-${number}`, value: Number(terms.bound), kind: 'bound' },
          ...(terms.clear === undefined ? [] : [{ name: '', value: Number(terms.clear), kind: 'clear' as const }]),
        ]
      : [],
  )
}
