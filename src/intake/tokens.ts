import { createHash, randomBytes } from 'node:crypto'
import type { Db } from '../database/types.ts'

const PREFIX = 'drb_'
const RANDOM_BYTES = 32

/** What a program shows to be let in. Whoever makes it shows it once; only its hash is kept. */
export const newToken = (): string => PREFIX + randomBytes(RANDOM_BYTES).toString('base64url')

/** SHA-256 in hex: as the token is random through and through, it needs neither salt nor a slow hash. */
export const hashOf = (token: string): string => createHash('sha256').update(token).digest('hex')

/** Whose token this is; null when nobody's, or revoked. The effort is the same whatever is shown. */
export async function workspaceOfToken(
  db: Db,
  token: string,
): Promise<{ workspaceId: string; tokenId: string } | null> {
  const found = await db.apiToken.findUnique({ where: { hash: hashOf(token) } })
  return found && found.revokedAt === null ? { workspaceId: found.workspaceId, tokenId: found.id } : null
}
