import type { Db, Member } from '../../database/types.ts'
import type { Prisma } from '../../generated/client.ts'
import { membersByIds } from '../../people/members.ts'

export type ById = ReadonlyMap<string, Member>

/** The member, the managers above and all that they lead to. */
export async function withManagersAbove(db: Db, member: Member): Promise<ById> {
  const found = await db.$queryRaw<{ id: string }[]>`
    WITH RECURSIVE above AS (
      SELECT "id", "managerId" AS "next" FROM "Member" WHERE "id" = ${member.id}
      UNION
      SELECT one."id", one."managerId" FROM "Member" one JOIN above ON one."id" = above."next"
      WHERE one."workspaceId" = ${member.workspaceId}
    ) SELECT "id" FROM above`
  return byId(db, member, found)
}

/** The member, the backup, the backup's backup and so on. */
export async function withBackups(db: Db, member: Member): Promise<ById> {
  const found = await db.$queryRaw<{ id: string }[]>`
    WITH RECURSIVE behind AS (
      SELECT "id", "backupId" AS "next" FROM "Member" WHERE "id" = ${member.id}
      UNION
      SELECT one."id", one."backupId" FROM "Member" one JOIN behind ON one."id" = behind."next"
      WHERE one."workspaceId" = ${member.workspaceId}
    ) SELECT "id" FROM behind`
  return byId(db, member, found)
}

export const changeMember = (db: Db, id: string, changes: Prisma.MemberUncheckedUpdateInput): Promise<Member> =>
  db.member.update({ where: { id }, data: changes })

async function byId(db: Db, { workspaceId }: Member, found: readonly { id: string }[]): Promise<ById> {
  const members = await membersByIds(
    db,
    workspaceId,
    found.map(({ id }) => id),
  )
  return new Map(members.map((member) => [member.id, member]))
}
