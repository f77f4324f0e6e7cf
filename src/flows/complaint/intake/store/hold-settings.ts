import type { Db } from '../../../../database/types.ts'

/** Nobody else changes the settings, or takes a number, until this transaction ends. */
export async function holdSettings(db: Db, workspaceId: string): Promise<void> {
  await db.$queryRaw`SELECT 1 FROM "ComplaintSettings" WHERE "workspaceId" = ${workspaceId} FOR UPDATE`
}
