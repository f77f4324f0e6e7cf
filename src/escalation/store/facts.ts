import { Temporal } from 'temporal-polyfill'
import { fromDateColumn, toDateColumn } from '../../calendar/instant.ts'
import type { Absence, Db, Member } from '../../database/types.ts'
import { adminsOf, membersByIds, memberZoneToday } from '../../people/members.ts'
import type { Facts, Person } from '../rules/audience.ts'
import type { Step } from '../rules/policy.ts'
import { statusOf } from '../rules/standing.ts'

export type Present = Omit<Facts, 'unreachable' | 'excluded'> & { members: ReadonlyMap<string, Member> }
type Question = { workspaceId: string; ownerId: string; now: Temporal.Instant }
type Named = { steps: readonly Step[]; channelIds?: readonly string[] }

/** How the owner, the administrators, those named in the steps, and everybody they may hand to stand right now. */
export async function presentFacts(db: Db, question: Question, named: Named): Promise<Present> {
  const { workspaceId, ownerId, now } = question
  const admins = (await adminsOf(db, workspaceId)).map(({ id }) => id)
  const wanted = [ownerId, ...admins, ...named.steps.flatMap(({ tell }) => (tell.to === 'member' ? tell.memberId : []))]
  const members = new Map<string, Member>()
  const people = new Map<string, Person>()
  for (let next = wanted; next.length > 0; ) {
    const found = await membersByIds(db, workspaceId, [...new Set(next)])
    const absences = await absencesAround(db, found, now)
    for (const member of found) {
      members.set(member.id, member)
      people.set(member.id, personOf(member, absences, now))
    }
    next = found.flatMap(({ id }) => linksOf(people.get(id))).filter((id) => !people.has(id))
  }
  return { ownerId, admins, people, members, openChannels: await openAmong(db, workspaceId, named) }
}

const linksOf = (person: Person | undefined): string[] =>
  [person?.managerId, person?.backupId].filter((id): id is string => typeof id === 'string')

function personOf(member: Member, absences: readonly Absence[], now: Temporal.Instant): Person {
  const today = memberZoneToday(member, now)
  const absence = absences.find((one) => one.memberId === member.id && covers(one, today)) ?? null
  return {
    id: member.id,
    managerId: member.managerId,
    backupId: absence?.backupId ?? member.backupId,
    status: statusOf(member, absence, now),
  }
}

const covers = ({ fromDate, toDate }: Absence, date: Temporal.PlainDate): boolean =>
  Temporal.PlainDate.compare(fromDateColumn(fromDate), date) <= 0 &&
  Temporal.PlainDate.compare(date, fromDateColumn(toDate)) <= 0

/** Local dates differ by a day at most from the one in UTC. */
function absencesAround(db: Db, members: readonly Member[], now: Temporal.Instant): Promise<Absence[]> {
  const today = now.toZonedDateTimeISO('UTC').toPlainDate()
  return db.absence.findMany({
    where: {
      memberId: { in: members.map(({ id }) => id) },
      fromDate: { lte: toDateColumn(today.add({ days: 1 })) },
      toDate: { gte: toDateColumn(today.subtract({ days: 1 })) },
    },
  })
}

async function openAmong(db: Db, workspaceId: string, { steps, channelIds = [] }: Named): Promise<Set<string>> {
  const ids = [...channelIds, ...steps.flatMap(({ tell }) => (tell.to === 'channel' ? tell.channelId : []))]
  if (ids.length === 0) return new Set()
  const rows = await db.channel.findMany({
    where: { workspaceId, id: { in: ids }, closedAt: null },
    select: { id: true },
  })
  return new Set(rows.map(({ id }) => id))
}
