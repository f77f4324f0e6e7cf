import type { Db } from '../../../../database/types.ts'
import { Prisma } from '../../../../generated/client.ts'
import type { Severity, Type } from '../../rules/classes.ts'
import type { State } from '../../rules/path.ts'
import { type Asked, meant } from './list.ts'

export type Exported = {
  id: string
  number: number
  state: State
  severity: Severity
  type: Type
  product: string | null
  customer: string
  contact: string | null
  owner: string | null
  receivedAt: Date
  acknowledgedAt: Date | null
  repliedAt: Date | null
  closedAt: Date | null
  causeFamily: string | null
  score: number | null
  mergedInto: number | null
}

export async function countOf(db: Db, asked: Asked): Promise<number> {
  const [row] = await db.$queryRaw<{ count: number }[]>`
    SELECT count(*)::int AS "count" FROM "Complaint" c WHERE ${meant(asked)}`
  return row?.count ?? 0
}

/** All that are meant, by their numbers. A confidential one that was merged with is not named. */
export const exportedRows = (db: Db, asked: Asked): Promise<Exported[]> =>
  db.$queryRaw<Exported[]>(Prisma.sql`
  SELECT c."id", c."number", c."state", c."severity", c."type", c."product", u."name" AS "customer", u."contact",
    m."name" AS "owner", c."receivedAt", c."acknowledgedAt", c."repliedAt", c."closedAt", c."causeFamily",
    (SELECT s."score" FROM "ComplaintSurvey" s WHERE s."complaintId" = c."id" AND s."score" IS NOT NULL
      ORDER BY s."round" DESC LIMIT 1) AS "score",
    (SELECT i."number" FROM "Complaint" i WHERE i."id" = c."mergedIntoId"
      AND (NOT i."confidential" OR i."id" = ANY(${[...asked.visibleIds]}))) AS "mergedInto"
  FROM "Complaint" c JOIN "ComplaintCustomer" u ON u."id" = c."customerId" LEFT JOIN "Member" m ON m."id" = c."ownerId"
  WHERE ${meant(asked)} ORDER BY c."number"`)
