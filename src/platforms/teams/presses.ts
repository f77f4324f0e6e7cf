import { createHash } from 'node:crypto'
import type { Database } from '../../database/types.ts'
import { type Activity, tenantOf } from './payloads.ts'

/** Whether this very activity has not come before, as far as an hour back. */
export async function isFirstOf(db: Database, { id, conversation }: Activity): Promise<boolean> {
  const key = `${conversation.id} ${id}`
  const { count } = await db.teamsPress.createMany({
    data: [{ key, activityId: id ?? '', at: new Date() }],
    skipDuplicates: true,
  })
  return count === 1
}

/**
 * Teams may deliver one press twice under two ids: the same values of the same person on the same card within a minute are one.
 * Returns the id of the first one.
 */
export async function firstOfPress(db: Database, activity: Activity): Promise<string> {
  const { id, from, conversation, replyToId, value } = activity
  const about = JSON.stringify([tenantOf(activity), conversation.id, replyToId, from.id, value])
  const key = createHash('sha256').update(about).digest('base64')
  const [row] = await db.$queryRaw<{ activityId: string }[]>`
    INSERT INTO "TeamsPress" ("key", "activityId", "at") VALUES (${key}, ${id ?? key}, now())
    ON CONFLICT ("key") DO UPDATE SET
      "activityId" = CASE WHEN "TeamsPress"."at" < now() - interval '60 seconds' THEN EXCLUDED."activityId" ELSE "TeamsPress"."activityId" END,
      "at" = CASE WHEN "TeamsPress"."at" < now() - interval '60 seconds' THEN EXCLUDED."at" ELSE "TeamsPress"."at" END
    RETURNING "activityId"`
  await db.$executeRaw`DELETE FROM "TeamsPress" WHERE "at" < now() - interval '1 hour'`
  return row?.activityId ?? key
}
