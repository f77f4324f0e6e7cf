import type { Db } from '../../../../database/types.ts'
import type { Prisma, ComplaintEntry as Row } from '../../../../generated/client.ts'
import type { Entry, Happening } from '../../store/entries.ts'

export async function lastOf(db: Db, complaintId: string, kind: Happening): Promise<Entry | null> {
  const row = await db.complaintEntry.findFirst({ where: { complaintId, kind }, orderBy: { id: 'desc' } })
  return row && asEntry(row)
}

/** What happened to any of these, the oldest first. */
export async function entriesOfAll(db: Db, complaintIds: readonly string[]): Promise<Entry[]> {
  const where = { complaintId: { in: [...complaintIds] } }
  return (await db.complaintEntry.findMany({ where, orderBy: [{ at: 'asc' }, { id: 'asc' }] })).map(asEntry)
}

export async function entriesById(db: Db, ids: readonly bigint[]): Promise<Entry[]> {
  return (await db.complaintEntry.findMany({ where: { id: { in: [...ids] } } })).map(asEntry)
}

export type Merged = {
  id: string
  workspaceId: string
  number: number
  confidential: boolean
  ownerId: string
  namedIds: string[]
}

/** What was merged into it, and into that, however far back. */
export const mergedInto = (db: Db, id: string): Promise<Merged[]> => db.$queryRaw<Merged[]>`
  WITH RECURSIVE "family" AS (
    SELECT "id" FROM "Complaint" WHERE "mergedIntoId" = ${id}
    UNION SELECT c."id" FROM "Complaint" c JOIN "family" f ON c."mergedIntoId" = f."id"
  )
  SELECT c."id", c."workspaceId", c."number", c."confidential", c."ownerId", c."namedIds"
  FROM "Complaint" c JOIN "family" USING ("id") ORDER BY c."number"`

/** From where each thing was done, as the audit trail has it. */
export async function sourcesOf(db: Db, workspaceId: string, complaintIds: readonly string[]) {
  const subjects = complaintIds.map((id) => `complaint:${id}`)
  return db.auditEntry.findMany({
    where: { workspaceId, subject: { in: subjects }, actorId: { not: null } },
    select: { at: true, action: true, subject: true, source: true },
  })
}

const asEntry = (row: Row): Entry => ({ ...row, kind: row.kind as Happening, detail: row.detail as Prisma.JsonObject })
