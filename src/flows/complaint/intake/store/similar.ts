import { toDate } from '../../../../calendar/instant.ts'
import type { Context } from '../../../../flow.ts'
import { Prisma } from '../../../../generated/client.ts'
import { ENDS } from '../../rules/path.ts'
import {
  ALIKE,
  byLikelihood,
  CLOSED_WITHIN_DAYS,
  comparedPart,
  isLikely,
  type Likeness,
  searchTextOf,
} from '../../rules/similar.ts'
import { type Complaint, whole } from '../../store/complaints.ts'

export type Compared = { customer: { name: string }; product?: string; what: string }
type Row = { id: string; alike: number; isSameCustomer: boolean; isSameProduct: boolean }
type Like = Complaint & Likeness

const MOST_CANDIDATES = 25
/** Of one product many complain. */
const MOST_OF_PRODUCT = 100

/** What may be the same complaint, the likeliest first; confidential ones among them. */
export async function similarComplaints(ctx: Context, { customer, product, what }: Compared): Promise<Complaint[]> {
  const about = comparedPart(searchTextOf({ customer: '', product: product ?? '', what }))
  const rows = [
    ...(await ofCustomer(ctx, customer.name, about)),
    ...(product ? await ofProduct(ctx, product, about) : []),
    ...(await inTheSameWords(ctx, about)),
  ]
  const found = await ctx.db.complaint.findMany({
    where: { id: { in: rows.map(({ id }) => id) } },
    include: { customer: true },
  })
  const likes = found.flatMap((one): Like[] => {
    const row = rows.find(({ id }) => id === one.id)
    return row ? [{ ...whole(one), ...row }] : []
  })
  return likes.filter((like) => isLikely(like, ctx.now)).toSorted(byLikelihood)
}

const ofCustomer = (ctx: Context, name: string, about: string): Promise<Row[]> => ctx.db.$queryRaw<Row[]>`
  SELECT c."id", true AS "isSameCustomer", false AS "isSameProduct", similarity(c."searchText", ${about}) AS "alike"
  FROM "Complaint" c JOIN "ComplaintCustomer" who ON who."id" = c."customerId"
  WHERE who."workspaceId" = ${ctx.workspace.id} AND who."erasedAt" IS NULL AND lower(who."name") = lower(${name})
    AND ${isRecent(ctx)}
  ORDER BY c."number" DESC LIMIT ${MOST_CANDIDATES}`

const ofProduct = (ctx: Context, product: string, about: string): Promise<Row[]> => ctx.db.$queryRaw<Row[]>`
  SELECT c."id", false AS "isSameCustomer", true AS "isSameProduct", similarity(c."searchText", ${about}) AS "alike"
  FROM (SELECT * FROM "Complaint" c WHERE lower(c."product") = lower(${product}) AND ${isRecent(ctx)}
    ORDER BY c."number" DESC LIMIT ${MOST_OF_PRODUCT}) c
  ORDER BY "alike" DESC LIMIT ${MOST_CANDIDATES}`

/** By groups of three letters, for which there is an index: what was told is looked for within what is there. */
async function inTheSameWords(ctx: Context, about: string): Promise<Row[]> {
  // The planner thinks comparing texts as cheap as comparing numbers and would read every one of them.
  await ctx.db.$executeRaw`
    SELECT set_config('pg_trgm.word_similarity_threshold', ${String(ALIKE.otherwise)}, true),
      set_config('enable_seqscan', 'off', true)`
  const rows = await ctx.db.$queryRaw<Row[]>`
    WITH alike AS MATERIALIZED (SELECT * FROM "Complaint" WHERE ${about} <% "searchText")
    SELECT c."id", false AS "isSameCustomer", false AS "isSameProduct",
      word_similarity(${about}, c."searchText") AS "alike"
    FROM alike c WHERE ${isRecent(ctx)}
    ORDER BY "alike" DESC, c."number" DESC LIMIT ${MOST_CANDIDATES}`
  await ctx.db.$executeRaw`SELECT set_config('enable_seqscan', 'on', true)`
  return rows
}

const isRecent = ({ now, workspace }: Context): Prisma.Sql => Prisma.sql`
  c."workspaceId" = ${workspace.id} AND (c."state" <> ALL(${[...ENDS]})
    OR c."closedAt" >= ${toDate(now.subtract({ hours: CLOSED_WITHIN_DAYS * 24 }))})`
