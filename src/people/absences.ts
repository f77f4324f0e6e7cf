import type { Temporal } from 'temporal-polyfill'
import { fromDateColumn, toDateColumn } from '../calendar/instant.ts'
import type { Absence, Db, Member } from '../database/types.ts'
import { absencesFrom } from './members.ts'

/** Local dates in the member's own calendar, both included. */
export type Leave = { from: Temporal.PlainDate; to: Temporal.PlainDate; backupId?: string }

/** Who of these is away on the local date, with the absence. */
export async function awayOn(
  db: Db,
  memberIds: readonly string[],
  date: Temporal.PlainDate,
): Promise<Map<string, Absence>> {
  const day = toDateColumn(date)
  const absences = await db.absence.findMany({
    where: { memberId: { in: [...memberIds] }, fromDate: { lte: day }, toDate: { gte: day } },
  })
  return new Map(absences.map((absence) => [absence.memberId, absence]))
}

/** The absence on this date or else the next one after it; null when none is known. */
export async function presentOrNextAbsence(db: Db, member: Member, date: Temporal.PlainDate): Promise<Absence | null> {
  const [first] = await absencesFrom(db, [member.id], date)
  return first ?? null
}

/** This absence of the member's while some of it is left; null when it is over, cancelled or somebody else's. */
export const unfinishedAbsence = (
  db: Db,
  member: Member,
  { id, today }: { id: string; today: Temporal.PlainDate },
): Promise<Absence | null> =>
  db.absence.findFirst({ where: { id, memberId: member.id, toDate: { gte: toDateColumn(today) } } })

/** Notes an absence; those that it overlaps become one with it. Returns the whole of it. */
export async function recordAbsence(db: Db, member: Member, leave: Leave): Promise<Leave> {
  const joined = await db.absence.findMany({
    where: {
      memberId: member.id,
      fromDate: { lte: toDateColumn(leave.to) },
      toDate: { gte: toDateColumn(leave.from) },
    },
  })
  const whole = joined.map(leaveOf).reduce(together, leave)
  await db.absence.deleteMany({ where: { id: { in: joined.map((absence) => absence.id) } } })
  await db.absence.create({
    data: {
      memberId: member.id,
      fromDate: toDateColumn(whole.from),
      toDate: toDateColumn(whole.to),
      backupId: whole.backupId ?? null,
    },
  })
  return whole
}

/** The member is here again from this local date on: what was still to come of the absence is taken back. */
export async function endAbsence(db: Db, absence: Absence, here: Temporal.PlainDate): Promise<void> {
  const lastDay = here.subtract({ days: 1 })
  if (toDateColumn(lastDay) < absence.fromDate) await db.absence.deleteMany({ where: { id: absence.id } })
  else await db.absence.updateMany({ where: { id: absence.id }, data: { toDate: toDateColumn(lastDay) } })
}

export const leaveOf = (absence: Absence): Leave => ({
  from: fromDateColumn(absence.fromDate),
  to: fromDateColumn(absence.toDate),
  ...(absence.backupId && { backupId: absence.backupId }),
})

/** Both as one; the newer one's backup counts. */
function together(newer: Leave, older: Leave): Leave {
  const backupId = newer.backupId ?? older.backupId
  return {
    from: earlier(newer.from, older.from),
    to: later(newer.to, older.to),
    ...(backupId && { backupId }),
  }
}

const before = (a: Temporal.PlainDate, b: Temporal.PlainDate): boolean => a.toString() < b.toString()
const earlier = (a: Temporal.PlainDate, b: Temporal.PlainDate): Temporal.PlainDate => (before(b, a) ? b : a)
const later = (a: Temporal.PlainDate, b: Temporal.PlainDate): Temporal.PlainDate => (before(a, b) ? b : a)
