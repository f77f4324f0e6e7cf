import type { Db } from '../../../../database/types.ts'
import { Prisma } from '../../../../generated/client.ts'
import type { Severity, Type } from '../../rules/classes.ts'
import { ENDS, type State } from '../../rules/path.ts'
import { searchTextOf } from '../../rules/similar.ts'
import type { Seen } from '../../sight.ts'
import type { Filters } from '../filters.ts'

export type Listed = {
  id: string
  number: number
  state: State
  severity: Severity
  type: Type
  product: string | null
  confidential: boolean
  customer: string
  owner: string | null
  /** When the next of its running clocks is due. */
  dueAt: Date | null
  /** A clock that has not ended is past its time. */
  late: boolean
  paused: boolean
}
export type Page = { rows: Listed[]; total: number; mine: number; late: number }

export type Meaning = { workspaceId: string; memberId: string; filters: Filters }
export type Asked = Meaning & {
  /** Of the confidential ones only these. */
  visibleIds: readonly string[]
}

/** One page, the most urgent first: what is breached, then what is due next, then the newest. */
export async function listPage(db: Db, asked: Asked, { take, skip }: { take: number; skip: number }): Promise<Page> {
  const rows = await db.$queryRaw<(Listed & Omit<Page, 'rows'>)[]>`
    WITH "clocks" AS (
      SELECT "complaintId", min("dueAt") FILTER (WHERE "state" = 'running') AS "dueAt",
        bool_or("breachedAt" IS NOT NULL) AS "late", bool_or("state" = 'paused') AS "paused"
      FROM "ComplaintClock" WHERE "workspaceId" = ${asked.workspaceId} AND "state" IN ('running', 'paused')
      GROUP BY "complaintId"
    ), "found" AS (
      SELECT c."id", k."dueAt", coalesce(k."late", false) AS "late", coalesce(k."paused", false) AS "paused",
        count(*) OVER ()::int AS "total",
        count(*) FILTER (WHERE c."ownerId" = ${asked.memberId}) OVER ()::int AS "mine",
        count(*) FILTER (WHERE k."late") OVER ()::int AS "lates"
      FROM "Complaint" c LEFT JOIN "clocks" k ON k."complaintId" = c."id"
      WHERE ${meant(asked)}
      ORDER BY coalesce(k."late", false) DESC, k."dueAt" ASC NULLS LAST, c."number" DESC LIMIT ${take} OFFSET ${skip}
    )
    SELECT c."id", c."number", c."state", c."severity", c."type", c."product", c."confidential",
      u."name" AS "customer", m."name" AS "owner", f."dueAt", f."late", f."paused", f."total", f."mine", f."lates"
    FROM "found" f JOIN "Complaint" c USING ("id") JOIN "ComplaintCustomer" u ON u."id" = c."customerId"
      LEFT JOIN "Member" m ON m."id" = c."ownerId"
    ORDER BY f."late" DESC, f."dueAt" ASC NULLS LAST, c."number" DESC`
  const counted = rows[0] as (Listed & { total: number; mine: number; lates: number }) | undefined
  return { rows, total: counted?.total ?? 0, mine: counted?.mine ?? 0, late: counted?.lates ?? 0 }
}

/** Of what is meant the confidential ones, for somebody else to say which of them may be seen. */
export const confidentialOf = (db: Db, asked: Meaning): Promise<Seen[]> => db.$queryRaw<Seen[]>`
  SELECT c."id", c."workspaceId", c."confidential", c."ownerId", c."namedIds" FROM "Complaint" c
  WHERE ${Prisma.join(conditionsOf(asked), ' AND ')} AND c."confidential"`

/** The condition on "Complaint" c that finds what is meant. */
export const meant = ({ visibleIds, ...meaning }: Asked): Prisma.Sql =>
  Prisma.join(
    [...conditionsOf(meaning), Prisma.sql`(NOT c."confidential" OR c."id" = ANY(${[...visibleIds]}))`],
    ' AND ',
  )

function conditionsOf({ workspaceId, memberId, filters }: Meaning): Prisma.Sql[] {
  const { state, isMine, isBreached, severities, types, ownerIds, product, text } = filters
  return [
    Prisma.sql`c."workspaceId" = ${workspaceId}`,
    ...(state === 'open' ? [OPEN] : []),
    ...(state === 'closed' ? [Prisma.sql`c."state" IN (${Prisma.join([...ENDS])})`] : []),
    ...(isMine ? [Prisma.sql`c."ownerId" = ${memberId}`] : []),
    ...(isBreached ? [BREACHED] : []),
    ...(severities.length > 0 ? [Prisma.sql`c."severity" IN (${Prisma.join([...severities])})`] : []),
    ...(types.length > 0 ? [Prisma.sql`c."type" IN (${Prisma.join([...types])})`] : []),
    ...(ownerIds.length > 0 ? [Prisma.sql`c."ownerId" IN (${Prisma.join([...ownerIds])})`] : []),
    ...(product ? [Prisma.sql`c."product" ILIKE ${`%${literal(product)}%`}`] : []),
    ...(text ? [Prisma.sql`c."searchText" LIKE ${`%${literal(searchTextOf({ customer: '', what: text }))}%`}`] : []),
  ]
}

// As words and not as values, so that the partial index on what is open is found.
const OPEN = Prisma.sql`c."state" NOT IN ('closed', 'merged', 'withdrawn')`
const BREACHED = Prisma.sql`EXISTS (
  SELECT 1 FROM "ComplaintClock" b WHERE b."complaintId" = c."id" AND b."breachedAt" IS NOT NULL)`

const literal = (text: string): string => text.replace(/[\\%_]/g, '\\$&')
