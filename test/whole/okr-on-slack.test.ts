import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest'
import { wireTo } from '../platforms/contract/wire.ts'
import { type TestDatabase, testDatabase } from '../support/database.ts'
import { type Product, startProduct } from '../support/product.ts'
import { type FakeSlack, startFakeSlack } from '../support/slack/fake-slack.ts'
import type { Typed } from '../support/slack/filling.ts'
import { read } from '../support/slack/reading.ts'

type Values = Readonly<Record<string, Typed>>

/** Ben owns the key results, Kai is his manager: both may check in. Every test has a key result of its own. */
describe('two forms of one key result, over the wire of Slack', () => {
  let slack: FakeSlack
  let database: TestDatabase
  let product: Product
  let wire: Awaited<ReturnType<typeof wireTo>>
  let number = 0

  beforeAll(async () => {
    slack = await startFakeSlack()
    slack.addUser('ana', { is_admin: true, tz: 'Europe/Berlin' })
    slack.addUser('ben', { tz: 'America/New_York' })
    slack.addUser('kai', { tz: 'Asia/Shanghai', locale: 'zh-CN' })
    slack.addChannel('team')
    database = await testDatabase()
    product = await startProduct({
      DATABASE_URL: database.url,
      SLACK_BOT_TOKEN: slack.botToken,
      SLACK_SIGNING_SECRET: slack.signingSecret,
      SLACK_API_URL: slack.apiUrl,
    })
    wire = await wireTo(product.url)
    slack.deliverTo(wire.url)
    await slack.user('ana').command('/ops', 'manager <@UBEN> <@UKAI>', { in: 'team' })
    await saved('ana', 'cycle new', {})
    await saved('ben', 'new Delight our customers', {})
  })
  afterEach(() => expect(slack.problems.splice(0)).toEqual([]))
  afterAll(async () => {
    await product?.end('SIGTERM')
    await wire?.close()
    await slack?.close()
    await database?.close()
  })

  const opened = async (who: string, text: string) => {
    slack.user(who).closeView()
    await slack.user(who).command('/okr', text, { in: 'team' })
    await slack.user(who).opensForm()
  }
  const saved = async (who: string, text: string, values: Values) => {
    await opened(who, text)
    await slack.user(who).submit(values)
    expect(slack.user(who).view?.errors ?? {}).toEqual({})
  }
  /** A new key result whose form both have open. */
  const bothOpen = async () => {
    number += 1
    await saved('ben', `kr O-1 Measure ${number}`, { start: '0', target: '100' })
    for (const who of ['ben', 'kai']) await opened(who, `update KR-${number}`)
  }
  const values = async () => {
    const where = { keyResult: { number } }
    return (await database.db.okrCheckIn.findMany({ where, orderBy: { seq: 'asc' } })).map(({ value }) => value)
  }
  const history = async () => {
    await slack.user('ana').command('/okr', `history KR-${number}`, { in: 'team' })
    return read(await slack.user('ana').sees(`Check-ins of KR-${number}`))
  }

  it('show the second person both values, who keeps the other one or their own', async () => {
    await bothOpen()
    await slack.user('kai').submit({ value: '50', confidence: '6', note: '数过了' })
    expect(slack.user('kai').window).toContain('0 → 50')
    await slack.user('ben').submit({ value: '42', note: 'My count' })

    expect(slack.user('ben').window).toContain(`Somebody else has checked in on KR-${number}`)
    expect(slack.user('ben').window).toMatch(/kai, .+: 50\n“数过了”/)
    expect(await values()).toEqual([50])
    await slack.user('ben').submit({ keep: 'Mine: 42' })
    expect(slack.user('ben').window).toContain('50 → 42')
    expect(await values()).toEqual([50, 42])
    expect(await history()).toMatch(/: 42 – ben.+“My count”[\s\S]+: 50 – kai.+“数过了”/)

    for (const who of ['ben', 'kai']) await opened(who, `update KR-${number}`)
    await slack.user('ben').submit({ value: '60' })
    await slack.user('kai').submit({ value: '70' })
    expect(slack.user('kai').window).toContain('期间有人更新了')
    await slack.user('kai').submit({ keep: '以对方的为准：60' })
    expect(slack.user('kai').window).toContain('保持不变（60）')
    expect(await values()).toEqual([50, 42, 60])
  })

  it('ask once more when somebody else was faster again', async () => {
    await bothOpen()
    await slack.user('kai').submit({ value: '50' })
    await slack.user('ben').submit({ value: '42' })
    await slack.user('ana').command('/okr', `update KR-${number} 55`, { in: 'team' })
    await slack.user('ben').submit({ keep: 'mine' })

    expect(slack.user('ben').window).toMatch(/ana, .+: 55/)
    expect(await values()).toEqual([50, 55])
    await slack.user('ben').submit({ keep: 'mine' })
    expect(await values()).toEqual([50, 55, 42])
  })

  it('sent at the same moment record one of them and ask the other person', async () => {
    for (let round = 0; round < 3; round += 1) {
      await bothOpen()
      await Promise.all([slack.user('ben').submit({ value: '42' }), slack.user('kai').submit({ value: '50' })])

      const [first, ...more] = await values()
      const [winner, asked, theirs] = first === 42 ? ['ben', 'kai', '50'] : ['kai', 'ben', '42']
      expect(more).toEqual([])
      expect(slack.user(winner).window).toContain(`0 → ${first}`)
      expect(slack.user(asked).window).toContain(String(first))
      await slack.user(asked).submit({ keep: 'mine' })
      expect(await values()).toEqual([first, Number(theirs)])
    }
  })

  it('sent twice have one effect, at the same moment or later', async () => {
    await bothOpen()
    const thrice = await Promise.all([1, 2, 3].map(() => slack.user('kai').submit({ value: '+50' })))
    expect(thrice.filter(({ body }) => body !== '')).toHaveLength(1)
    expect(await wire.again()).toBe(200)
    expect(await values()).toEqual([50])

    await slack.user('ben').submit({ value: '42' })
    const chosen = await Promise.all([1, 2, 3].map(() => slack.user('ben').submit({ keep: 'mine' })))
    expect(chosen.filter(({ body }) => body !== '')).toHaveLength(1)
    expect(await wire.again()).toBe(200)
    expect(await values()).toEqual([50, 42])
  })
})
