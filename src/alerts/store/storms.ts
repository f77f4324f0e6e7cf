import type { Temporal } from 'temporal-polyfill'
import { toDate } from '../../calendar/instant.ts'
import type { Db } from '../../database/types.ts'
import { STORM_SECONDS } from '../rules/storm.ts'

const since = (now: Temporal.Instant): Date => toDate(now.subtract({ seconds: STORM_SECONDS }))

/** How many alerts people were told of within the last minute. */
export const toldJustNow = (db: Db, workspaceId: string, now: Temporal.Instant): Promise<number> =>
  db.alert.count({ where: { workspaceId, toldAt: { gt: since(now) } } })

/** The id of the storm that is on; null when there is none. */
export async function stormOn(db: Db, workspaceId: string, now: Temporal.Instant): Promise<string | null> {
  const where = { workspaceId, lastAt: { gt: since(now) } }
  const storm = await db.alertStorm.findFirst({ where, orderBy: { startedAt: 'desc' } })
  return storm?.id ?? null
}

/** The storm grows, or begins. */
export async function growStorm(
  db: Db,
  workspaceId: string,
  { id, now }: { id: string | null; now: Temporal.Instant },
): Promise<string> {
  const at = toDate(now)
  if (!id) return (await db.alertStorm.create({ data: { workspaceId, startedAt: at, lastAt: at } })).id
  await db.alertStorm.update({ where: { id }, data: { lastAt: at } })
  return id
}
