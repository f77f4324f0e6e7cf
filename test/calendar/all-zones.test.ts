import fc from 'fast-check'
import { Temporal } from 'temporal-polyfill'
import { describe, expect, it } from 'vitest'
import { nextOccurrence, type Occurrence, occurrencesBetween, type Schedule } from '../../src/calendar/occurrences.ts'
import { zones } from '../../src/calendar/read-zone.ts'
import { type Change, changesByZone, distinctZones, FIRST, isGap, repeatOf, TEN_YEARS, wallOf } from './zone-rules.ts'

const A_YEAR = 366
const EVERY_DAY = [1, 2, 3, 4, 5, 6, 7]
// Some ten seconds alone; a busy machine may take its time.
const PATIENCE = { timeout: 120_000 }

describe('occurrences in every zone from 2025 to 2035', PATIENCE, () => {
  // Zones with the same rules for the ten years are taken once, here and below. All dates, at a time within the zone's
  // first gap; where the clocks are never changed one year is like the others.
  it('come exactly once for every date, never early and in order', () => {
    for (const timeZone of distinctZones) {
      const time = timeInGap(timeZone)
      const days = changesIn(timeZone).length > 0 ? TEN_YEARS : A_YEAR
      const found = occurrencesOn(FIRST, days, { days: EVERY_DAY, time, timeZone })
      expectOnTime(found, { time, timeZone })
      expect(datesOf(found), `${timeZone} ${time}`).toEqual(datesFrom(FIRST, days))
    }
  })

  // Every change: two days before to two days after, at times around it and around midnight.
  it('come exactly once for every date around a change of the clocks', () => {
    for (const timeZone of distinctZones) {
      for (const { left, reached } of changesIn(timeZone)) {
        const first = left.toPlainDate().subtract({ days: 2 })
        for (const time of ['00:00', '23:59', timeOf(left), timeOf(left.add({ minutes: 15 })), timeOf(reached)]) {
          const found = occurrencesOn(first, 5, { days: EVERY_DAY, time, timeZone })
          expectOnTime(found, { time, timeZone })
          expect(datesOf(found), `${timeZone} ${time}`).toEqual(datesFrom(first, 5))
        }
      }
    }
  })

  // A zone, a date, a time and days by chance.
  it('follow one another on the planned days only', () => {
    fc.assert(
      fc.property(anySchedule(), fc.nat(TEN_YEARS - 20), (schedule, day) => {
        const first = FIRST.add({ days: day })
        const found = occurrencesOn(first, 14, schedule)

        expectOnTime(found, schedule)
        const planned = datesFrom(first, 14).filter((date) => schedule.days.includes(weekdayOf(date)))
        expect(datesOf(found)).toEqual(planned)
        expect(datesOf(chain(schedule, first, found.length))).toEqual(planned)
      }),
      { numRuns: 1_000 },
    )
  })
})

/** Strictly in order, at the time that the zone's rules ask for, before the clocks repeat it. */
function expectOnTime(found: readonly Occurrence[], { time, timeZone }: Pick<Schedule, 'time' | 'timeZone'>): void {
  let previous = Temporal.Instant.fromEpochMilliseconds(0)
  for (const { date, at } of found) {
    const planned = date.toPlainDateTime(Temporal.PlainTime.from(time))
    const wall = at.toZonedDateTimeISO(timeZone).toPlainDateTime()
    if (!wall.equals(wallOf(timeZone, planned))) expect.fail(`${timeZone}: ${planned} runs at ${wall}`)
    const repeat = repeatOf(timeZone, planned)
    if (repeat && Temporal.Instant.compare(at, repeat.at) >= 0) expect.fail(`${timeZone}: ${planned} runs again`)
    if (Temporal.Instant.compare(previous, at) >= 0) expect.fail(`${timeZone}: ${planned} is out of order`)
    previous = at
  }
}

/** The occurrences of a number of dates; those of the days beside them, moved by a gap, are left out. */
function occurrencesOn(first: Temporal.PlainDate, days: number, schedule: Schedule): Occurrence[] {
  const last = first.add({ days: days - 1 })
  const from = first.subtract({ days: 1 }).toZonedDateTime(schedule.timeZone).toInstant()
  const to = last.add({ days: 2 }).toZonedDateTime(schedule.timeZone).toInstant()
  return occurrencesBetween(schedule, from, to).filter(
    ({ date }) => Temporal.PlainDate.compare(first, date) <= 0 && Temporal.PlainDate.compare(date, last) <= 0,
  )
}

function chain(schedule: Schedule, first: Temporal.PlainDate, length: number): Occurrence[] {
  const found: Occurrence[] = []
  let after = first.toZonedDateTime(schedule.timeZone).toInstant().subtract({ nanoseconds: 1 })
  while (found.length < length) {
    const next = nextOccurrence(schedule, after)
    if (!next) break
    if (Temporal.PlainDate.compare(first, next.date) <= 0) found.push(next)
    after = next.at
  }
  return found
}

const anySchedule = (): fc.Arbitrary<Schedule> =>
  fc.record({
    timeZone: fc.constantFrom(...zones()),
    time: fc.nat(24 * 60 - 1).map((minute) => timeOf(FIRST.toPlainDateTime().add({ minutes: minute }))),
    days: fc.uniqueArray(fc.constantFrom(...EVERY_DAY), { minLength: 1 }),
  })

function timeInGap(zone: string): string {
  const gap = changesIn(zone).find(isGap)
  return gap ? timeOf(gap.left.add({ minutes: 15 })) : '02:30'
}

const changesIn = (zone: string): readonly Change[] => changesByZone.get(zone) ?? []
const timeOf = (wall: Temporal.PlainDateTime): string => wall.toPlainTime().toString({ smallestUnit: 'minute' })
const datesOf = (found: readonly Occurrence[]): string[] => found.map(({ date }) => date.toString())
const weekdayOf = (date: string): number => Temporal.PlainDate.from(date).dayOfWeek

const datesFrom = (first: Temporal.PlainDate, days: number): string[] =>
  Array.from({ length: days }, (_, day) => first.add({ days: day }).toString())
