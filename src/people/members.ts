import type { Temporal } from 'temporal-polyfill'
import { toDateColumn } from '../calendar/instant.ts'
import type { Absence, Db, Member } from '../database/types.ts'

export const memberById = (db: Db, workspaceId: string, id: string): Promise<Member | null> =>
  db.member.findFirst({ where: { id, workspaceId } })

/** In the order of the ids; those of another workspace or that don't exist are absent. */
export async function membersByIds(db: Db, workspaceId: string, ids: readonly string[]): Promise<Member[]> {
  const rows = await db.member.findMany({ where: { workspaceId, id: { in: [...ids] } } })
  const byId = new Map(rows.map((member) => [member.id, member]))
  return ids.flatMap((id) => byId.get(id) ?? [])
}

/** Colleagues who are here: neither gone, nor guests, nor bots. */
export const isColleague = (member: Member): boolean => member.kind === 'person' && member.leftAt === null

export const isAdmin = (member: Member): boolean => member.roles.includes('admin')

export const adminsOf = (db: Db, workspaceId: string): Promise<Member[]> =>
  db.member.findMany({ where: { workspaceId, roles: { has: 'admin' }, leftAt: null }, orderBy: { name: 'asc' } })

/** The local date in the member's own zone. */
export const memberZoneToday = (member: Member, now: Temporal.Instant): Temporal.PlainDate =>
  now.toZonedDateTimeISO(member.timeZone).toPlainDate()

/** Absences of these members that cover the local date or come after it, the earliest first. */
export const absencesFrom = (db: Db, memberIds: readonly string[], date: Temporal.PlainDate): Promise<Absence[]> =>
  db.absence.findMany({
    where: { memberId: { in: [...memberIds] }, toDate: { gte: toDateColumn(date) } },
    orderBy: { fromDate: 'asc' },
  })

/** Until this transaction ends nobody else changes who is whose manager and who is an administrator. */
export async function holdPeople(db: Db, workspaceId: string): Promise<void> {
  await db.$queryRaw`SELECT 1 FROM "Workspace" WHERE "id" = ${workspaceId} FOR NO KEY UPDATE`
}
