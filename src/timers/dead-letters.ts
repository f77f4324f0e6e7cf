import { toDate } from '../calendar/instant.ts'
import type { Db, Timer } from '../database/types.ts'
import type { Context } from '../flow.ts'
import { MOST_ATTEMPTS } from './claim.ts'

const GIVEN_UP = { firedAt: null, cancelledAt: null, attempts: { gte: MOST_ATTEMPTS } }

/** What has failed for the last time, the earliest due first. */
export const givenUpTimers = (db: Db, workspaceId: string, most: number): Promise<Timer[]> =>
  db.timer.findMany({ where: { workspaceId, ...GIVEN_UP }, orderBy: { dueAt: 'asc' }, take: most })

export const countGivenUpTimers = (db: Db, workspaceId: string): Promise<number> =>
  db.timer.count({ where: { workspaceId, ...GIVEN_UP } })

/** Fires again at the next tick; null when it is no longer given up, or somebody else's. */
export const retryTimer = (ctx: Context, id: bigint): Promise<Timer | null> =>
  change(ctx, id, { attempts: 0, claimedUntil: null })

/** Never fires; null when it is no longer given up, or somebody else's. */
export const dropTimer = (ctx: Context, id: bigint): Promise<Timer | null> =>
  change(ctx, id, { cancelledAt: toDate(ctx.now) })

type Change = Partial<Pick<Timer, 'attempts' | 'claimedUntil' | 'cancelledAt'>>

async function change({ db, workspace }: Context, id: bigint, data: Change): Promise<Timer | null> {
  const where = { id, workspaceId: workspace.id, ...GIVEN_UP }
  const [changed] = await db.timer.updateManyAndReturn({ where, data })
  return changed ?? null
}
