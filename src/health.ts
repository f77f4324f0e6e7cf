import type { World } from './world.ts'

export type Health = { ready: boolean /** What is wrong, in words; empty when all is well. */; wrong: string[] }

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
    await db.$queryRaw`SELECT 1`
    return null
  } catch (error) {
    return `The database does not answer: ${error instanceof Error ? error.message : String(error)}`
  }
}

/** What is waiting and for how long, as Prometheus reads it. */
export async function gauges(world: World): Promise<string> {
  const { db, clock, queue } = world
  const oldest = await db.timer.findFirst({
    where: { firedAt: null, cancelledAt: null, dueAt: { lte: new Date(clock.now().epochMilliseconds) } },
    orderBy: { dueAt: 'asc' },
  })
  const overdueSeconds = oldest ? (clock.now().epochMilliseconds - oldest.dueAt.getTime()) / 1_000 : 0
  const waiting = await db.post.count({ where: { state: 'waiting' } })
  const dead = await db.post.count({ where: { state: 'undeliverable' } })
  const depths = Object.entries(await queue.counts())
  return [
    gauge('drumbeat_oldest_overdue_timer_seconds', overdueSeconds),
    gauge('drumbeat_posts_waiting', waiting),
    gauge('drumbeat_posts_undeliverable', dead),
    ...depths.map(([lane, { waiting }]) => `drumbeat_queue_waiting{lane="${lane}"} ${waiting}`),
    '',
  ].join('\n')
}

const gauge = (name: string, value: number) => `# TYPE ${name} gauge\n${name} ${value}`
