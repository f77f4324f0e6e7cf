import { Temporal } from 'temporal-polyfill'
import { toDate, toInstant } from '../calendar/instant.ts'
import type { Timer } from '../database/types.ts'
import type { Context } from '../flow.ts'
import { actAt, type World } from '../world.ts'
import type { Claim } from './claim.ts'

/**
 * Fires claimed timers, the earliest first, all in one transaction; when one of them throws, each on its own, so that
 * the others are not held up by it. Whoever fires holds an advisory lock, not the row: handlers lock what they are
 * about before the timers that they plan or cancel, and so nobody waits in a circle. What was due by the claimer's clock
 * is due, even if this process's clock is behind it.
 */
export async function fire(world: World, claim: Claim): Promise<void> {
  const { workspaceId, ids } = claim
  const workspace = await world.db.workspace.findUnique({ where: { id: workspaceId } })
  if (!workspace) return
  try {
    const now = laterOf(world.clock.now(), Temporal.Instant.from(claim.now))
    const kinds = await actAt(world, { workspace, now }, (ctx) => fireAll(ctx, ids.map(BigInt)))
    for (const kind of kinds) world.metrics.timersFired.inc({ kind })
  } catch (error) {
    if (ids.length === 1) await noteFailure(world, String(ids[0]), error)
    else await fireOneByOne(world, claim)
  }
}

async function fireOneByOne(world: World, { ids, ...claim }: Claim): Promise<void> {
  for (const id of ids) if (!world.queue.isClosing()) await fire(world, { ...claim, ids: [id] })
}

const laterOf = (a: Temporal.Instant, b: Temporal.Instant) => (Temporal.Instant.compare(a, b) > 0 ? a : b)

async function fireAll(ctx: Context, ids: readonly bigint[]): Promise<string[]> {
  const locked = await ctx.db.$queryRaw<{ id: bigint }[]>`
    SELECT id FROM unnest(${ids}::bigint[]) AS id WHERE pg_try_advisory_xact_lock(id)`
  const timers = await ctx.db.timer.findMany({
    where: {
      id: { in: locked.map(({ id }) => id) },
      firedAt: null,
      cancelledAt: null,
      dueAt: { lte: toDate(ctx.now) },
    },
    orderBy: [{ dueAt: 'asc' }, { id: 'asc' }],
  })
  for (const same of byKind(timers)) await fireSame(ctx, same)
  await markFired(ctx, timers)
  return timers.map((timer) => timer.kind)
}

/** In their order, those of one kind together that follow each other. */
function byKind(timers: readonly Timer[]): Timer[][] {
  const groups: Timer[][] = []
  for (const timer of timers) {
    const last = groups.at(-1)
    if (last?.[0]?.kind === timer.kind) last.push(timer)
    else groups.push([timer])
  }
  return groups
}

async function fireSame(ctx: Context, timers: readonly Timer[]): Promise<void> {
  const [first] = timers
  if (!first) return
  const { fire, fireAll } = handlerOf(ctx, first)
  if (fireAll) await fireAll(ctx, timers.map(asDue))
  else for (const timer of timers) await fire(ctx, asDue(timer))
}

function handlerOf(ctx: Context, { kind }: Timer) {
  const [flowName = '', ...rest] = kind.split('.')
  const found = ctx.flows.find((flow) => flow.name === flowName)?.timers[rest.join('.')]
  if (!found) throw new Error(`No flow handles the timer ${kind}`)
  return found
}

const asDue = ({ subject, payload, dueAt }: Timer) => ({ subject, payload, dueAt: toInstant(dueAt) })

/** A timer that was planned again meanwhile, by its own handler or by somebody else, stays planned. */
async function markFired(ctx: Context, timers: readonly Timer[]): Promise<void> {
  if (timers.length === 0) return
  await ctx.db.$executeRaw`
    UPDATE "Timer" SET "firedAt" = ${toDate(ctx.now)}, "claimedUntil" = NULL
    FROM unnest(${timers.map((timer) => timer.id)}::bigint[], ${timers.map((timer) => timer.generation)}::int[]) AS fired(id, generation)
    WHERE "Timer"."id" = fired.id AND "Timer"."generation" = fired.generation`
}

async function noteFailure(world: World, id: string, error: unknown): Promise<void> {
  const reason = error instanceof Error ? error.message : String(error)
  const [failed] = await world.db.$queryRaw<{ kind: string; attempts: number }[]>`
    UPDATE "Timer" SET "attempts" = "attempts" + 1, "lastError" = ${reason.slice(0, 1_000)},
      "claimedUntil" = now() + least(interval '2 seconds' * power(2, "attempts"), interval '10 minutes')
    WHERE "id" = ${BigInt(id)} RETURNING "kind", "attempts"`
  world.metrics.timersFailed.inc({ kind: failed?.kind ?? 'unknown' })
  world.log.error({ timer: id, kind: failed?.kind, attempts: failed?.attempts, err: error }, 'A timer failed')
}
