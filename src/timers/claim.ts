import type { Temporal } from 'temporal-polyfill'
import { toDate } from '../calendar/instant.ts'
import type { Database } from '../database/types.ts'

/** What came due at `now` by the claimer's clock. */
export type Claim = { workspaceId: string; now: string; ids: string[] }

/** A timer whose handler has thrown this often waits for a person and the next start; `/metrics` counts it. */
export const MOST_ATTEMPTS = 10
const BATCH = 50

/**
 * Takes up to `most` due timers for one minute, the earliest first, in batches of one workspace. A claim that leads
 * nowhere runs out by the database's clock and is taken again.
 */
export async function claimDue(db: Database, now: Temporal.Instant, most: number): Promise<Claim[]> {
  const rows = await db.$queryRaw<{ id: bigint; workspaceId: string }[]>`
    WITH due AS (
      SELECT "id" FROM "Timer"
      WHERE "firedAt" IS NULL AND "cancelledAt" IS NULL AND "dueAt" <= ${toDate(now)}
        AND ("claimedUntil" IS NULL OR "claimedUntil" < now()) AND "attempts" < ${MOST_ATTEMPTS}
      ORDER BY "dueAt" LIMIT ${most} FOR UPDATE SKIP LOCKED)
    UPDATE "Timer" SET "claimedUntil" = now() + interval '1 minute'
    FROM due WHERE "Timer"."id" = due."id" RETURNING "Timer"."id", "workspaceId"`
  return batchesOf(rows, now.toString())
}

/** These are free again at once, as nobody was told of them. */
export async function giveBack(db: Database, claims: readonly Claim[]): Promise<void> {
  const ids = claims.flatMap((claim) => claim.ids.map(BigInt))
  await db.$executeRaw`UPDATE "Timer" SET "claimedUntil" = NULL WHERE "firedAt" IS NULL AND "id" = ANY(${ids}::bigint[])`
}

/** Gives back every claim, where nobody else can be working on one. */
export const releaseClaims = (db: Database): Promise<number> =>
  db.$executeRaw`UPDATE "Timer" SET "claimedUntil" = NULL WHERE "firedAt" IS NULL AND "claimedUntil" IS NOT NULL`

/** What has been given up gets its tries back. */
export const tryGivenUpAgain = (db: Database): Promise<number> =>
  db.$executeRaw`
    UPDATE "Timer" SET "attempts" = 0, "claimedUntil" = NULL
    WHERE "firedAt" IS NULL AND "cancelledAt" IS NULL AND "attempts" >= ${MOST_ATTEMPTS}`

/** In batches of one workspace, in their order. */
export function batchesOf(rows: readonly { id: bigint; workspaceId: string }[], now: string): Claim[] {
  const filling = new Map<string, Claim>()
  const claims: Claim[] = []
  for (const { id, workspaceId } of rows) {
    let claim = filling.get(workspaceId)
    if (!claim || claim.ids.length === BATCH) {
      claim = { workspaceId, now, ids: [] }
      filling.set(workspaceId, claim)
      claims.push(claim)
    }
    claim.ids.push(String(id))
  }
  return claims
}
