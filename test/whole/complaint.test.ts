import { setTimeout as sleep } from 'node:timers/promises'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { sealAudit } from '../../src/audit/seal.ts'
import { verifyAudit } from '../../src/audit/verify.ts'
import { type TestDatabase, testDatabase } from '../support/database.ts'
import { type Product, startProduct } from '../support/product.ts'
import { type FakeSlack, startFakeSlack } from '../support/slack/fake-slack.ts'
import { read } from '../support/slack/reading.ts'
import { visibleTo } from '../support/slack/seeing.ts'

const SITE = 'https://drumbeat.example'
const FILED = {
  customer: { name: '蓝天贸易', contact: 'wang@customer.example', locale: 'zh-CN' },
  what: '包裹到货时已经破损，打客服电话无人接听。',
  via: 'email',
  severity: 3,
}

describe.each([
  { how: 'as it goes', killsAfter: Number.POSITIVE_INFINITY },
  { how: 'with SIGKILL after every third step', killsAfter: 3 },
])('a complaint that nobody acts on, $how', { timeout: 240_000 }, ({ killsAfter }) => {
  let slack: FakeSlack
  let database: TestDatabase
  let product: Product
  let env: Record<string, string>
  let steps: number

  beforeEach(async () => {
    steps = 0
    slack = await startFakeSlack()
    slack.addUser('mei', { is_admin: true, tz: 'Europe/Berlin' })
    for (const name of ['ben', 'lin', 'kai', 'tom']) slack.addUser(name, { tz: 'Europe/Berlin' })
    slack.addChannel('triage')
    database = await testDatabase()
    env = {
      DATABASE_URL: database.url,
      PUBLIC_URL: SITE,
      SLACK_BOT_TOKEN: slack.botToken,
      SLACK_SIGNING_SECRET: slack.signingSecret,
      SLACK_API_URL: slack.apiUrl,
      DEV_CLOCK: '1',
      LOG_LEVEL: 'error',
    }
    await start()
  })
  afterEach(async () => {
    await product?.end('SIGTERM')
    await slack?.close()
    await database?.close()
  })

  async function start(): Promise<void> {
    product = await startProduct(env)
    slack.deliverTo(product.url)
  }

  async function step<Result>(deed: () => Promise<Result>): Promise<Result> {
    const result = await deed()
    steps++
    if (steps % killsAfter === 0) {
      await product.end('SIGKILL')
      await start()
    }
    return result
  }

  const advance = async (by: string) => {
    const response = await fetch(`${product.url}/dev/clock`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ advance: by }),
    })
    expect(response.status, await response.text()).toBe(200)
  }
  const submitting = async (who: string, command: readonly [string, string], values: Record<string, string>) => {
    await slack.user(who).command(...command, { in: 'triage' })
    await slack.user(who).opensForm()
    await slack.user(who).submit(values)
    await expect.poll(() => slack.user(who).view?.errors ?? {}).toEqual({})
    slack.user(who).closeView()
  }
  const file = (token: string) =>
    fetch(`${product.url}/api/v1/complaints`, {
      method: 'POST',
      headers: {
        'content-type': 'application/json',
        authorization: `Bearer ${token}`,
        'idempotency-key': 'order-4711',
      },
      body: JSON.stringify(FILED),
    })
  const seen = (who: string) => visibleTo(slack.state, slack.user(who).id).map(read).join('\n')

  it('walks up to the manager, is answered, and comes back when the customer is not satisfied', async () => {
    const { db } = database
    const theOne = () => db.complaint.findFirstOrThrow({ include: { clocks: { orderBy: { startedAt: 'asc' } } } })

    await step(() => slack.user('mei').command('/ops', 'manager <@UBEN> <@UKAI> backup:<@ULIN>'))
    await step(() => slack.user('mei').command('/ops', 'manager <@UKAI> <@UTOM>'))
    await step(() => submitting('mei', ['/complaint', 'settings'], { triage: 'triage', duty: 'ben' }))
    await step(() => submitting('mei', ['/ops', 'token new shop'], {}))
    const token = /drb_[\w-]+/.exec(JSON.stringify([slack.state.messages, [...slack.state.views.values()]]))?.[0] ?? ''

    const filed = await step(() => file(token))
    expect(filed.status, await filed.clone().text()).toBe(201)
    expect(await filed.json()).toMatchObject({ reference: 'C-000001' })
    expect((await file(token)).status).toBe(200)
    await expect.poll(() => slack.channel('triage').map(read).join(), { timeout: 30_000 }).toContain('C-000001')
    await slack.user('ben').sees('wang@customer.example')

    const days = [0, 20].map((ahead) => new Date(Date.now() + ahead * 86_400_000).toISOString().slice(0, 10))
    await step(() => slack.user('ben').command('/ops', `away ${days.join(' ')}`))
    Object.assign(slack.state.users.get(slack.user('lin').id) ?? {}, { deleted: true })

    await step(() => advance('24h'))
    await expect.poll(() => seen('kai'), { timeout: 30_000 }).toContain('I take it')
    expect(slack.user('lin').dms.map(read).join()).not.toContain('C-000001')

    await step(() => advance('1h'))
    await expect.poll(() => slack.user('kai').dms.map(read).join(), { timeout: 30_000 }).toContain('Step 2 of 4')
    await step(() => slack.user('kai').press('I take it'))
    await expect.poll(async () => (await theOne()).state, { timeout: 30_000 }).toBe('acknowledged')

    await step(() => submitting('kai', ['/complaint', 'investigate C-1'], { findings: '包装太薄', family: 'material' }))
    await step(() => submitting('kai', ['/complaint', 'propose C-1'], { text: '补发一件并致歉' }))
    await step(() => submitting('kai', ['/complaint', 'reply C-1'], { told: '已补发，十分抱歉。' }))
    const link = new RegExp(`${SITE}(/p/[\\w.~-]+)`)
    await expect.poll(() => seen('kai'), { timeout: 30_000 }).toMatch(link)
    const page = link.exec(seen('kai'))?.[1] ?? ''

    const shown = await fetch(product.url + page)
    expect(await shown.text()).toContain('您对处理结果满意吗')
    const answered = await step(() =>
      fetch(product.url + page, { method: 'POST', body: new URLSearchParams({ score: '2', note: '还是破的' }) }),
    )
    expect(await answered.text()).toContain('很抱歉没有让您满意')
    await expect.poll(() => seen('tom'), { timeout: 30_000 }).toContain('The customer gave our reply 2 of 5')
    await settled()

    const kai = await db.member.findFirstOrThrow({ where: { name: 'kai' } })
    const complaint = await theOne()
    expect(complaint).toMatchObject({ state: 'reopened', reopenings: 1, ownerId: kai.id })
    expect(
      complaint.clocks.map(({ kind, round, state, breachedAt }) => [kind, round, state, breachedAt !== null]),
    ).toEqual(
      expect.arrayContaining([
        ['acknowledge', 1, 'met', true],
        ['reply', 1, 'met', false],
        ['reply', 2, 'running', false],
      ]),
    )
    await everythingWasSaidOnce()
    await sealAudit(db)
    expect((await verifyAudit(db, complaint.workspaceId)).brokenAt).toBeNull()
    expect(slack.problems).toEqual([])
  })

  async function settled(): Promise<void> {
    const where = { state: { in: ['waiting', 'sending'] } }
    await expect.poll(() => database.db.post.count({ where }), { timeout: 60_000 }).toBe(0)
    await sleep(200)
  }

  /** What was on its way when the process was killed may stand twice, and no more often than it was sent. */
  async function everythingWasSaidOnce(): Promise<void> {
    const posts = await database.db.post.findMany({ where: { key: { startsWith: 'escalation/' } } })
    expect(new Set(posts.map(({ key }) => key)).size).toBe(posts.length)
    for (const who of ['kai', 'tom']) {
      const { id } = await database.db.member.findFirstOrThrow({ where: { name: who } })
      const own = await database.db.post.findMany({ where: { place: `person:${id}` } })
      const resent = own.reduce((sum, { attempts }) => sum + Math.max(0, attempts - 1), 0)
      const [direct] = slack.user(who).dms
      const sent = slack.calls('chat.postMessage').filter(({ args }) => args.channel === direct?.channel).length
      expect(sent).toBeGreaterThanOrEqual(own.length)
      expect(sent).toBeLessThanOrEqual(own.length + resent)
    }
  }
})
