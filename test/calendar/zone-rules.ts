import { Temporal } from 'temporal-polyfill'
import { zones } from '../../src/calendar/read-zone.ts'

/** A change of the clocks: `left` is on the wall the moment before it is over, `reached` the moment after. */
export type Change = { at: Temporal.Instant; left: Temporal.PlainDateTime; reached: Temporal.PlainDateTime }

export const FIRST = Temporal.PlainDate.from('2025-01-01')
export const TEN_YEARS = FIRST.until('2035-01-01', { largestUnit: 'days' }).days

export const changesByZone: ReadonlyMap<string, readonly Change[]> = new Map(
  zones().map((zone) => [zone, changesIn(zone)]),
)

const datesOfChange: ReadonlyMap<string, readonly Change[]> = new Map(
  [...changesByZone].flatMap(([zone, changes]) =>
    changes.flatMap((change) =>
      [change.left, change.reached].map((wall) => [`${zone} ${wall.toPlainDate()}`, [change]] as const),
    ),
  ),
)

/** One zone for each set of rules: all that share an offset and change it at the same instants by the same amount. */
export const distinctZones: readonly string[] = [
  ...new Map([...changesByZone].map(([zone, changes]) => [signature(zone, changes), zone])).values(),
]

export const isGap = ({ left, reached }: Change): boolean => Temporal.PlainDateTime.compare(left, reached) < 0

/** What is on the wall when a planned local time runs: itself, or later by the gap that it is in. */
export function wallOf(zone: string, planned: Temporal.PlainDateTime): Temporal.PlainDateTime {
  const gap = changesNear(zone, planned).find(
    (change) => isGap(change) && isFromTo(planned, change.left, change.reached),
  )
  return gap ? planned.add(gap.left.until(gap.reached)) : planned
}

/** The change before which a local time runs, being on the wall once more after it. */
export function repeatOf(zone: string, planned: Temporal.PlainDateTime): Change | undefined {
  return changesNear(zone, planned).find((change) => !isGap(change) && isFromTo(planned, change.reached, change.left))
}

function changesNear(zone: string, planned: Temporal.PlainDateTime): readonly Change[] {
  const date = planned.toPlainDate().toString()
  return datesOfChange.get(`${zone} ${date}`) ?? []
}

function changesIn(zone: string): Change[] {
  const changes: Change[] = []
  const end = FIRST.add({ days: TEN_YEARS + 10 }).toZonedDateTime(zone)
  let next = FIRST.subtract({ days: 10 }).toZonedDateTime(zone).getTimeZoneTransition('next')
  while (next && Temporal.ZonedDateTime.compare(next, end) < 0) {
    const before = next.subtract({ seconds: 1 })
    changes.push({
      at: next.toInstant(),
      left: before.toPlainDateTime().add({ seconds: 1 }),
      reached: next.toPlainDateTime(),
    })
    next = next.getTimeZoneTransition('next')
  }
  return changes
}

function signature(zone: string, changes: readonly Change[]): string {
  const offset = FIRST.toZonedDateTime(zone).offset
  return [offset, ...changes.map(({ at, reached }) => `${at.epochMilliseconds} ${reached}`)].join()
}

function isFromTo(time: Temporal.PlainDateTime, from: Temporal.PlainDateTime, to: Temporal.PlainDateTime): boolean {
  return Temporal.PlainDateTime.compare(from, time) <= 0 && Temporal.PlainDateTime.compare(time, to) < 0
}
