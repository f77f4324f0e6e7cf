import { sealAudit } from './audit/seal.ts'
import { forgetRequests } from './intake/once.ts'
import { takeBackStuck, waitingPlaces } from './outbox/claim.ts'
import { countRepairs } from './repairs.ts'
import { type Claim, claimDue, giveBack, releaseClaims } from './timers/claim.ts'
import type { World } from './world.ts'

const TIMERS_AT_ONCE = 1_000
const PLACES_AT_ONCE = 1_000
const A_MOMENT_MS = 5_000
/** Longer than any platform's time-out: whoever took a post that long ago is gone. */
const STUCK_AFTER_SECONDS = 30
const RECEIPTS_KEPT = "interval '14 days'"
const FIRED_TIMERS_KEPT = "interval '30 days'"
const REPAIRS_KEPT = "interval '90 days'"

/** Every second: hands what is due to the workers. */
export async function tick(world: World): Promise<void> {
  await world.clock.refresh()
  await handOverTimers(world)
  await handOverDeliveries(world)
}

async function handOverTimers({ db, queue, clock }: World): Promise<void> {
  for (;;) {
    const claims = await claimDue(db, clock.now(), TIMERS_AT_ONCE)
    await handOver(db, queue, claims)
    if (claims.reduce((taken, { ids }) => taken + ids.length, 0) < TIMERS_AT_ONCE) return
  }
}

/** Where handing over fails, nobody has to wait until the claims run out. */
export async function handOver(db: World['db'], queue: World['queue'], claims: readonly Claim[]): Promise<void> {
  const jobs = claims.map((data) => ({ data }))
  try {
    await queue.add('timers', jobs)
  } catch (error) {
    await giveBack(db, claims)
    throw error
  }
}

/** One job for a place at a time, but a job that died with its worker bars the place for no longer than a moment. */
async function handOverDeliveries({ db, queue }: World): Promise<void> {
  const places = await waitingPlaces(db, PLACES_AT_ONCE)
  const moment = Math.floor(Date.now() / A_MOMENT_MS)
  const jobs = places.map(({ workspaceId, place, priority }) => ({
    data: { workspaceId, place },
    id: `${workspaceId}-${place}-${moment}`,
    priority,
  }))
  await queue.add('deliveries', jobs)
}

/** Every few seconds: seals the audit trail. */
export const seal = ({ db }: World): Promise<number> => sealAudit(db)

/** Every few seconds: finds the posts that were left half sent. */
export const repair = (world: World): Promise<void> => sendAgain(world, STUCK_AFTER_SECONDS)

/** At the start of a process that has the database to itself: whatever is in hand was left by a dead one. */
export async function takeUp(world: World): Promise<void> {
  await releaseClaims(world.db)
  await sendAgain(world, 0)
}

async function sendAgain(world: World, afterSeconds: number): Promise<void> {
  const stuck = await takeBackStuck(world.db, afterSeconds)
  await countRepairs(
    world,
    'post',
    stuck.map(({ workspaceId }) => workspaceId),
  )
}

/** Once a day: forgets what nobody needs. */
export async function cleanUp({ db }: World): Promise<void> {
  await db.$executeRawUnsafe(`DELETE FROM "Receipt" WHERE "at" < now() - ${RECEIPTS_KEPT}`)
  await db.$executeRawUnsafe(
    `DELETE FROM "Timer" WHERE "firedAt" < now() - ${FIRED_TIMERS_KEPT} OR "cancelledAt" < now() - ${FIRED_TIMERS_KEPT}`,
  )
  await forgetRequests(db)
  await db.$executeRawUnsafe(`DELETE FROM "Repair" WHERE "at" < now() - ${REPAIRS_KEPT}`)
}
