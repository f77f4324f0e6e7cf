import { createHash } from 'node:crypto'
import { inTransaction } from '../database/transaction.ts'
import type { Database, Db } from '../database/types.ts'
import type { AuditEntry } from '../generated/client.ts'

const AT_ONCE = 500
/** With the workspace's own number: one sealer at a time per workspace. */
const SEAL_LOCK = 7_301

/** Gives what has been appended its place in each workspace's hash chain; writers never wait for it. Returns how many. */
export async function sealAudit(database: Database): Promise<number> {
  const waiting = await database.$queryRaw<{ workspaceId: string }[]>`
    SELECT DISTINCT "workspaceId" FROM "AuditEntry" WHERE "hash" IS NULL`
  let sealed = 0
  for (const { workspaceId } of waiting) sealed += await inTransaction(database, (db) => sealSome(db, workspaceId))
  return sealed
}

async function sealSome(db: Db, workspaceId: string): Promise<number> {
  const [{ locked } = { locked: false }] = await db.$queryRaw<{ locked: boolean }[]>`
    SELECT pg_try_advisory_xact_lock(${SEAL_LOCK}, hashtext(${workspaceId})) AS locked`
  if (!locked) return 0

  const last = await db.auditEntry.findFirst({ where: { workspaceId, seq: { not: null } }, orderBy: { seq: 'desc' } })
  const entries = await db.auditEntry.findMany({
    where: { workspaceId, hash: null },
    orderBy: { id: 'asc' },
    take: AT_ONCE,
  })
  let [seq, previous] = [last?.seq ?? 0n, last?.hash ?? '']
  const links = entries.map((entry) => {
    seq += 1n
    previous = linkOf(previous, { ...entry, seq })
    return { id: entry.id, seq, hash: previous }
  })
  await db.$executeRaw`
    UPDATE "AuditEntry" SET "seq" = link.seq, "hash" = link.hash
    FROM unnest(${links.map((link) => link.id)}::bigint[], ${links.map((link) => link.seq)}::bigint[], ${links.map((link) => link.hash)}::text[])
      AS link(id, seq, hash) WHERE "AuditEntry"."id" = link.id`
  return links.length
}

/** The SHA-256 of an entry's content and of the link before it. */
export function linkOf(previous: string, entry: Omit<AuditEntry, 'hash'>): string {
  const { workspaceId, seq, at, actorId, source, action, subject, detail } = entry
  const content = [
    previous,
    workspaceId,
    String(seq),
    at.toISOString(),
    actorId,
    source,
    action,
    subject,
    sorted(detail),
  ]
  return createHash('sha256').update(JSON.stringify(content)).digest('hex')
}

/** The same JSON whatever order the database gives its keys back in. */
function sorted(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(sorted)
  if (value === null || typeof value !== 'object') return value
  return Object.entries(value)
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([key, inner]) => [key, sorted(inner)])
}
