import { Temporal } from 'temporal-polyfill'
import { dice } from '../../../../support/dice.ts'

/** What a quarter of a made-up company consists of; the same for the same seed. */
export type Quarter = {
  people: readonly Somebody[]
  objectives: readonly { lead: number; every: 'week' | 'fortnight' | 'month'; day: number }[]
  /** Each by the places of its objective and of its owner. */
  keyResults: readonly { objective: number; owner: number }[]
  /** In the order in which they happen. */
  happenings: readonly Happening[]
  until: Temporal.Instant
}
export type Somebody = {
  handle: string
  timeZone: string
  /** ISO weekdays. */
  workingDays: readonly number[]
  manager: number | null
  away: readonly { from: string; to: string }[]
}
export type Happening =
  | { kind: 'check-in'; at: Temporal.Instant; keyResult: number; value: number }
  /** Nothing happens until it is up; what died with it is what it was doing. */
  | {
      kind: 'crash'
      at: Temporal.Instant
      up: Temporal.Instant
      in: 'the middle of a round' | 'the telling' | 'its sleep'
    }

export type Size = { people: number; keyResults: number; weeks: number }

export const STARTS_ON = Temporal.PlainDate.from('2026-10-01')
export const ENDS_ON = Temporal.PlainDate.from('2026-12-31')
/** The Monday of the week with the first check-ins. */
const FIRST_MONDAY = Temporal.PlainDate.from('2026-10-05')
const ZONES = ['Europe/Berlin', 'America/New_York', 'Asia/Shanghai', 'America/Los_Angeles', 'Asia/Kolkata']
const REPORTS = 6
const KEY_RESULTS_EACH = 3

export function quarterOf({ people, keyResults, weeks }: Size, seed: number): Quarter {
  const roll = dice(seed)
  const upTo = (count: number) => Math.floor(roll() * count)
  const crew = Array.from({ length: people }, (_, at) => somebody(at, { roll, upTo, weeks }))
  const objectives = Array.from({ length: Math.ceil(keyResults / KEY_RESULTS_EACH) }, () => objectiveOf(people, upTo))
  const measured = Array.from({ length: keyResults }, (_, at) => ({
    objective: Math.floor(at / KEY_RESULTS_EACH),
    owner: upTo(people),
  }))
  const crashes = Array.from({ length: weeks }, (_, week) => crashIn(week, upTo))
  const checkIns = checkInsOf(measured, { crew, roll, upTo, weeks })
  const until = instantOf(endOf(weeks), 0)
  const kept = checkIns.filter(({ at }) => !crashes.some((one) => isWithin(at, one)))
  const happenings = [...crashes, ...kept].filter(({ at }) => Temporal.Instant.compare(at, until) < 0)
  return {
    ...{ people: crew, objectives, keyResults: measured },
    happenings: happenings.toSorted((a, b) => Temporal.Instant.compare(a.at, b.at)),
    until,
  }
}

/** No later than the quarter itself. */
function endOf(weeks: number): Temporal.PlainDate {
  const end = FIRST_MONDAY.add({ weeks })
  return Temporal.PlainDate.compare(end, ENDS_ON) < 0 ? end : ENDS_ON.add({ days: 1 })
}

type Dice = { roll: () => number; upTo: (count: number) => number; weeks: number }

function somebody(at: number, { roll, upTo, weeks }: Dice): Somebody {
  const away = Array.from({ length: upTo(Math.ceil(weeks / 4) + 1) }, () => {
    const from = FIRST_MONDAY.add({ days: upTo(weeks * 7) })
    return { from: from.toString(), to: from.add({ days: upTo(12) }).toString() }
  })
  return {
    handle: `p${at}`,
    timeZone: ZONES[upTo(ZONES.length)] ?? 'UTC',
    workingDays: roll() < 0.85 ? [1, 2, 3, 4, 5] : [1, 2, 3, 4, 7],
    manager: at === 0 ? null : Math.floor((at - 1) / REPORTS),
    away,
  }
}

/** Led by anybody but the head, above whom there is nobody. */
function objectiveOf(people: number, upTo: Dice['upTo']): Quarter['objectives'][number] {
  const rhythms = [
    { every: 'week', day: 1 },
    { every: 'week', day: 1 },
    { every: 'week', day: 4 },
    { every: 'fortnight', day: 3 },
    { every: 'month', day: 5 },
  ] as const
  return { lead: 1 + upTo(people - 1), ...(rhythms[upTo(rhythms.length)] ?? rhythms[0]) }
}

/** At nine o'clock somewhere, and for up to thirty hours. */
function crashIn(week: number, upTo: Dice['upTo']): Extract<Happening, { kind: 'crash' }> {
  const date = FIRST_MONDAY.add({ weeks: week, days: upTo(5) })
  const timeZone = ZONES[upTo(ZONES.length)] ?? 'UTC'
  const at = date.toZonedDateTime({ timeZone, plainTime: '09:00' }).toInstant()
  const died = (['the middle of a round', 'the telling', 'its sleep'] as const)[upTo(3)] ?? 'its sleep'
  return { kind: 'crash', at, up: at.add({ minutes: 61 + upTo(29 * 60), seconds: 31 }), in: died }
}

/** Some people check in most weeks, some hardly ever; never at the very second of a round. */
function checkInsOf(
  keyResults: Quarter['keyResults'],
  { crew, roll, upTo, weeks }: Dice & { crew: readonly Somebody[] },
): Extract<Happening, { kind: 'check-in' }>[] {
  const diligence = crew.map(() => [0.1, 0.5, 0.8, 0.95][upTo(4)] ?? 0.5)
  return keyResults.flatMap(({ owner }, keyResult) =>
    Array.from({ length: weeks }, (_, week) => week)
      .filter(() => roll() < (diligence[owner] ?? 0))
      .map((week) => ({
        ...{ kind: 'check-in' as const, keyResult, value: upTo(101) },
        at: instantOf(FIRST_MONDAY.add({ days: week * 7 + upTo(7) }), upTo(24 * 60)),
      })),
  )
}

const instantOf = (date: Temporal.PlainDate, minute: number): Temporal.Instant =>
  date.toZonedDateTime('UTC').toInstant().add({ minutes: minute, seconds: 17 })

const isWithin = (at: Temporal.Instant, { at: down, up }: { at: Temporal.Instant; up: Temporal.Instant }): boolean =>
  Temporal.Instant.compare(at, down) >= 0 && Temporal.Instant.compare(at, up) <= 0
