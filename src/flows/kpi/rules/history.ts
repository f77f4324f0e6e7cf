import type { Decimal } from 'decimal.js'
import { Temporal } from 'temporal-polyfill'
import { before, type Calendar, isExpected, type Period } from './period.ts'

/** A period's value; periods go by their first day, `YYYY-MM-DD`. */
export type Sample = { startsOn: string; value: Decimal }

/** Values in the order of their periods, with what is asked of them. */
export type History = {
  at: (startsOn: string) => Decimal | null
  /** The nearest ones before it, the nearest last. */
  lastBefore: (startsOn: string, count: number) => Decimal[]
}

/** In the order of their periods, none twice. */
export function historyOf(samples: readonly Sample[]): History {
  const byStart = new Map(samples.map(({ startsOn, value }, at) => [startsOn, { value, at }]))
  return {
    at: (startsOn) => byStart.get(startsOn)?.value ?? null,
    lastBefore: (startsOn, count) => {
      const end = byStart.get(startsOn)?.at ?? samples.findIndex((one) => one.startsOn >= startsOn)
      const until = end < 0 ? samples.length : end
      return samples.slice(Math.max(0, until - count), until).map(({ value }) => value)
    },
  }
}

/** How far back the period before it may lie: so many in a row may be free. */
const MOST_FREE = 31

/** The value of the period before: days on which nobody works are passed over unless they have one; null where it is missing. */
export function previousValue(
  { at }: History,
  startsOn: string,
  { period, calendar }: { period: Period; calendar: Calendar },
): Decimal | null {
  let start = Temporal.PlainDate.from(startsOn)
  for (let back = 0; back < MOST_FREE; back++) {
    start = before(period, start)
    const value = at(start.toString())
    if (value || isExpected(period, start, calendar)) return value
  }
  return null
}
