import { toDate } from '../../calendar/instant.ts'
import type { Installation, Post, Timer } from '../../database/types.ts'
import type { Asking } from '../../flow.ts'
import type { Repair } from '../../generated/client.ts'
import { countGivenUpPosts, givenUpPosts } from '../../outbox/dead-letters.ts'
import { MOST_ATTEMPTS } from '../../timers/claim.ts'
import { countGivenUpTimers, givenUpTimers } from '../../timers/dead-letters.ts'

type Depths = Partial<Record<'timers' | 'deliveries', { waiting: number; active: number }>>
export type Pulse = { ageMinutes: number; depths: Depths }
export type LastRepair = Pick<Repair, 'what' | 'count'> & { ageMinutes: number }
export type Connection = Pick<Installation, 'platform' | 'brokenWhy'> & { isBusy: boolean }
export type Dead = { timers: readonly Timer[]; posts: readonly Post[]; count: number }

/** The beats of the workers run on the database's own clock, which nobody moves. */
export async function lastPulse({ db }: Asking): Promise<Pulse | null> {
  const [pulse] = await db.$queryRaw<Pulse[]>`
    SELECT "depths", extract(epoch FROM now() - "at")::float8 / 60 AS "ageMinutes" FROM "Pulse" WHERE "id" = 1`
  return pulse ?? null
}

export async function lastRepair({ db, workspace }: Asking): Promise<LastRepair | null> {
  const [repair] = await db.$queryRaw<LastRepair[]>`
    SELECT "what", "count", extract(epoch FROM now() - "at")::float8 / 60 AS "ageMinutes" FROM "Repair"
    WHERE "workspaceId" = ${workspace.id} OR "workspaceId" IS NULL ORDER BY "id" DESC LIMIT 1`
  return repair ?? null
}

export const connections = ({ db, workspace }: Asking): Promise<Connection[]> => db.$queryRaw`
  SELECT "platform", "brokenWhy", coalesce("busyUntil" > now(), false) AS "isBusy" FROM "Installation"
  WHERE "workspaceId" = ${workspace.id} ORDER BY "platform"`

const dueBy = ({ workspace, now }: Asking) => ({
  workspaceId: workspace.id,
  firedAt: null,
  cancelledAt: null,
  dueAt: { lte: toDate(now) },
  attempts: { lt: MOST_ATTEMPTS },
})

export const countDue = (ctx: Asking): Promise<number> => ctx.db.timer.count({ where: dueBy(ctx) })

export const oldestDue = (ctx: Asking): Promise<Timer | null> =>
  ctx.db.timer.findFirst({ where: dueBy(ctx), orderBy: { dueAt: 'asc' } })

export const countUnsaid = ({ db, workspace }: Asking): Promise<number> =>
  db.post.count({ where: { workspaceId: workspace.id, state: { in: ['waiting', 'sending'] } } })

/** Since when a changed one waits is not known. */
export const oldestUnsaid = ({ db, workspace }: Asking): Promise<Post | null> =>
  db.post.findFirst({
    where: { workspaceId: workspace.id, state: { in: ['waiting', 'sending'] }, deliveredAt: null },
    orderBy: { saidAt: 'asc' },
  })

export async function deadLetters({ db, workspace: { id } }: Asking, most: number): Promise<Dead> {
  const count = (await countGivenUpTimers(db, id)) + (await countGivenUpPosts(db, id))
  return { timers: await givenUpTimers(db, id, most), posts: await givenUpPosts(db, id, most), count }
}
