import { toDate } from '../../calendar/instant.ts'
import type { Db } from '../../database/types.ts'
import type { Asking } from '../../flow.ts'
import type { ApiToken } from '../../generated/client.ts'

export const activeTokens = (db: Db, workspaceId: string): Promise<ApiToken[]> =>
  db.apiToken.findMany({ where: { workspaceId, revokedAt: null }, orderBy: { name: 'asc' } })

/** The active token of this name, however it is capitalised. */
export async function tokenNamed(db: Db, workspaceId: string, name: string): Promise<ApiToken | null> {
  const tokens = await activeTokens(db, workspaceId)
  return tokens.find((token) => token.name.toLowerCase() === name.toLowerCase()) ?? null
}

export const createToken = (ctx: Asking, { name, hash }: { name: string; hash: string }): Promise<ApiToken> =>
  ctx.db.apiToken.create({
    data: { workspaceId: ctx.workspace.id, name, hash, createdAt: toDate(ctx.now), createdById: ctx.actor.id },
  })

/** Null when there is none, or it has been revoked before. */
export async function revokeToken({ db, workspace, now }: Asking, id: string): Promise<ApiToken | null> {
  const where = { id, workspaceId: workspace.id, revokedAt: null }
  const [revoked] = await db.apiToken.updateManyAndReturn({ where, data: { revokedAt: toDate(now) } })
  return revoked ?? null
}
