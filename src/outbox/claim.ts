import { isTaken } from '../database/conflicts.ts'
import type { Database, Post } from '../database/types.ts'

type Claimed = { workspaceId: string; place: string; closed: readonly string[] }

/**
 * Takes the next post for a place; null when there is none, when it has to wait, or when another one is on its way.
 * What stands on a platform that is closed for now waits there, and holds up nothing else.
 */
export async function claimNext(db: Database, { workspaceId, place, closed }: Claimed): Promise<Post | null> {
  const [next] = await db.$queryRaw<{ id: bigint; ready: boolean }[]>`
    SELECT "id", coalesce("notBefore" <= now(), true) AS "ready" FROM "Post"
    WHERE "workspaceId" = ${workspaceId} AND "place" = ${place} AND "state" = 'waiting'
      AND NOT coalesce("platform" = ANY(${closed}), false) ORDER BY "id" LIMIT 1`
  if (!next?.ready) return null
  try {
    const [taken] = await db.$queryRaw<Post[]>`
      UPDATE "Post" SET "state" = 'sending', "sendingSince" = now(), "attempts" = "attempts" + 1
      WHERE "id" = ${next.id} AND "state" = 'waiting' RETURNING *`
    return taken ?? null
  } catch (error) {
    if (isTaken(error)) return null
    throw error
  }
}

/** The time after which its sender is taken for dead begins anew; false where somebody else has it already. */
export async function keptInHand(db: Database, { id }: Post): Promise<boolean> {
  const kept = await db.$executeRaw`UPDATE "Post" SET "sendingSince" = now() WHERE "id" = ${id} AND "state" = 'sending'`
  return kept === 1
}

/** Places of working installations where something waits whose time has come. */
export const waitingPlaces = (db: Database, most: number) => db.$queryRaw<
  { workspaceId: string; place: string; priority: number }[]
>`
  SELECT "workspaceId", "place", min("priority")::int AS "priority" FROM "Post" p
  WHERE "state" = 'waiting' AND coalesce("notBefore" <= now(), true) AND EXISTS (
    SELECT 1 FROM "Installation" i WHERE i."workspaceId" = p."workspaceId" AND i."brokenWhy" IS NULL
      AND coalesce(i."busyUntil" <= now(), true))
  GROUP BY "workspaceId", "place" ORDER BY 3 LIMIT ${most}`

/** Posts whose sender died between taking and finishing them go back; they may be said twice, so they are counted. */
export const takeBackStuck = (db: Database, afterSeconds: number) => db.$queryRaw<
  { id: bigint; workspaceId: string }[]
>`
  UPDATE "Post" SET "state" = 'waiting'
  WHERE "state" = 'sending' AND "sendingSince" <= now() - interval '1 second' * ${afterSeconds} RETURNING "id", "workspaceId"`
