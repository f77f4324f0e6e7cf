import type { Temporal } from 'temporal-polyfill'
import { toDate } from '../calendar/instant.ts'
import type { Database } from '../database/types.ts'
import { batchesOf, type Claim } from './claim.ts'

const OVERDUE_AFTER = { minutes: 1 }

/**
 * Takes up to `most` timers for one minute that are overdue by more than another and in nobody's hands: never taken, or
 * taken ten seconds ago or longer by somebody whose work is no longer in the queue. A claim just made may be from a
 * moment after ours, and reaches a minute further. What is being fired is locked; what has failed waits for its next try.
 */
export async function claimLying(
  db: Database,
  now: Temporal.Instant,
  { most, isQueueEmpty }: { most: number; isQueueEmpty: boolean },
): Promise<Claim[]> {
  const rows = await db.$queryRaw<{ id: bigint; workspaceId: string }[]>`
    WITH overdue AS MATERIALIZED (
      SELECT "id" FROM "Timer"
      WHERE "firedAt" IS NULL AND "cancelledAt" IS NULL AND "dueAt" < ${toDate(now.subtract(OVERDUE_AFTER))}
        AND "attempts" = 0
        AND ("claimedUntil" IS NULL OR (${isQueueEmpty}
          AND "claimedUntil" NOT BETWEEN now() + interval '50 seconds' AND now() + interval '70 seconds'))
      ORDER BY "dueAt" LIMIT ${most} FOR UPDATE SKIP LOCKED),
    lying AS MATERIALIZED (SELECT "id" FROM overdue WHERE pg_try_advisory_xact_lock("id"))
    UPDATE "Timer" SET "claimedUntil" = now() + interval '1 minute'
    FROM lying WHERE "Timer"."id" = lying."id" RETURNING "Timer"."id", "workspaceId"`
  return batchesOf(rows, now.toString())
}
