import { Temporal } from 'temporal-polyfill'
import { alertsAbout } from '../../../alerts/store/alerts.ts'
import { toInstant } from '../../../calendar/instant.ts'
import { localDateOf } from '../../../calendar/occurrences.ts'
import { noteCard } from '../../../chat/note-card.ts'
import { type Asking, type Drawing, type Reader, type Reply, show } from '../../../flow.ts'
import { sayDecimal } from '../../../numbers/rules/say-decimal.ts'
import { pngOf } from '../../../pictures/png.ts'
import type { Picture } from '../../../platform.ts'
import { kpiWords } from '../messages/kpis.ts'
import { lookWords } from '../messages/looking.ts'
import type { Sample } from '../rules/history.ts'
import { sayPeriod } from '../rules/say-period.ts'
import { rulesOf } from '../store/kpi-rules.ts'
import type { Kpi } from '../store/kpis.ts'
import { recentOf } from '../store/samples.ts'
import { calendarOf } from '../store/settings.ts'
import { subjectOf } from '../subject.ts'
import { type Bound, chartPicture } from './picture.ts'

const MOST_DRAWN = 90
const MOST_LISTED = 12

/** Its latest values with its bounds and its alerts: a picture, and the newest numbers as a table. */
export async function chart(ctx: Asking, kpi: Kpi): Promise<Reply> {
  const words = lookWords[ctx.locale]
  const title = words.chartTitle(kpi.name)
  const samples = await drawnOf(ctx, kpi)
  const file = await pictureOf(ctx, kpi, samples)
  if (!file) return show(noteCard(ctx.locale, words.chartEmpty, { title }))

  const listed = samples.slice(-MOST_LISTED).toReversed()
  const rows = listed.map(({ startsOn, value }) => [saidOf(ctx, kpi, startsOn), sayDecimal(value, kpi.unit)])
  const columns = [words.periodColumn, kpiWords[ctx.locale].values]
  const card = { locale: ctx.locale, title, summary: file.alt, blocks: [{ kind: 'table' as const, columns, rows }] }
  return { kind: 'card', card, file }
}

/** Its latest values, in the order of their periods. */
export const drawnOf = ({ db }: Reader, { id }: Kpi): Promise<Sample[]> =>
  recentOf(db, [{ kpiId: id, from: '9999-12-31', count: MOST_DRAWN, besides: [] }])

/** These values with its bounds and its alerts; null where there are none. */
export async function pictureOf(ctx: Asking, kpi: Kpi, samples: readonly Sample[]): Promise<Picture | null> {
  const drawing = await drawingOf(ctx, kpi, samples)
  return drawing && { name: `${kpi.key}.png`, png: await pngOf(drawing.svg), alt: drawing.alt }
}

export async function drawingOf(ctx: Reader, kpi: Kpi, samples: readonly Sample[]): Promise<Drawing | null> {
  const words = lookWords[ctx.locale]
  const last = samples.at(-1)
  if (!last) return null
  const { timeZone } = await calendarOf(ctx.db, ctx.workspace.id)
  const alerts = (await alertsAbout(ctx.db, ctx.workspace.id, subjectOf(kpi))).map(({ number, openedAt }) => ({
    ...{ name: `A-${number}`, on: localDateOf(toInstant(openedAt), timeZone).toString() },
  }))
  const points = samples.map(({ startsOn, value }) => ({ startsOn, value: value.toNumber() }))
  const drawn = { name: words.chartTitle(kpi.name), unit: kpi.unit, points, bounds: await boundsOf(ctx, kpi), alerts }
  const alt = words.chartAlt(kpi.name, saidOf(ctx, kpi, last.startsOn), sayDecimal(last.value, kpi.unit))
  return { svg: chartPicture(ctx.locale, drawn), alt }
}

const saidOf = ({ locale }: Reader, { period }: Kpi, startsOn: string): string =>
  sayPeriod(period, Temporal.PlainDate.from(startsOn), locale)

async function boundsOf(ctx: Reader, kpi: Kpi): Promise<Bound[]> {
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
