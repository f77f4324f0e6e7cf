import type { Db } from '../../../../database/types.ts'
import { Prisma } from '../../../../generated/client.ts'

/** A column in which people's words may stand: a text, a list of texts or JSON. */
type Column = { table: string; column: string; key?: string }

const BY_WORKSPACE: readonly Column[] = [
  ...['what', 'product', 'reply', 'findings', 'whys', 'rootCause', 'lastNote', 'messageText', 'messageAuthor'].map(
    (column) => ({ table: 'Complaint', column }),
  ),
  { table: 'Complaint', column: 'searchText' },
  { table: 'ComplaintDraft', column: 'author' },
  { table: 'ComplaintDraft', column: 'text' },
  { table: 'Escalation', column: 'about' },
  { table: 'Escalation', column: 'cards' },
  { table: 'Timer', column: 'about' },
  { table: 'Timer', column: 'payload' },
  { table: 'ApiRequest', column: 'answer', key: 'key' },
]
const BY_COMPLAINT: readonly Column[] = [
  { table: 'ComplaintEntry', column: 'text' },
  { table: 'ComplaintEntry', column: 'detail' },
  { table: 'ComplaintProposal', column: 'text' },
  { table: 'ComplaintProposal', column: 'reason' },
  { table: 'ComplaintSurvey', column: 'note' },
]
type Found = { key: string; value: unknown }
export type Rewriting = { literals: readonly string[]; rewrite: (value: unknown) => unknown }

/** Rewrites whatever of a workspace's complaints holds one of the literals, column by column. */
export async function rewriteTexts(db: Db, workspaceId: string, rewriting: Rewriting): Promise<void> {
  const complaints = Prisma.sql`SELECT "id" FROM "Complaint" WHERE "workspaceId" = ${workspaceId}`
  const escalations = Prisma.sql`SELECT "id" FROM "Escalation" WHERE "workspaceId" = ${workspaceId}`
  const clocks = Prisma.sql`SELECT "id" FROM "ComplaintClock" WHERE "workspaceId" = ${workspaceId}`
  for (const column of BY_WORKSPACE)
    await rewriteColumn(db, { ...column, own: Prisma.sql`"workspaceId" = ${workspaceId}` }, rewriting)
  for (const column of BY_COMPLAINT)
    await rewriteColumn(db, { ...column, own: Prisma.sql`"complaintId" IN (${complaints})` }, rewriting)
  const notes = { table: 'EscalationNotice', column: 'note', own: Prisma.sql`"escalationId" IN (${escalations})` }
  await rewriteColumn(db, notes, rewriting)
  await rewriteLedger(db, Prisma.sql`"clockId" IN (${clocks})`, rewriting)
}

type Owned = Column & { own: Prisma.Sql }

async function rewriteColumn(db: Db, { table, column, key = 'id', own }: Owned, rewriting: Rewriting): Promise<void> {
  const [from, at, by] = [table, column, key].map((name) => Prisma.raw(`"${name}"`))
  const found = await db.$queryRaw<Found[]>`
    SELECT ${by}::text AS "key", to_jsonb(${at}) AS "value" FROM ${from}
    WHERE ${own} AND ${holds(Prisma.sql`${at}::text`, rewriting)}`
  for (const { key, value } of found) {
    const row = JSON.stringify({ [column]: rewriting.rewrite(value) })
    await db.$executeRaw`
      UPDATE ${from} SET ${at} = (jsonb_populate_record(NULL::${from}, ${row}::jsonb)).${at}
      WHERE ${own} AND ${by}::text = ${key}`
  }
}

/** The ledger of a clock is only ever added to, and its numbers stay: the row comes back with other words in the reason. */
async function rewriteLedger(db: Db, own: Prisma.Sql, rewriting: Rewriting): Promise<void> {
  const found = await db.$queryRaw<{ id: bigint; value: string; row: string }[]>`
    SELECT "id", "reason" AS "value", to_jsonb(e)::text AS "row" FROM "ComplaintClockEntry" e
    WHERE ${own} AND ${holds(Prisma.sql`"reason"`, rewriting)}`
  for (const { id, value, row } of found) {
    const reason = rewriting.rewrite(value)
    await db.complaintClockEntry.delete({ where: { id } })
    await db.$executeRaw`
      INSERT INTO "ComplaintClockEntry" SELECT (jsonb_populate_record(NULL::"ComplaintClockEntry",
        ${row}::jsonb || ${JSON.stringify({ reason })}::jsonb)).*`
  }
}

/** Whether a column, as text, holds one of the literals as it is written there or in JSON, whatever its case. */
export const holds = (text: Prisma.Sql, { literals }: Pick<Rewriting, 'literals'>): Prisma.Sql => {
  const written = [...new Set(literals.flatMap((one) => [one, one.toLowerCase(), JSON.stringify(one).slice(1, -1)]))]
  const tests = written.map(
    (one) => Prisma.sql`strpos(${text}, ${one}) > 0 OR strpos(lower(${text}), lower(${one})) > 0`,
  )
  return Prisma.sql`(${Prisma.join(tests, ' OR ')})`
}
