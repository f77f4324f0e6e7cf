import { Temporal } from 'temporal-polyfill'
import { fromDateColumn } from '../calendar/instant.ts'
import { localDateOf } from '../calendar/occurrences.ts'
import type { Absence, Member } from '../database/types.ts'
import type { Context } from '../flow.ts'
import { standInFor } from './chain.ts'
import { absencesFrom, isColleague, membersByIds } from './members.ts'

/** Somebody by their own calendar. */
export type Person = {
  id: string
  today: Temporal.PlainDate
  isAway: (date: Temporal.PlainDate) => boolean
  /** Who stands in while they are away; null when nobody can. */
  standInId: string | null
}

/** How long ago an absence still matters for counting days. */
const LOOKED_BACK_DAYS = 60

/** These members by their own calendars, with who stands in for them today. */
export async function peopleAround(ctx: Context, members: ReadonlyMap<string, Member>): Promise<Map<string, Person>> {
  const from = ctx.now.toZonedDateTimeISO('UTC').toPlainDate().subtract({ days: LOOKED_BACK_DAYS })
  const absences = new Map<string, Absence[]>()
  for (const absence of await absencesFrom(ctx.db, [...members.keys()], from))
    absences.set(absence.memberId, [...(absences.get(absence.memberId) ?? []), absence])
  return new Map([...members.values()].map((member) => [member.id, personOf(ctx, member, { members, absences })]))
}

type Around = { members: ReadonlyMap<string, Member>; absences: ReadonlyMap<string, Absence[]> }

function personOf(ctx: Context, member: Member, { members, absences }: Around): Person {
  const today = localDateOf(ctx.now, member.timeZone)
  const isAway = (id: string, date: Temporal.PlainDate) => (absences.get(id) ?? []).some((one) => covers(one, date))
  const present = (absences.get(member.id) ?? []).find((one) => covers(one, today))
  const byAbsence = present?.backupId ? { ...member, backupId: present.backupId } : member
  const isHere = (backup: Member) => isColleague(backup) && !isAway(backup.id, localDateOf(ctx.now, backup.timeZone))
  return {
    id: member.id,
    today,
    isAway: (date) => isAway(member.id, date),
    standInId: standInFor(byAbsence, members, isHere)?.id ?? null,
  }
}

const covers = ({ fromDate, toDate }: Absence, date: Temporal.PlainDate): boolean =>
  Temporal.PlainDate.compare(fromDateColumn(fromDate), date) <= 0 &&
  Temporal.PlainDate.compare(date, fromDateColumn(toDate)) <= 0

const LONGEST_CHAIN = 5

/** These members, and along the chain of backups whoever may stand in for them. */
export async function withBackups(ctx: Context, ids: readonly string[]): Promise<Map<string, Member>> {
  const known = new Map<string, Member>()
  for (let wanted = [...new Set(ids)], depth = 0; wanted.length > 0 && depth < LONGEST_CHAIN; depth++) {
    const found = await membersByIds(ctx.db, ctx.workspace.id, wanted)
    for (const member of found) known.set(member.id, member)
    const backups = depth === 0 ? await absenceBackups(ctx, wanted) : []
    const next = [...found.flatMap(({ backupId }) => backupId ?? []), ...backups]
    wanted = [...new Set(next)].filter((id) => !known.has(id))
  }
  return known
}

/** Whoever was named to stand in for one absence. */
async function absenceBackups({ db, now }: Context, ids: readonly string[]): Promise<string[]> {
  const today = new Date(now.subtract({ hours: 24 }).epochMilliseconds)
  const where = { memberId: { in: [...ids] }, toDate: { gte: today }, NOT: { backupId: null } }
  return (await db.absence.findMany({ where, select: { backupId: true } })).flatMap(({ backupId }) => backupId ?? [])
}
