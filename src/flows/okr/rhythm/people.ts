import { Temporal } from 'temporal-polyfill'
import { fromDateColumn } from '../../../calendar/instant.ts'
import { localDateOf } from '../../../calendar/occurrences.ts'
import type { Absence, Member } from '../../../database/types.ts'
import type { Context } from '../../../flow.ts'
import { standInFor } from '../../../people/chain.ts'
import { absencesFrom, isColleague } from '../../../people/members.ts'
import type { Person } from '../rules/round.ts'

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
