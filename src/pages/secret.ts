import { randomBytes } from 'node:crypto'
import type { Db } from '../database/types.ts'

const SECRET_BYTES = 32

/** With which this workspace signs; made when it is first needed, and two who need it at once get the same one. */
export async function secretFor(db: Db, workspaceId: string): Promise<string> {
  const known = await secretOf(db, workspaceId)
  if (known) return known

  const fresh = randomBytes(SECRET_BYTES).toString('base64url')
  await db.$executeRaw`
    INSERT INTO "WorkspaceSecret" ("workspaceId", "secret") VALUES (${workspaceId}, ${fresh}) ON CONFLICT DO NOTHING`
  return (await secretOf(db, workspaceId)) ?? fresh
}

/** Null where this workspace never signed anything. */
export async function secretOf(db: Db, workspaceId: string): Promise<string | null> {
  const row = await db.workspaceSecret.findUnique({ where: { workspaceId }, select: { secret: true } })
  return row?.secret ?? null
}
