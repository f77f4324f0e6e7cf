import { setTimeout as sleep } from 'node:timers/promises'
import { described, isOfDatabase } from './log.ts'
import { MOST_ATTEMPTS } from './timers/claim.ts'
import type { World } from './world.ts'

export type Health = { ready: boolean /** What is wrong, in words; empty when all is well. */; wrong: string[] }

const ANSWERS_WITHIN_SECONDS = 3
const SILENT = Symbol('silent')

/** Whether this process can do its work: database, queue, platforms. */
export async function health(world: World): Promise<Health> {
  const database = await databaseTrouble(world)
  if (database) return { ready: false, wrong: [database] }

  const queue = await world.queue.trouble()
  const platforms = await Promise.all([...world.platforms.values()].map((platform) => platform.trouble()))
  const broken = await world.db.installation.findMany({ where: { brokenWhy: { not: null } } })
  const wrong = [
    queue,
    ...platforms,
    ...broken.map(({ platform, externalId, brokenWhy }) => `${platform} ${externalId}: ${brokenWhy}`),
  ]
  const told = wrong.filter((line) => line !== null)
  return { ready: told.length === 0, wrong: told }
}

async function databaseTrouble({ db }: World): Promise<string | null> {
  try {
    const silence = sleep(ANSWERS_WITHIN_SECONDS * 1_000, SILENT, { ref: false })
    const answer = await Promise.race([db.$queryRaw`SELECT 1`, silence])
    return answer === SILENT ? `The database has not answered for ${ANSWERS_WITHIN_SECONDS} seconds` : null
  } catch (error) {
    return `The database does not answer: ${why(error)}`
  }
}

/** Whoever may ask for our health need not read queries, paths and addresses. */
function why(error: unknown): string {
  const { type, message, code } = described(error)
  return isOfDatabase(error) ? String(code ?? type) : message
}

/** What is waiting and for how long, as Prometheus reads it; what cannot be reached is told as being down. */
export async function gauges(world: World): Promise<string> {
  const database = (await databaseTrouble(world)) ? [gauge('drumbeat_database_up', 0)] : await databaseGauges(world)
  return [...database, ...(await queueGauges(world)), ''].join('\n')
}

async function databaseGauges({ db, clock }: World): Promise<string[]> {
  const oldest = await db.timer.findFirst({
    where: { firedAt: null, cancelledAt: null, dueAt: { lte: new Date(clock.now().epochMilliseconds) } },
    orderBy: { dueAt: 'asc' },
  })
  const overdueSeconds = oldest ? (clock.now().epochMilliseconds - oldest.dueAt.getTime()) / 1_000 : 0
  const waiting = await db.post.count({ where: { state: 'waiting' } })
  const dead = await db.post.count({ where: { state: 'undeliverable' } })
  const givenUp = await db.timer.count({
    where: { firedAt: null, cancelledAt: null, attempts: { gte: MOST_ATTEMPTS } },
  })
  const postsGivenUp = await db.post.count({ where: { givenUpAt: { not: null } } })
  return [
    gauge('drumbeat_database_up', 1),
    gauge('drumbeat_timers_given_up', givenUp),
    gauge('drumbeat_oldest_overdue_timer_seconds', overdueSeconds),
    gauge('drumbeat_posts_waiting', waiting),
    gauge('drumbeat_posts_undeliverable', dead),
    gauge('drumbeat_posts_given_up', postsGivenUp),
  ]
}

async function queueGauges({ queue }: World): Promise<string[]> {
  if (await queue.trouble()) return [gauge('drumbeat_queue_up', 0)]
  const depths = Object.entries(await queue.counts())
  return [
    gauge('drumbeat_queue_up', 1),
    ...depths.map(([lane, { waiting }]) => `drumbeat_queue_waiting{lane="${lane}"} ${waiting}`),
  ]
}

const gauge = (name: string, value: number) => `# TYPE ${name} gauge\n${name} ${value}`
