import { setTimeout as sleep } from 'node:timers/promises'
import { openLog } from '../dist/log.js'
import { openQueue } from '../dist/queue/open.js'
import { postgresBackend } from '../dist/queue/postgres.js'
import { redisBackend } from '../dist/queue/redis.js'
import { tick } from '../dist/tick.js'
import { startWorker } from '../dist/worker.js'
import { atLeast, median, perSecond } from './figures.js'
import { statement } from './ground.js'
import { bareWorld } from './world.js'

const AMOUNT = 5_000
const ROUNDS = 3
const WARM_UP = 500
/** As in `worker.ts`. */
const CONCURRENCY = 10
const BATCH = 1_000
const LONGEST_MS = 60_000

/** Timers that do nothing, fired with all the promises that are kept about them, beside BullMQ's jobs that do nothing. */
export async function measure(ground) {
  const results = []
  if (ground.redisUrl) results.push(await onBackend(ground, { name: 'Redis', redis: ground.redisUrl }))
  else process.stdout.write('LEFT OUT: timers on Redis, because there is no redis-server on this machine.\n')
  results.push(await onBackend(ground, { name: 'PostgreSQL', redis: undefined }))
  return results
}

async function onBackend(ground, { name, redis }) {
  const database = await ground.database(`timers_${name.toLowerCase()}`)
  const jobs = emptyJobs(redis ? redisBackend(redis) : postgresBackend(database.url))
  const timers = await emptyTimers(database.url, redis)
  await jobs.run(WARM_UP)
  await timers.run(WARM_UP)
  const rates = { jobs: [], timers: [] }
  for (let round = 0; round < ROUNDS; round++) {
    rates.jobs.push(await jobs.run(AMOUNT))
    rates.timers.push(await timers.run(AMOUNT))
  }
  await timers.close()
  await jobs.close()
  await database.drop()
  const [fired, done] = [median(rates.timers), median(rates.jobs)]
  return {
    what: `timers fired on ${name}`,
    drumbeat: perSecond(fired, 'timers'),
    beside: perSecond(done, 'empty BullMQ jobs'),
    ratio: fired / done,
    aim: redis ? atLeast(0.3) : undefined,
  }
}

/** The jobs are there before the clock runs, so that BullMQ is measured at its best. */
function emptyJobs(backend) {
  const queue = backend.queue('bench')
  const opts = { attempts: 1, removeOnComplete: true, removeOnFail: true }
  return {
    async run(amount) {
      for (let added = 0; added < amount; added += BATCH) {
        const size = Math.min(BATCH, amount - added)
        await queue.addBulk(Array.from({ length: size }, (_, n) => ({ name: 'empty', data: { n: added + n }, opts })))
      }
      const started = performance.now()
      const worker = backend.worker('bench', CONCURRENCY, async () => {})
      await within(
        LONGEST_MS,
        new Promise((drained) => {
          let left = amount
          worker.on('completed', () => --left === 0 && drained())
        }),
      )
      const seconds = (performance.now() - started) / 1_000
      await worker.close()
      return amount / seconds
    },
    async close() {
      await queue.close()
      await backend.close()
    },
  }
}

/** From a beat of the drum that finds them due until the last one is marked as fired. */
async function emptyTimers(url, redis) {
  const queue = openQueue({ redis, database: url }, openLog('error'))
  const world = bareWorld(url, { queue, flows: [benchFlow] })
  const { id: workspaceId } = await world.db.workspace.create({ data: { name: 'bench' } })
  const worker = startWorker(world)
  let round = 0
  return {
    async run(amount) {
      await statement(url, MADE_DUE, [workspaceId, `${++round}`, amount])
      const started = performance.now()
      await tick(world)
      await within(LONGEST_MS, allFired(world))
      return amount / ((performance.now() - started) / 1_000)
    },
    async close() {
      await worker.stop()
      await queue.close()
      await world.db.$disconnect()
    },
  }
}

const benchFlow = {
  name: 'bench',
  title: { en: 'Bench', 'zh-CN': '基准测试' },
  commands: {},
  buttons: {},
  forms: {},
  timers: { nothing: { does: { en: 'nothing', 'zh-CN': '无' }, fire: async () => {} } },
}

const MADE_DUE = `
  INSERT INTO "Timer" ("workspaceId", "kind", "subject", "dueAt")
  SELECT $1, 'bench.nothing', $2 || '-' || n, now() - interval '1 second' FROM generate_series(1, $3::int) AS n`

async function allFired({ db }) {
  while (await db.timer.findFirst({ where: { firedAt: null, cancelledAt: null }, select: { id: true } }))
    await sleep(10)
}

async function within(ms, promise) {
  const abandoned = new AbortController()
  const late = sleep(ms, null, { signal: abandoned.signal, ref: false }).then(() => {
    throw new Error(`It was not done within ${ms / 1_000} s`)
  })
  late.catch(() => {})
  try {
    return await Promise.race([promise, late])
  } finally {
    abandoned.abort()
  }
}
