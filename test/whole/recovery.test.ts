import { setTimeout as sleep } from 'node:timers/promises'
import pg from 'pg'
import { afterEach, beforeEach, describe, expect, inject, it } from 'vitest'
import { type TestDatabase, testDatabase } from '../support/database.ts'
import { playgroundClient } from '../support/playground-client.ts'
import { type Product, startProduct } from '../support/product.ts'
import { hasRedis, startRedis, type TestRedis } from '../support/redis.ts'
import { allDone, everybodyArrives, manyStandups, outcomeOf } from './crowd.ts'

/** Stand-ups that begin at once, each with two posts. */
const MANY = 60
const SOME = 30
const SETTLES_WITHIN_MS = 40_000
const STOPS_WITHIN_MS = 10_000

let database: TestDatabase
const running: Product[] = []
const start = async (env: Record<string, string> = {}) => {
  const product = await startProduct({ DATABASE_URL: database.url, PLAYGROUND: 'on', ...env })
  running.push(product)
  return product
}
const first = () => running[0] as Product
const client = playgroundClient(() => first().url)
const readiness = async () => {
  const response = await fetch(`${first().url}/readyz`)
  return { status: response.status, ...((await response.json()) as { wrong: string[] }) }
}
/** As if the time had passed for which a dead worker's timers and posts are left to it: a minute, and half of one. */
const leasesRunOut = () =>
  database.db.$transaction([
    database.db
      .$executeRaw`UPDATE "Timer" SET "claimedUntil" = "claimedUntil" - interval '1 minute' WHERE "firedAt" IS NULL`,
    database.db.$executeRaw`UPDATE "Post" SET "sendingSince" = "sendingSince" - interval '30 seconds'`,
  ])
const isReadyAgain = () => expect.poll(readiness, { timeout: 15_000 }).toMatchObject({ status: 200, wrong: [] })

beforeEach(async () => {
  database = await testDatabase()
})
afterEach(async () => {
  for (const product of running.splice(0)) await product.end('SIGKILL')
  await database.close()
})

describe('PostgreSQL goes away', () => {
  const name = () => new URL(database.url).pathname.slice(1)
  /** As an administrator, from another database of the same server. */
  async function administer(...statements: string[]): Promise<void> {
    const admin = new pg.Client({ connectionString: inject('postgresUrl') })
    await admin.connect()
    for (const statement of statements) await admin.query(statement)
    await admin.end()
  }
  const CUT = () => `SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE datname = '${name()}'`

  it('goes on by itself after all connections were cut in the middle of work', async () => {
    await start()
    await everybodyArrives(first)
    await manyStandups(database.db, SOME)

    for (let cuts = 0; cuts < 5; cuts++) {
      await sleep(300)
      await administer(CUT())
    }
    await isReadyAgain()
    await leasesRunOut()

    await expect.poll(() => outcomeOf(database.db), { timeout: SETTLES_WITHIN_MS }).toEqual(allDone(SOME))
    expect(await first().end('SIGTERM')).toBe(0)
  }, 90_000)

  it('says while it is away that it is, and does what came due meanwhile when it is back', async () => {
    await start()
    await everybodyArrives(first)

    await administer(`ALTER DATABASE "${name()}" ALLOW_CONNECTIONS false`, CUT())
    await expect.poll(readiness, { timeout: 5_000 }).toMatchObject({ status: 503 })
    const { wrong } = await readiness()
    const alive = await fetch(`${first().url}/healthz`)
    await sleep(2_000)
    await administer(`ALTER DATABASE "${name()}" ALLOW_CONNECTIONS true`)
    await isReadyAgain()
    await client.as('mira').message('help', 'after')

    expect(wrong.join()).toMatch(/^The database does not answer/)
    expect(wrong.join()).not.toMatch(/\n|prisma|127\.0\.0\.1|drumbeat:/i)
    expect(alive.status).toBe(200)
    await expect.poll(async () => (await client.as('mira').direct()).length, { timeout: 15_000 }).toBe(1)
  }, 60_000)
})

describe.skipIf(!hasRedis())('Redis and the workers go away', () => {
  let redis: TestRedis
  beforeEach(async () => {
    redis = await startRedis()
  })
  afterEach(() => redis.close())

  it('goes on by itself after Redis was killed and started again with nothing in it', async () => {
    await start({ REDIS_URL: redis.url })
    await everybodyArrives(first)
    await manyStandups(database.db, SOME)
    await expect
      .poll(async () => (await outcomeOf(database.db)).opened, { interval: 100, timeout: 40_000 })
      .toBeGreaterThan(0)

    await redis.kill()
    await expect.poll(readiness, { timeout: 10_000 }).toMatchObject({ status: 503 })
    const metrics = await fetch(`${first().url}/metrics`)
    const taken = await client.as('jonas').message('help', 'meanwhile')
    await redis.startAgain()
    await isReadyAgain()
    await leasesRunOut()

    expect(taken.reply).toBe('nothing')
    expect(metrics.status).toBe(200)
    await expect.poll(() => outcomeOf(database.db), { timeout: SETTLES_WITHIN_MS }).toEqual(allDone(SOME))
    const helped = async () => JSON.stringify(await client.as('jonas').direct()).includes('/standup')
    await expect.poll(helped, { timeout: SETTLES_WITHIN_MS }).toBe(true)
    expect(await first().end('SIGTERM')).toBe(0)
  }, 90_000)

  it('ends with code 0 in time while Redis is away', async () => {
    await start({ REDIS_URL: redis.url })
    await redis.kill()
    await expect.poll(readiness, { timeout: 10_000 }).toMatchObject({ status: 503 })

    const began = performance.now()
    const code = await first().end('SIGTERM')

    expect([code, performance.now() - began < STOPS_WITHIN_MS, first().output()]).toEqual([0, true, expect.any(String)])
    await redis.startAgain()
  }, 40_000)

  it('delivers everything once when one of two workers is killed in the middle of it', async () => {
    const shared = { REDIS_URL: redis.url }
    await start({ ...shared, ROLE: 'web' })
    await everybodyArrives(first)
    const workers = await Promise.all(['worker', 'worker'].map((ROLE) => start({ ...shared, ROLE })))
    await manyStandups(database.db, MANY)
    await expect
      .poll(async () => (await outcomeOf(database.db)).delivered, { interval: 100, timeout: 40_000 })
      .toBeGreaterThan(5)

    await workers[0]?.end('SIGKILL')
    const left = await outcomeOf(database.db)
    await leasesRunOut()

    expect(left.delivered).toBeLessThan(2 * MANY)
    await expect.poll(() => outcomeOf(database.db), { timeout: SETTLES_WITHIN_MS }).toEqual(allDone(MANY))
  }, 90_000)
})

describe.each(hasRedis() ? ['PostgreSQL', 'Redis'] : ['PostgreSQL'])(
  'told to stop under load, queue on %s',
  (backend) => {
    it('ends with code 0 in time, and everything is said after the next start', async () => {
      const redis = backend === 'Redis' ? await startRedis() : null
      const shared = redis ? { REDIS_URL: redis.url } : {}
      await start(shared)
      await everybodyArrives(first)
      await manyStandups(database.db, SOME)
      await expect
        .poll(async () => (await outcomeOf(database.db)).opened, { interval: 100, timeout: 40_000 })
        .toBeGreaterThan(0)

      const began = performance.now()
      const code = await first().end('SIGTERM')
      const took = performance.now() - began
      const left = await outcomeOf(database.db)
      await start(shared)

      expect([code, took < STOPS_WITHIN_MS]).toEqual([0, true])
      expect(left.delivered).toBeLessThan(2 * SOME)
      await expect.poll(() => outcomeOf(database.db), { timeout: SETTLES_WITHIN_MS }).toEqual(allDone(SOME))
      await redis?.close()
    }, 90_000)
  },
)
