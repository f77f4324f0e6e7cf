import { Temporal } from 'temporal-polyfill'
import { isWorkday } from '../../../calendar/holidays.ts'
import { occurrenceOn } from '../../../calendar/occurrences.ts'
import type { Member } from '../../../database/types.ts'
import type { Context, Due } from '../../../flow.ts'
import { sayAll } from '../../../outbox/say.ts'
import type { Person } from '../../../people/around.ts'
import { isColleague, membersByIds } from '../../../people/members.ts'
import { reviewsDue } from '../review/review-due.ts'
import type { Stage } from '../rules/turns.ts'
import { type Around, aroundOf } from './around.ts'
import { digestsFor } from './digest.ts'
import { drawRounds } from './draw-round.ts'
import { type Found, lookAround } from './look-around.ts'
import { escalateOverdue, settleAllOverdue } from './overdue.ts'
import { planRoundsOf } from './plan-round.ts'
import { addRounds, hadRound, type Round, roundKey } from './store/rounds.ts'
import { adoptTurns, askAgain, beginTurns, holdRounds, noteStage } from './store/turns.ts'

export const roundOnTime = (ctx: Context, timer: Due): Promise<void> => roundsOnTime(ctx, [timer])

/**
 * Everybody's daily round: what is due, what is overdue and what moved, in one message at most. A late one looks at the
 * present as well: it asks once, however many days nobody was there to ask.
 */
export async function roundsOnTime(ctx: Context, timers: readonly Due[]): Promise<void> {
  await holdRounds(ctx.db, ctx.workspace.id)
  const subjects = timers.map(({ subject }) => subject)
  const members = (await membersByIds(ctx.db, ctx.workspace.id, subjects)).filter(isColleague)
  await planRoundsOf(ctx, members)
  const around = await aroundOf(ctx, members)
  const found = (await readyAmong(ctx, members, around)).map((person) => lookAround(person, around))
  await writeTurns(ctx, found)
  if (found.some(({ again }) => again.length > 0)) await settleAllOverdue(ctx)
  await escalateOverdue(ctx, [...new Set(found.flatMap(({ overdueLeads }) => [...overdueLeads]))])
  await tellAll(ctx, found, around)
}

/** At work today by their own calendar, and without a round so far; a late one of yesterday does not wake anybody. */
async function readyAmong(ctx: Context, members: readonly Member[], { people, settings }: Around): Promise<Person[]> {
  const present = members.flatMap(({ id, workingDays, timeZone }) => {
    const person = people.get(id)
    if (!person || !isWorkday(settings.holidays, person.today, workingDays) || person.isAway(person.today)) return []
    const isTime = Temporal.Instant.compare(ctx.now, occurrenceOn(person.today, settings.time, timeZone)) >= 0
    return isTime ? person : []
  })
  const had = await hadRound(ctx.db, present)
  return present.filter(({ id }) => !had.has(id))
}

async function writeTurns(ctx: Context, found: readonly Found[]): Promise<void> {
  await beginTurns(
    ctx,
    found.flatMap(({ begun }) => begun),
  )
  await adoptTurns(
    ctx,
    found.flatMap(({ stages }) => stages.map(({ keyResultId }) => keyResultId)),
  )
  for (const { person, again } of found) await askAgain(ctx, again, { id: person.id, on: person.today })
  for (const stage of ['nudge', 'lead', 'manager'] as const)
    for (const [date, ids] of byDate(found, stage)) await noteStage(ctx, ids, { stage, on: date })
}

function byDate(found: readonly Found[], stage: Stage): [Person['today'], string[]][] {
  const dates = new Map<string, [Person['today'], string[]]>()
  for (const { person, stages } of found) {
    const ids = stages.flatMap((one) => (one.stage === stage ? one.keyResultId : []))
    const [, all] = dates.get(person.today.toString()) ?? [person.today, []]
    if (ids.length > 0) dates.set(person.today.toString(), [person.today, [...all, ...ids]])
  }
  return [...dates.values()]
}

async function tellAll(ctx: Context, found: readonly Found[], around: Around): Promise<void> {
  const people = found.map(({ person }) => person)
  const digests = await digestsFor(ctx, people, around)
  const reviews = await reviewsDue(ctx, people)
  const rounds = found.flatMap(({ person, due, remind, lead }): Round[] => {
    const digest = digests.get(person.id) ?? []
    const told = { due, remind, lead, digest, review: reviews.get(person.id) ?? [] }
    const isSomething = Object.values(told).some((part) => part.length > 0)
    return isSomething ? [{ memberId: person.id, date: person.today.toString(), told }] : []
  })
  if (rounds.length === 0) return
  await addRounds(ctx, rounds)
  const cards = await drawRounds(ctx, rounds)
  await sayAll(
    ctx,
    cards.map(({ round, card }) => ({ key: roundKey(round), to: { person: round.memberId }, card })),
  )
}
