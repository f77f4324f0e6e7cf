import { setTimeout as sleep } from 'node:timers/promises'
import { pino } from 'pino'
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest'
import { openQueue } from '../../src/queue/open.ts'
import type { WorkQueue } from '../../src/queue/queue.ts'
import { type TestDatabase, testDatabase } from '../support/database.ts'
import { hasRedis, startRedis, type TestRedis } from '../support/redis.ts'

const log = pino({ level: 'silent' })

describe.each(['Redis', 'PostgreSQL'] as const)('the queue on %s', (backend) => {
  let database: TestDatabase
  let redis: TestRedis | null = null
  let queue: WorkQueue | null = null
  const open = () => {
    queue = openQueue({ redis: redis?.url, database: database.url }, log)
    return queue
  }
  const close = async () => {
    await queue?.close()
    queue = null
  }

  beforeAll(async () => {
    database = await testDatabase()
    if (backend === 'Redis' && hasRedis()) redis = await startRedis()
  })
  afterEach(close)
  afterAll(async () => {
    await redis?.close()
    await database.close()
  })

  const test = it.skipIf(backend === 'Redis' && !hasRedis())

  test('hands work to the workers', async () => {
    const done: string[] = []
    const queue = open()
    queue.work('deliveries', 5, async ({ place }) => void done.push(place))
    await queue.add(
      'deliveries',
      ['a', 'b', 'c'].map((place) => ({ data: { workspaceId: 'w', place }, id: `w-person:${place}` })),
    )

    await expect.poll(() => [...done].sort()).toEqual(['a', 'b', 'c'])
  })

  test('takes the same work once while it waits, and again when it has been done', async () => {
    let done = 0
    const job = { data: { workspaceId: 'w', place: 'p' }, id: 'w-p' }
    const queue = open()
    await queue.add('deliveries', [job])
    await queue.add('deliveries', [job])
    queue.work('deliveries', 1, async () => void done++)
    await expect.poll(() => done).toBe(1)
    await sleep(200)
    const once = done
    await queue.add('deliveries', [job])

    await expect.poll(() => done).toBe(2)
    expect(once).toBe(1)
  })

  test('does more urgent work first', async () => {
    const done: string[] = []
    const queue = open()
    for (const [place, priority] of [
      ['digest', 3],
      ['prompt', 2],
      ['escalation', 1],
    ] as const)
      await queue.add('deliveries', [{ data: { workspaceId: 'w', place }, priority }])
    queue.work('deliveries', 1, async ({ place }) => void done.push(place))

    await expect.poll(() => done).toEqual(['escalation', 'prompt', 'digest'])
  })

  test('takes work again after a handler threw', async () => {
    let tries = 0
    const job = { data: { workspaceId: 'w', place: 'p' }, id: 'w-q' }
    const queue = open()
    queue.work('deliveries', 1, async () => {
      tries++
      if (tries === 1) throw new Error('no luck')
    })
    await queue.add('deliveries', [job])
    await expect.poll(() => tries).toBe(1)
    await sleep(200)
    await queue.add('deliveries', [job])

    await expect.poll(() => tries).toBe(2)
  })

  test('finishes what is in hand before it closes', async () => {
    const done: string[] = []
    let begun = false
    const queue = open()
    queue.work('timers', 1, async ({ ids }) => {
      begun = true
      await sleep(300)
      done.push(...ids)
    })
    await queue.add('timers', [{ data: { workspaceId: 'w', now: '2026-11-23T08:00:00Z', ids: ['1'] } }])
    await expect.poll(() => begun).toBe(true)
    await close()

    expect(done).toEqual(['1'])
  })

  test('has nothing to complain about', async () => {
    expect(await open().trouble()).toBeNull()
  })
})
