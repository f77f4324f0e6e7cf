import { Temporal } from 'temporal-polyfill'
import { isWorkday } from '../../../calendar/holidays.ts'
import { occurrenceOn } from '../../../calendar/occurrences.ts'
import type { Member } from '../../../database/types.ts'
import type { Context, Due } from '../../../flow.ts'
import { sayAll } from '../../../outbox/say.ts'
import { isColleague, membersByIds } from '../../../people/members.ts'
import { reviewsDue } from '../review/review-due.ts'
import { answersFor, type Deed, deedFor, type Person, stagesOf } from '../rules/round.ts'
import type { Stage } from '../rules/turns.ts'
import { type Around, aroundOf } from './around.ts'
import { digestsFor } from './digest.ts'
import { drawRounds } from './draw-round.ts'
import { escalateOverdue, settleAllOverdue } from './overdue.ts'
import { planRoundsOf } from './plan-round.ts'
import { addRounds, hadRound, type Round, roundKey } from './store/rounds.ts'
import { adoptTurns, askAgain, type Begun, beginTurns, holdRounds, noteStage } from './store/turns.ts'
import type { WatchedRow } from './store/watched.ts'

/** What one member's round finds. */
type Found = {
  person: Person
  begun: Begun[]
  again: string[]
  stages: { keyResultId: string; stage: Stage }[]
  overdueLeads: Set<string>
  due: string[]
  remind: string[]
  lead: string[]
}

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

function lookAround(person: Person, around: Around): Found {
  const found: Found = {
    ...{ person, begun: [], again: [], stages: [], overdueLeads: new Set() },
    ...{ due: [], remind: [], lead: [] },
  }
  for (const watched of around.watched) {
    const owner = around.people.get(watched.ownerId)
    if (!owner) continue
    if (answersFor(owner, around.options) === person.id) lookAsOwner(found, watched, { owner, around })
    else if (watched.leadId === person.id) lookAsLead(found, watched, { owner, around })
  }
  return found
}

type Looking = { owner: Person; around: Around }

function lookAsOwner(found: Found, watched: WatchedRow, { owner, around }: Looking): void {
  const deed = deedFor(watched, { owner, answering: found.person }, around.options)
  const { id: keyResultId } = watched
  switch (deed.kind) {
    case 'nothing':
      return
    case 'skip':
      found.begun.push({ keyResultId, dueOn: deed.dueOn, asked: null, missed: null })
      return
    case 'ask':
      found.due.push(keyResultId)
      found.begun.push({ ...deed, keyResultId, asked: { id: found.person.id, on: found.person.today } })
      noteStages(found, watched, toldHere(found, watched, deed))
      return
    case 'ask-again':
      found.again.push(deed.turnId)
      found.due.push(keyResultId)
      return
    case 'remind': {
      const told = toldHere(found, watched, deed)
      if (told.some((stage) => stage !== 'manager')) found.remind.push(keyResultId)
      noteStages(found, watched, told)
      return
    }
  }
}

/** Whoever leads it hears in their own round; here it is said once more where that is the owner. */
const toldHere = ({ person }: Found, { leadId }: WatchedRow, { stages }: Extract<Deed, { stages: unknown }>): Stage[] =>
  stages.filter((stage) => stage !== 'lead' || leadId === person.id)

function lookAsLead(found: Found, watched: WatchedRow, { owner, around }: Looking): void {
  const { turn } = watched
  if (!turn) return
  const asked = around.people.get(turn.askedId ?? '') ?? owner
  const stages = stagesOf(turn, asked, around.options.after).filter((stage) => stage !== 'nudge')
  if (stages.includes('lead')) found.lead.push(watched.id)
  noteStages(found, watched, stages)
}

function noteStages(found: Found, { id: keyResultId, leadId }: WatchedRow, stages: readonly Stage[]): void {
  for (const stage of stages) found.stages.push({ keyResultId, stage })
  if (stages.includes('manager')) found.overdueLeads.add(leadId)
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
