import { Temporal } from 'temporal-polyfill'
import type { Level } from '../../../../src/alerts/rules/levels.ts'
import { toDate } from '../../../../src/calendar/instant.ts'
import { kpi } from '../../../../src/flows/kpi/flow.ts'
import { AT_FIRST } from '../../../../src/flows/kpi/rules/standing.ts'
import type { Terms } from '../../../../src/flows/kpi/rules/terms.ts'
import { flows } from '../../../../src/flows.ts'
import { act } from '../../../../src/world.ts'
import { type House, openHouse } from '../../../support/house.ts'
import { lineOf } from './expected.ts'
import { type Event, FIRST_DAY, type Rule, type Year } from './plan.ts'

const MIDNIGHT = Temporal.Instant.from(`${FIRST_DAY}T00:00:00Z`)
const SEVERITIES: readonly Level[] = ['low', 'moderate', 'high']

/** What sends a batch over the wire, with a key of its own; what comes back when it is sent again is the same. */
export type Send = (key: string, samples: object[]) => Promise<void>

/** Everybody is in UTC; Ben owns all of it. */
export const openYear = (): Promise<House> => {
  const people = [
    { handle: 'ada', administrator: true, timeZone: 'UTC' },
    { handle: 'ben', timeZone: 'UTC' },
  ]
  return openHouse({ flows, now: `${FIRST_DAY}T00:00:00Z`, people })
}

/** The year as the program lives it: its alerts, as the database has them. */
export async function liveThrough(year: Year, house: House, send: Send): Promise<string[]> {
  const ids = await setUp(year, house)
  for (const [nth, event] of year.events.entries()) {
    const at = instantOf(event.minute)
    await house.advanceTo(at.toString())
    if (event.kind === 'batch') await batch(house, event, { key: `batch ${nth}`, send })
    else {
      house.sleepUntil(instantOf(event.until).toString())
      await house.wake()
    }
  }
  await house.advanceTo(instantOf(year.days * 24 * 60 - 1).toString())
  return alertsIn(house, ids)
}

/** Rows as the forms would make them; returns the rules' ids in their order. */
async function setUp({ kpis, rules }: Year, house: House): Promise<string[]> {
  for (const who of ['ada', 'ben']) await house.as(who).command('/ops me')
  const { id: ownerId } = await house.member('ben')
  const of = { workspaceId: house.workspace.id }
  const createdAt = toDate(house.now())
  await house.db.kpiSettings.create({ data: { ...of, timeZone: 'UTC', lastRule: rules.length } })
  const watched = { layer: 'operational', direction: 'up', period: 'day', ownerId, createdAt }
  const made = await house.db.kpi.createManyAndReturn({
    data: Array.from({ length: kpis }, (_, at) => ({ ...of, key: `kpi-${at}`, name: `KPI ${at}`, ...watched })),
  })
  const rows = await house.db.kpiRule.createManyAndReturn({
    data: rules.map((rule, at) => ({
      ...{ ...of, kpiId: made[Math.floor(at / 3)]?.id ?? '', number: at + 1, terms: termsOf(rule), standing: AT_FIRST },
      ...{ severity: SEVERITIES[at % 3] ?? 'low', createdAt },
    })),
  })
  await act(house.world, house.workspace, async (ctx) => {
    for (const { id } of made) await kpi.timers.missing?.fire(ctx, { subject: id, payload: null, dueAt: ctx.now })
  })
  return rows.toSorted((a, b) => a.number - b.number).map(({ id }) => id)
}

function termsOf(rule: Rule): Terms {
  switch (rule.kind) {
    case 'bound':
      return { kind: rule.way, bound: String(rule.bound), clear: String(rule.clear), inARow: rule.row }
    case 'change':
      return {
        kind: 'change',
        against: 'previous',
        way: rule.way,
        by: String(rule.percent),
        isPercent: true,
        inARow: 1,
      }
    case 'deviation':
      return { kind: 'deviation', sigmas: String(rule.sigmas), last: rule.last, least: rule.least, inARow: 1 }
    case 'missing':
      return { kind: 'missing', periods: rule.times }
  }
}

type Batch = Extract<Event, { kind: 'batch' }>

async function batch(house: House, { values, dies }: Batch, { key, send }: { key: string; send: Send }): Promise<void> {
  const samples = values.map((one) => ({ kpi: `kpi-${one.kpi}`, period: dateOf(one.day), value: one.value }))
  if (dies === 'before') await dieWriting(house, samples)
  await send(key, samples)
  if (dies === 'after') await send(key, samples)
  await house.wake()
}

/** All of it was written, judged and told, and nothing of it was kept. */
async function dieWriting(house: House, samples: object[]): Promise<void> {
  const call = kpi.api?.['kpis/samples']?.post
  await act(house.world, house.workspace, async (ctx) => {
    await call?.run(ctx, call.body.parse({ samples }), {})
    throw new Error('killed')
  }).catch((error: Error) => {
    if (error.message !== 'killed') throw error
  })
}

async function alertsIn({ db }: House, ids: readonly string[]): Promise<string[]> {
  const places = new Map(ids.map((id, at) => [id, at]))
  const alerts = await db.alert.findMany()
  return alerts
    .map(({ rule, openedAt, resolvedAt, firings, firingsBefore: before, comebacks }) => {
      const ended = resolvedAt && minuteOf(resolvedAt)
      return lineOf(places.get(rule) ?? -1, { opened: minuteOf(openedAt), ended, firings, before, comebacks })
    })
    .toSorted()
}

const instantOf = (minute: number): Temporal.Instant => MIDNIGHT.add({ minutes: minute })
const minuteOf = (date: Date): number => Math.round((date.getTime() - MIDNIGHT.epochMilliseconds) / 60_000)
const dateOf = (day: number): string => Temporal.PlainDate.from(FIRST_DAY).add({ days: day }).toString()
