import { dice } from '../../../support/dice.ts'

/** A made-up year of daily values; the same for the same seed. Days are counted from the first one, a Monday. */
export type Year = {
  kpis: number
  days: number
  /** Three for each KPI, in their order. */
  rules: readonly Rule[]
  /** In the order in which they happen. */
  events: readonly Event[]
}
export type Rule =
  | { kind: 'bound'; way: 'above' | 'below'; bound: number; clear: number; row: number }
  | { kind: 'change'; way: 'rise' | 'fall'; percent: number }
  | { kind: 'deviation'; sigmas: number; last: number; least: number }
  | { kind: 'missing'; times: number }

export type Value = { kpi: number; day: number; value: number }
export type Event =
  /** A batch of values; it may be lost on the way and sent again, or answered and sent again all the same. */
  | { kind: 'batch'; minute: number; values: readonly Value[]; dies: 'before' | 'after' | null }
  /** Nobody works from then until that minute. */
  | { kind: 'sleep'; minute: number; until: number }

export type Size = { kpis: number; days: number }

export const FIRST_DAY = '2026-01-05'
export const DAY_MINUTES = 24 * 60
const MORNING = 10 * 60

export function yearOf({ kpis, days }: Size, seed: number): Year {
  const roll = dice(seed)
  const upTo = (count: number) => Math.floor(roll() * count)
  const rules = Array.from({ length: kpis }, () => [boundRule(upTo), otherRule(upTo), lastRule(upTo)]).flat()
  const levels = Array.from({ length: kpis }, () => 50)
  const byMinute = new Map<number, Value[]>()
  for (let at = 0; at < days * kpis; at++) {
    const [day, kpi] = [Math.floor(at / kpis), at % kpis]
    levels[kpi] = Math.max(0, Math.min(100, (levels[kpi] ?? 50) + upTo(41) - 20))
    const sent = sentOf({ kpi, day, value: levels[kpi] ?? 0 }, { roll, upTo })
    for (const { minute, ...value } of sent) byMinute.set(minute, [...(byMinute.get(minute) ?? []), value])
  }
  const sleeps = sleepsIn(days, upTo)
  const isAwake = (minute: number) => !sleeps.some((one) => one.minute <= minute && minute <= one.until)
  const batches = [...byMinute].filter(([minute]) => minute < days * DAY_MINUTES && isAwake(minute))
  const events: Event[] = batches.map(([minute, values]) => {
    const chance = roll()
    return {
      kind: 'batch',
      minute,
      values: lastOfEach(values),
      dies: chance < 0.03 ? 'before' : chance < 0.06 ? 'after' : null,
    }
  })
  return { kpis, days, rules, events: [...events, ...sleeps].toSorted((a, b) => a.minute - b.minute) }
}

type Sent = Value & { minute: number }

/** When it comes, if at all: on its day or up to five later; and what it is corrected to, if it is. */
function sentOf(value: Value, { roll, upTo }: { roll: () => number; upTo: UpTo }): Sent[] {
  const chance = roll()
  const isFree = value.day % 7 >= 5
  if (isFree ? chance < 0.7 : chance < 0.06) return []
  const day = value.day + (chance > 0.9 ? upTo(6) : 0)
  const sent = { ...value, minute: day * DAY_MINUTES + MORNING }
  if (roll() >= 0.05) return [sent]
  const later = (day + upTo(4)) * DAY_MINUTES + MORNING + 20 + upTo(200)
  return [sent, { ...value, value: upTo(101), minute: later }]
}

/** From an evening over a morning or two. */
const sleepsIn = (days: number, upTo: (count: number) => number): Extract<Event, { kind: 'sleep' }>[] =>
  Array.from({ length: Math.floor(days / 20) }, (_, nth) => {
    const minute = (nth * 20 + 3 + upTo(10)) * DAY_MINUTES + 18 * 60 + 30
    return { kind: 'sleep', minute, until: minute + 900 + upTo(1500) }
  })

/** A period comes once in a batch. */
function lastOfEach(values: readonly Value[]): Value[] {
  return [...new Map(values.map((one) => [`${one.kpi} ${one.day}`, one])).values()]
}

type UpTo = (count: number) => number

function boundRule(upTo: UpTo): Rule {
  const row = 1 + upTo(3)
  if (upTo(2) === 0) return { kind: 'bound', way: 'above', bound: 60 + upTo(30), clear: 40 + upTo(20), row }
  return { kind: 'bound', way: 'below', bound: 10 + upTo(30), clear: 40 + upTo(20), row }
}

function otherRule(upTo: UpTo): Rule {
  if (upTo(2) === 0) return { kind: 'change', way: upTo(2) === 0 ? 'rise' : 'fall', percent: 10 + upTo(40) }
  return { kind: 'deviation', sigmas: 1 + upTo(2), last: 5 + upTo(10), least: 5 }
}

const lastRule = (upTo: UpTo): Rule => (upTo(2) === 0 ? { kind: 'missing', times: 1 + upTo(2) } : boundRule(upTo))
