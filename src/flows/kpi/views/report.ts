import { parseCommandLine } from '../../../chat/command-line.ts'
import { firstOf } from '../../../chat/first-of.ts'
import type { Drawing, Reader, Section } from '../../../flow.ts'
import { kpiLine } from '../cards/list-card.ts'
import { kpiWords } from '../messages/kpis.ts'
import { lookWords } from '../messages/looking.ts'
import type { Kpi } from '../store/kpis.ts'
import { allFound } from './all-found.ts'
import { drawingOf, drawnOf } from './chart.ts'
import { listedOf } from './list.ts'

const MOST_LISTED = 10
const MOST_DRAWN = 4

/** The KPIs of which a rule fires, with their values; those with the most rules first. */
export async function report(ctx: Reader): Promise<Section[]> {
  const { kpis, firingOf } = await allFound(ctx, parseCommandLine('all out'))
  if (kpis.length === 0) return []
  const worst = kpis.toSorted((one, other) => firingOf(other) - firingOf(one)).slice(0, MOST_LISTED)
  const { rows, names } = await listedOf(ctx, worst, firingOf)
  const items = rows.map((row) => kpiLine(ctx.locale, row, names))
  const { outOfBounds } = lookWords[ctx.locale]
  const blocks = firstOf(ctx.locale, { title: outOfBounds, items, most: MOST_LISTED, count: kpis.length })
  const pictures = await drawn(ctx, worst.slice(0, MOST_DRAWN))
  return [{ title: kpiWords[ctx.locale].listTitle, blocks, command: '/kpi list all out', pictures }]
}

async function drawn(ctx: Reader, kpis: readonly Kpi[]): Promise<Drawing[]> {
  const drawings: Drawing[] = []
  for (const kpi of kpis) {
    const drawing = await drawingOf(ctx, kpi, await drawnOf(ctx, kpi))
    if (drawing) drawings.push(drawing)
  }
  return drawings
}
