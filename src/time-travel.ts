import { setTimeout as sleep } from 'node:timers/promises'
import { Temporal } from 'temporal-polyfill'
import { toDate, toInstant } from './calendar/instant.ts'
import { UserError } from './errors.ts'
import type { ClockMove } from './platforms/playground/clock.ts'
import { tick } from './tick.ts'
import type { World } from './world.ts'

const POLL_MS = 20
const PATIENCE_MS = 10_000

/**
 * Moves the clock forward through everything that comes due on the way, each at its own time, as if the time had been
 * lived. Returns where it came to. Throws a UserError when `next` finds nothing planned.
 */
export async function travel(world: World, how: ClockMove): Promise<Temporal.Instant> {
  const target = await targetOf(world, how)
  for (let due = await nextDue(world, target); due; due = await nextDue(world, target)) {
    await world.clock.moveTo(due)
    await tick(world)
    await settled(world)
  }
  await world.clock.moveTo(target)
  return world.clock.now()
}

async function targetOf(world: World, how: ClockMove): Promise<Temporal.Instant> {
  const now = world.clock.now()
  if ('advance' in how) return now.add(Temporal.Duration.from(how.advance))
  if ('to' in how) return Temporal.Instant.from(how.to)
  const next = await world.db.timer.findFirst({
    where: { ...PENDING, dueAt: { gt: toDate(now) } },
    orderBy: { dueAt: 'asc' },
  })
  if (!next) throw new UserError('Nothing is planned yet.')
  return toInstant(next.dueAt)
}

const PENDING = { firedAt: null, cancelledAt: null, attempts: 0 }

async function nextDue(world: World, until: Temporal.Instant): Promise<Temporal.Instant | null> {
  const where = { ...PENDING, dueAt: { lte: toDate(until) } }
  const timer = await world.db.timer.findFirst({ where, orderBy: { dueAt: 'asc' } })
  return timer && toInstant(timer.dueAt)
}

/** Until the workers have fired what is due and said what there was to say, or patience runs out. */
async function settled(world: World): Promise<void> {
  for (let waited = 0; waited < PATIENCE_MS; waited += POLL_MS) {
    const due = await world.db.timer.count({ where: { ...PENDING, dueAt: { lte: toDate(world.clock.now()) } } })
    const unsaid = await world.db.post.count({ where: { state: { in: ['waiting', 'sending'] }, attempts: { lte: 1 } } })
    if (due + unsaid === 0) return
    await sleep(POLL_MS)
  }
}
