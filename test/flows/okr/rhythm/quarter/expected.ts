import { Temporal } from 'temporal-polyfill'
import { ENDS_ON, type Happening, type Quarter, type Somebody, STARTS_ON } from './plan.ts'

/** A line for each thing that somebody is told, and for each walk up that begins or ends. */
export type Told = { rounds: string[]; walks: string[] }

type Question = { since: string; isNudged: boolean; isLeadTold: boolean; isUp: boolean }
type Watched = {
  lead: number
  owner: number
  lastDue: string
  lastCheckIn: Temporal.Instant | null
  open: Question | null
}
type Round = { due: number[]; remind: number[]; lead: number[] }
type World = { quarter: Quarter; watched: Watched[]; dueOn: string[][]; had: Set<string>; told: Told }

/**
 * What the rules say of a quarter, reckoned from the words of docs/okr.md alone: day by day and person by person, with
 * nothing of the program that is tested.
 */
export function expectedOf(quarter: Quarter): Told {
  const world: World = {
    ...{ quarter, had: new Set(), told: { rounds: [], walks: [] } },
    dueOn: quarter.objectives.map(dueDates),
    watched: quarter.keyResults.map(({ objective, owner }) => ({
      ...{ owner, lead: quarter.objectives[objective]?.lead ?? -1 },
      ...{ lastDue: '', lastCheckIn: null, open: null },
    })),
  }
  const next = quarter.people.map((person) => nextNine(person, STARTS_ON.toZonedDateTime('UTC').toInstant()))
  for (const happening of [...quarter.happenings, { kind: 'end' as const, at: quarter.until }]) {
    runRounds(world, next, before(happening.at))
    if (happening.kind === 'check-in') checkIn(world, happening)
    if (happening.kind === 'crash') crash(world, next, happening)
  }
  return { rounds: world.told.rounds.toSorted(), walks: world.told.walks.toSorted() }
}

/** Whatever was due while it was down comes at once when it is up. */
function crash(
  world: World,
  next: Temporal.Instant[],
  { at, up, in: died }: Extract<Happening, { kind: 'crash' }>,
): void {
  if (died === 'the telling') runRounds(world, next, at)
  for (const [who, due] of next.entries()) if (Temporal.Instant.compare(due, up) <= 0) next[who] = up
  runRounds(world, next, up)
}

/** Everybody's, the earliest first. */
function runRounds(world: World, next: Temporal.Instant[], until: Temporal.Instant): void {
  for (;;) {
    const at = next.reduce((a, b) => (Temporal.Instant.compare(a, b) <= 0 ? a : b))
    if (Temporal.Instant.compare(at, until) > 0) return
    for (const [who, person] of world.quarter.people.entries()) {
      if (!next[who]?.equals(at)) continue
      roundOf(world, who, at)
      next[who] = nextNine(person, at)
    }
  }
}

function roundOf(world: World, who: number, at: Temporal.Instant): void {
  const person = world.quarter.people[who]
  if (!person) return
  const local = at.toZonedDateTimeISO(person.timeZone)
  const today = local.toPlainDate().toString()
  if (!person.workingDays.includes(local.dayOfWeek) || isAway(person, today) || local.hour < 9) return
  if (world.had.has(`${who} ${today}`)) return
  const round: Round = { due: [], remind: [], lead: [] }
  for (const [at_, watched] of world.watched.entries()) {
    if (watched.owner === who) ownersLook(world, { at, who, today, round, place: at_ })
    else if (watched.lead === who) leadsLook(world, { at, who, today, round, place: at_ })
  }
  if (round.due.length + round.remind.length + round.lead.length === 0) return
  world.had.add(`${who} ${today}`)
  world.told.rounds.push(lineOf(person.handle, today, round))
}

type Look = { at: Temporal.Instant; who: number; today: string; round: Round; place: number }

function ownersLook(world: World, look: Look): void {
  const { at, who, today, round, place } = look
  const watched = world.watched[place]
  const person = world.quarter.people[who]
  if (!watched || !person) return
  const isAsked = askAnew(world, watched, look)
  if (isAsked) round.due.push(place)
  const { open } = watched
  if (!open) return
  const days = daysBetween(open.since, today, person)
  const isNudge = days >= 2 && !open.isNudged
  const isForLead = days >= 4 && !open.isLeadTold && watched.lead === who
  open.isNudged ||= isNudge
  open.isLeadTold ||= isForLead
  if (!isAsked && (isNudge || isForLead)) round.remind.push(place)
  if (days >= 6) goUp(world, watched, at)
}

/** Whether a date has come for which they are asked. */
function askAnew({ quarter, dueOn }: World, watched: Watched, { who, today, place }: Look): boolean {
  const dates = dueOn[quarter.keyResults[place]?.objective ?? -1] ?? []
  const due = dates.filter((date) => date <= today).at(-1) ?? ''
  if (due <= watched.lastDue) return false
  watched.lastDue = due
  const zone = quarter.people[who]?.timeZone ?? ''
  const checkedIn = watched.lastCheckIn?.toZonedDateTimeISO(zone).toPlainDate().toString() ?? ''
  if (checkedIn >= Temporal.PlainDate.from(due).subtract({ days: 3 }).toString()) return false
  watched.open ??= { since: today, isNudged: false, isLeadTold: false, isUp: false }
  return true
}

function leadsLook(world: World, { at, round, place }: Look): void {
  const watched = world.watched[place]
  const owner = world.quarter.people[watched?.owner ?? -1]
  if (!watched?.open || !owner) return
  const ownersToday = at.toZonedDateTimeISO(owner.timeZone).toPlainDate().toString()
  const days = daysBetween(watched.open.since, ownersToday, owner)
  if (days >= 4 && !watched.open.isLeadTold) {
    watched.open.isLeadTold = true
    round.lead.push(place)
  }
  if (days >= 6) goUp(world, watched, at)
}

function goUp(world: World, watched: Watched, at: Temporal.Instant): void {
  if (!watched.open || watched.open.isUp) return
  const isFirst = !world.watched.some(({ lead, open }) => lead === watched.lead && open?.isUp)
  watched.open.isUp = true
  if (isFirst)
    world.told.walks.push(`${at} ${handleOf(world, watched.lead)} up to ${above(world.quarter, watched.lead, at)}`)
}

/** The nearest manager who is not away on their own day; else the administrator, who is the head. */
function above(quarter: Quarter, who: number, at: Temporal.Instant): string {
  const next = quarter.people[who]?.manager ?? null
  const manager = next === null ? null : quarter.people[next]
  if (next === null || !manager) return quarter.people[0]?.handle ?? 'nobody'
  const today = at.toZonedDateTimeISO(manager.timeZone).toPlainDate().toString()
  return isAway(manager, today) ? above(quarter, next, at) : manager.handle
}

function checkIn(world: World, { at, keyResult }: Extract<Happening, { kind: 'check-in' }>): void {
  const watched = world.watched[keyResult]
  if (!watched) return
  watched.lastCheckIn = at
  const wasUp = watched.open?.isUp ?? false
  watched.open = null
  const isLast = !world.watched.some(({ lead, open }) => lead === watched.lead && open?.isUp)
  if (wasUp && isLast) world.told.walks.push(`${at} ${handleOf(world, watched.lead)} resolved`)
}

/** The dates of the quarter on which a check-in is due. */
function dueDates({ every, day }: Quarter['objectives'][number]): string[] {
  const dates: string[] = []
  const firstWeek = STARTS_ON.subtract({ days: STARTS_ON.dayOfWeek - 1 })
  for (let date = STARTS_ON; Temporal.PlainDate.compare(date, ENDS_ON) <= 0; date = date.add({ days: 1 })) {
    const week = Math.floor(firstWeek.until(date, { largestUnit: 'days' }).days / 7)
    const fits = { week: true, fortnight: week % 2 === 0, month: date.day <= 7 }[every]
    if (date.dayOfWeek === day && fits) dates.push(date.toString())
  }
  return dates
}

/** Days after that one, up to today, on which they were not away. */
function daysBetween(since: string, today: string, person: Somebody): number {
  let days = 0
  for (let date = since; date < today; ) {
    date = Temporal.PlainDate.from(date).add({ days: 1 }).toString()
    if (!isAway(person, date)) days++
  }
  return days
}

function nextNine({ timeZone, workingDays }: Somebody, after: Temporal.Instant): Temporal.Instant {
  let date = after.toZonedDateTimeISO(timeZone).toPlainDate()
  for (;;) {
    const nine = date.toZonedDateTime({ timeZone, plainTime: '09:00' }).toInstant()
    if (workingDays.includes(date.dayOfWeek) && Temporal.Instant.compare(nine, after) > 0) return nine
    date = date.add({ days: 1 })
  }
}

const isAway = ({ away }: Somebody, date: string): boolean => away.some(({ from, to }) => from <= date && date <= to)
const before = (at: Temporal.Instant): Temporal.Instant => at.subtract({ nanoseconds: 1 })
const handleOf = ({ quarter }: World, who: number): string => quarter.people[who]?.handle ?? '?'

export function lineOf(handle: string, date: string, { due, remind, lead }: Round): string {
  const names = (places: readonly number[]) => places.map((place) => `KR-${place + 1}`).join(' ')
  return `${date} ${handle} | due ${names(due)} | remind ${names(remind)} | lead ${names(lead)}`
}
