import { rm } from 'node:fs/promises'
import { setTimeout as sleep } from 'node:timers/promises'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { sealAudit } from '../../src/audit/seal.ts'
import { verifyAudit } from '../../src/audit/verify.ts'
import { openDatabase } from '../../src/database/open.ts'
import type { Database } from '../../src/database/types.ts'
import type { Answered } from '../../src/platforms/playground/wire.ts'
import { dice } from '../support/dice.ts'
import { playgroundClient, presetsOf } from '../support/playground-client.ts'
import { embeddedUrl, endLeftServer, type Product, startProduct } from '../support/product.ts'
import { hasRedis, startRedis, type TestRedis } from '../support/redis.ts'
import { testFolder } from '../support/test-folder.ts'

const PEOPLE = ['mira', 'jonas', 'mei', 'hana', 'nora', 'theo']
const LONGEST_WAIT_MS = 120

/** A product that is killed in the middle of every other thing that it is asked, and asked again. */
function mortal(env: Record<string, string>, { from, flush }: { from: number; flush: () => Promise<void> }) {
  const random = dice(20_261_123)
  let product: Product | null = null
  const alive = async () => {
    product ??= await startProduct(env)
    return product
  }
  const kill = async () => {
    await product?.end('SIGKILL')
    product = null
  }
  return {
    alive,
    kill,
    client: playgroundClient(() => product?.url ?? 'http://127.0.0.1:1'),
    steps: from,
    kills: 0,
    async survive<Result>(request: () => Promise<Result>): Promise<Result> {
      await alive()
      if (this.steps++ % 2 > 0) return request()
      const cut = request().catch(() => null)
      await sleep(random() * LONGEST_WAIT_MS)
      await kill()
      this.kills++
      await cut
      await flush()
      const { output } = await alive()
      return request().catch((error: Error) => {
        throw new Error(`${error.message}\n${output()}`)
      })
    },
  }
}

// Together they die at every step.
const CASES = [
  { backend: 'PostgreSQL', from: 0 },
  { backend: 'Redis', from: 1 },
]

describe.each(CASES)('a stand-up with SIGKILL at every other step, queue on $backend', ({ backend, from }) => {
  let dataDir: string
  let redis: TestRedis | null
  let house: ReturnType<typeof mortal>
  let db: Database | null = null

  beforeEach(async () => {
    dataDir = await testFolder('crash')
    redis = backend === 'Redis' && hasRedis() ? await startRedis() : null
    const env = { DATA_DIR: dataDir, LOG_LEVEL: 'error', ...(redis ? { REDIS_URL: redis.url } : {}) }
    house = mortal(env, { from, flush: async () => redis?.flush() })
  })
  afterEach(async () => {
    await db?.$disconnect()
    await house.kill()
    await endLeftServer(dataDir)
    await redis?.close()
    await rm(dataDir, { recursive: true, force: true })
  })

  const formFor = async (person: string, id: string) => {
    const direct = await house.client.as(person).direct()
    const ask = direct.find(({ card }) => JSON.stringify(card).includes('standup.answer'))
    const button = ask?.card.blocks.flatMap((block) => (block.kind === 'buttons' ? block.buttons : []))[0]
    if (!ask || !button) throw new Error(`${person} was not asked: ${JSON.stringify(direct)}`)
    return formIn(await house.client.as(person).press(ask.id, button, id))
  }
  const formIn = (answered: Answered) => {
    if (answered.reply !== 'form') throw new Error(`Expected a form, got ${answered.reply}`)
    return answered.form
  }

  it.skipIf(backend === 'Redis' && !hasRedis())(
    'asks everybody once, keeps every answer and posts one digest',
    async () => {
      const { client } = house
      await house.alive()
      const form = formIn(await client.as('mira').command('/standup new', 'new'))
      const settings = {
        ...presetsOf(form),
        name: 'Daily',
        participants: PEOPLE,
      }
      await house.survive(() => client.as('mira').submit(form, settings, 'created'))

      const [opening] = (await client.as('mira').state()).agenda
      const opens = new Date(opening?.at ?? '').getTime()
      const at = (minutes: number) => new Date(opens + minutes * 60_000).toISOString()
      await house.survive(() => client.clock({ to: at(0) }))
      await expect.poll(async () => (await client.as('theo').direct()).length, { timeout: 30_000 }).toBe(1)

      for (const person of ['mira', 'jonas', 'mei']) {
        const answers = await formFor(person, `open-${person}`)
        const texts = answers.fields
          .filter(({ kind }) => kind === 'text')
          .map(({ name }, index) => [name, `${person} ${index}`])
        const taken = await house.survive(() =>
          client.as(person).submit(answers, Object.fromEntries(texts), `answer-${person}`),
        )
        expect(taken.reply, JSON.stringify([taken, answers])).not.toBe('invalid')
      }
      for (const number of [0, 1, 2])
        await house.survive(() => client.as('hana').message(`hana ${number}`, `answer-hana-${number}`))
      await house.survive(() => client.clock({ to: at(10) }))
      await house.survive(() => client.clock({ to: at(20) }))
      await house.survive(() => client.as('mira').state())

      db = openDatabase(await embeddedUrl(dataDir))
      await expect.poll(() => unsettled(db!), { timeout: 60_000 }).toBe(0)
      const entries = await db.standupEntry.findMany({ include: { answers: true, run: true } })
      const answered = entries.filter(({ state }) => state === 'answered')
      const said = await db.playgroundMessage.findMany({ where: { key: { contains: 'standup/run/' } } })
      const kindOf = (key: string | null) => key?.split('/')[3]
      const count = (kind: string) => said.filter(({ key }) => kindOf(key) === kind).length
      const audited = await db.auditEntry.groupBy({ by: ['action'], _count: true })
      await sealAudit(db)

      expect(house.kills).toBeGreaterThanOrEqual(5)
      expect(new Set(entries.map(({ runId }) => runId)).size).toBe(1)
      expect({ card: count('card'), ask: count('ask'), remind: count('remind'), digest: count('digest') }).toEqual({
        card: 1,
        ask: 6,
        remind: 2,
        digest: 1,
      })
      expect(answered.map(({ answers }) => answers.map(({ text }) => text).sort())).toHaveLength(4)
      for (const { answers } of answered)
        expect(answers.map(({ text }) => text?.slice(-2)).sort()).toEqual([' 0', ' 1', ' 2'])
      expect(Object.fromEntries(audited.map(({ action, _count }) => [action, _count]))).toMatchObject({
        'standup.created': 1,
        'standup.opened': 1,
        'standup.answered': 4,
        'standup.closed': 1,
      })
      const workspace = await db.workspace.findFirstOrThrow()
      expect((await verifyAudit(db, workspace.id)).brokenAt).toBeNull()
    },
    240_000,
  )
})

/** What is due or half said; reminders and later meetings are neither. */
async function unsettled(db: Database): Promise<number> {
  const posts = await db.post.count({ where: { state: { in: ['waiting', 'sending'] } } })
  const runs = await db.standupRun.count({ where: { state: 'open' } })
  return posts + runs
}
