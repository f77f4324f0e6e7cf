import type { Temporal } from 'temporal-polyfill'
import { toDate, toDateColumn } from '../../../../../src/calendar/instant.ts'
import { planRounds } from '../../../../../src/flows/okr/rhythm/plan-round.ts'
import { roundsOnTime } from '../../../../../src/flows/okr/rhythm/round.ts'
import { flows } from '../../../../../src/flows.ts'
import { claimDue } from '../../../../../src/timers/claim.ts'
import { fire } from '../../../../../src/timers/fire.ts'
import { act } from '../../../../../src/world.ts'
import { type House, openHouse } from '../../../../support/house.ts'
import { lineOf, type Told } from './expected.ts'
import { ENDS_ON, type Happening, type Quarter, STARTS_ON } from './plan.ts'

type Company = { house: House; quarter: Quarter; members: string[]; keyResults: string[] }

/** The quarter as the program lives it: what its people were told, as the database and the chat have it. */
export async function liveThrough(quarter: Quarter, house: House): Promise<Told> {
  const company = await settleIn(quarter, house)
  for (const happening of quarter.happenings) {
    await house.advanceTo(before(happening.at))
    house.sleepUntil(happening.at.toString())
    if (happening.kind === 'check-in') await checkIn(company, happening)
    else await crash(company, happening)
  }
  await house.advanceTo(before(quarter.until))
  return toldIn(company)
}

export const openQuarter = ({ people }: Quarter): Promise<House> =>
  openHouse({
    ...{ flows, now: STARTS_ON.toZonedDateTime('UTC').subtract({ hours: 20 }).toInstant().toString() },
    people: people.map(({ handle, timeZone, manager }) => ({ handle, timeZone, administrator: manager === null })),
  })

async function settleIn(quarter: Quarter, house: House): Promise<Company> {
  for (const { handle } of quarter.people) await house.as(handle).command('/ops me')
  const members = await Promise.all(quarter.people.map(async ({ handle }) => (await house.member(handle)).id))
  for (const [at, { workingDays, manager, away }] of quarter.people.entries()) {
    const absences = away.map(({ from, to }) => ({ fromDate: new Date(from), toDate: new Date(to) }))
    const managerId = manager === null ? null : (members[manager] ?? null)
    const data = { workingDays: [...workingDays], managerId, absences: { create: absences } }
    await house.db.member.update({ where: { id: members[at] ?? '' }, data })
  }
  return { house, quarter, members, keyResults: await setGoals(quarter, house, members) }
}

async function setGoals({ objectives, keyResults }: Quarter, house: House, members: string[]): Promise<string[]> {
  const of = { workspaceId: house.workspace.id }
  const createdAt = toDate(house.now())
  const span = { startsOn: toDateColumn(STARTS_ON), endsOn: toDateColumn(ENDS_ON) }
  const { id: cycleId } = await house.db.okrCycle.create({
    data: { ...of, ...span, name: '2026 Q4', key: '2026 q4', timeZone: 'Europe/Berlin', createdAt },
  })
  await house.db.okrSettings.create({
    data: { ...of, timeZone: 'Europe/Berlin', lastObjective: objectives.length, lastKeyResult: keyResults.length },
  })
  const made = await house.db.okrObjective.createManyAndReturn({
    data: objectives.map(({ lead, every, day }, at) => ({
      ...{
        ...of,
        cycleId,
        number: at + 1,
        title: `Aim ${at + 1}`,
        ownerId: members[lead] ?? '',
        every,
        day,
        createdAt,
      },
    })),
  })
  const measured = await house.db.okrKeyResult.createManyAndReturn({
    data: keyResults.map(({ objective, owner }, at) => ({
      ...{ ...of, number: at + 1, objectiveId: made[objective]?.id ?? '', ownerId: members[owner] ?? '', createdAt },
      ...{ title: `Result ${at + 1}`, kind: 'numeric', direction: 'up', start: 0, target: 100 },
    })),
  })
  await act(house.world, house.workspace, (ctx) => planRounds(ctx, members))
  return measured.map(({ id }) => id)
}

async function checkIn({ house, quarter }: Company, { keyResult, value }: Extract<Happening, { kind: 'check-in' }>) {
  const owner = quarter.people[quarter.keyResults[keyResult]?.owner ?? 0]
  const reply = await house.as(owner?.handle ?? '').command(`/okr update KR-${keyResult + 1} =${value}`)
  if (reply.kind !== 'card') throw new Error(`Not checked in: ${JSON.stringify(reply)}`)
}

async function crash({ house }: Company, { up, in: died }: Extract<Happening, { kind: 'crash' }>): Promise<void> {
  if (died === 'the middle of a round') await dieInRound(house)
  if (died === 'the telling')
    for (const claim of await claimDue(house.db, house.now(), 1_000)) await fire(house.world, claim)
  house.sleepUntil(up.toString())
  await house.wake()
}

/** Everything of that round was done, and nothing of it was kept. */
async function dieInRound(house: House): Promise<void> {
  const where = { kind: 'okr.round', firedAt: null, cancelledAt: null, dueAt: { lte: toDate(house.now()) } }
  const due = (await house.db.timer.findMany({ where })).map(({ subject }) => subject)
  await act(house.world, house.workspace, async (ctx) => {
    await roundsOnTime(
      ctx,
      due.map((subject) => ({ subject, payload: null, dueAt: ctx.now })),
    )
    throw new Error('killed')
  }).catch((error: Error) => {
    if (error.message !== 'killed') throw error
  })
}

async function toldIn({ house, quarter, members, keyResults }: Company): Promise<Told> {
  const handleOf = (id: string) => quarter.people[members.indexOf(id)]?.handle ?? '?'
  const places = new Map(keyResults.map((id, at) => [id, at]))
  const placesOf = (ids: readonly string[]) => ids.map((id) => places.get(id) ?? -1).toSorted((a, b) => a - b)
  const rounds = (await house.db.okrRound.findMany()).map(({ memberId, date, told }) => {
    const { due, remind, lead } = told as { due: string[]; remind: string[]; lead: string[] }
    const round = { due: placesOf(due), remind: placesOf(remind), lead: placesOf(lead) }
    return lineOf(handleOf(memberId), date.toISOString().slice(0, 10), round)
  })
  return { rounds: rounds.toSorted(), walks: (await walksIn(house, handleOf)).toSorted() }
}

/** When each walk began, with whomever it told first, and when it ended. */
async function walksIn({ db }: House, handleOf: (id: string) => string): Promise<string[]> {
  const walks = new Map((await db.escalation.findMany()).map((walk) => [`escalation:${walk.id}`, walk]))
  const action = { in: ['escalation.opened', 'escalation.resolved'] }
  const lines: string[] = []
  for (const { at, action: what, subject, detail } of await db.auditEntry.findMany({ where: { action } })) {
    const walk = walks.get(subject)
    if (!walk) throw new Error(`Nothing is known of ${subject}`)
    const { round } = detail as { round: number }
    const where = { escalationId: walk.id, round, outcome: 'told' }
    const first = await db.escalationNotice.findFirst({ where, orderBy: { id: 'asc' } })
    const told = `up to ${first?.place ? handleOf(first.place.replace('person:', '')) : 'nobody'}`
    const instant = at.toISOString().replace('.000Z', 'Z')
    lines.push(`${instant} ${handleOf(walk.ownerId)} ${what === 'escalation.opened' ? told : 'resolved'}`)
  }
  return lines
}

const before = (at: Temporal.Instant): string => at.subtract({ nanoseconds: 1 }).toString()
