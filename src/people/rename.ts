import type { Db } from '../database/types.ts'
import { Prisma } from '../generated/client.ts'

/** What was written once and is never changed, and the people themselves. */
const KEPT = ['AuditEntry', 'ComplaintClockEntry', 'Member']

/**
 * A column that may hold ids of members; `beside` are the others of each unique key that it is part of, and `isKey` says
 * that the primary key is one of them: such a row ties two things together and tells nothing more.
 */
type Column = { table: string; name: string; isList: boolean; isKey: boolean; beside: string[][] }

/**
 * Whatever row names `from` names `to`. Ids are unique everywhere, so whatever column holds this one means this person. What
 * `to` has already stays as it is: a second tie goes, and anything more is kept under the old name.
 */
export async function renameEverywhere(db: Db, from: string, to: string): Promise<void> {
  for (const column of await columnsOf(db)) await rename(db, column, { from, to })
  await db.post.updateMany({ where: { place: `person:${from}` }, data: { place: `person:${to}` } })
  await db.escalationNotice.updateMany({ where: { place: `person:${from}` }, data: { place: `person:${to}` } })
}

const columnsOf = (db: Db): Promise<Column[]> => db.$queryRaw`
  SELECT t.relname AS "table", c.attname AS "name", c.atttypid = 'text[]'::regtype AS "isList",
    EXISTS (SELECT 1 FROM pg_index i WHERE i.indrelid = t.oid AND i.indisprimary AND c.attnum = ANY (i.indkey)) AS "isKey",
    (SELECT coalesce(jsonb_agg((
        SELECT coalesce(jsonb_agg(other.attname), '[]') FROM pg_attribute other
        WHERE other.attrelid = t.oid AND other.attnum = ANY (i.indkey) AND other.attnum <> c.attnum)), '[]')
      FROM pg_index i WHERE i.indrelid = t.oid AND i.indisunique AND c.attnum = ANY (i.indkey)) AS "beside"
  FROM pg_class t JOIN pg_attribute c ON c.attrelid = t.oid
  WHERE t.relkind = 'r' AND t.relnamespace = current_schema()::regnamespace AND t.relname <> ALL (${KEPT})
    AND c.attnum > 0 AND NOT c.attisdropped AND c.attname ~ '[a-z]Ids?$' AND c.atttypid IN ('text'::regtype, 'text[]'::regtype)`

async function rename(db: Db, column: Column, { from, to }: { from: string; to: string }): Promise<void> {
  const [table, name] = [quoted(column.table), quoted(column.name)]
  if (column.isList) {
    await db.$executeRaw`UPDATE ${table} SET ${name} = array_replace(${name}, ${from}, ${to}) WHERE ${from} = ANY (${name})`
    return
  }
  const free = column.beside.map((others) => {
    const same = others.map((other) => Prisma.sql`theirs.${quoted(other)} = one.${quoted(other)}`)
    const is = Prisma.join([Prisma.sql`theirs.${name} = ${to}`, ...same], ' AND ')
    return Prisma.sql`NOT EXISTS (SELECT 1 FROM ${table} theirs WHERE ${is})`
  })
  const where = Prisma.join([Prisma.sql`one.${name} = ${from}`, ...free], ' AND ')
  await db.$executeRaw`UPDATE ${table} one SET ${name} = ${to} WHERE ${where}`
  if (column.isKey) await db.$executeRaw`DELETE FROM ${table} WHERE ${name} = ${from}`
}

const quoted = (name: string): Prisma.Sql => Prisma.raw(`"${name}"`)
