import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { type TestDatabase, testDatabase } from '../support/database.ts'
import { type Product, startProduct } from '../support/product.ts'
import { hasRedis, startRedis, type TestRedis } from '../support/redis.ts'
import { type FakeSlack, startFakeSlack } from '../support/slack/fake-slack.ts'
import { read } from '../support/slack/reading.ts'

describe.skipIf(!hasRedis())('a company on Slack, with one web process, two workers, PostgreSQL and Redis', () => {
  let slack: FakeSlack
  let database: TestDatabase
  let redis: TestRedis
  const processes: Product[] = []
  const web = () => processes[0]?.url ?? ''
  const clock = async (how: object) => {
    const response = await fetch(`${web()}/dev/clock`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify(how),
    })
    return { status: response.status, body: await response.json() }
  }

  beforeAll(async () => {
    slack = await startFakeSlack()
    slack.addUser('ana', { is_admin: true, tz: 'Europe/Berlin' })
    slack.addUser('ben', { tz: 'America/New_York' })
    slack.addUser('mei', { tz: 'Asia/Shanghai', locale: 'zh-CN' })
    slack.addUser('guest', { is_restricted: true })
    slack.addChannel('team')
    database = await testDatabase()
    redis = await startRedis()
    const env = {
      DATABASE_URL: database.url,
      REDIS_URL: redis.url,
      SLACK_BOT_TOKEN: slack.botToken,
      SLACK_SIGNING_SECRET: slack.signingSecret,
      SLACK_API_URL: slack.apiUrl,
      DEV_CLOCK: '1',
    }
    for (const ROLE of ['web', 'worker', 'worker']) processes.push(await startProduct({ ...env, ROLE }))
    slack.deliverTo(web())
  })
  afterAll(async () => {
    for (const product of processes) await product.end('SIGTERM')
    await redis?.close()
    await slack?.close()
    await database?.close()
  })

  it('sets up a stand-up in a window and says when it will ask', async () => {
    await slack.user('ana').command('/standup', 'new', { in: 'team' })
    await slack.user('ana').opensForm()
    await slack.user('ana').submit({ name: 'Daily', participants: ['ana', 'ben', 'mei'], timeZone: 'Europe/Berlin' })

    await expect.poll(() => slack.user('ana').window).toContain('Daily')
  })

  it('refuses a guest as a participant and keeps the window open', async () => {
    slack.user('ana').closeView()
    await slack.user('ana').command('/standup', 'new', { in: 'team' })
    await slack.user('ana').opensForm()
    await slack.user('ana').submit({ name: 'Weekly', participants: ['ana', 'guest'] })

    await expect.poll(() => Object.values(slack.user('ana').view?.errors ?? {}).join()).toMatch(/guest/i)
  })

  it('asks in the channel and everybody in their own language, once', async () => {
    slack.user('ana').closeView()
    expect((await clock({ next: true })).status).toBe(200)

    await expect.poll(() => slack.channel('team').map(read).join()).toContain('Daily')
    await slack.user('mei').sees('回答')
    await slack.user('ben').sees('Answer')
    expect(slack.user('ben').dms).toHaveLength(1)
  })

  it('takes answers from a window and from a direct message, and keeps the card up to date', async () => {
    await slack.user('ben').press('Answer', slack.user('ben').dms[0])
    const { view } = await slack.user('ben').opensForm()
    const [first] = (view.blocks as { type: string; block_id: string }[]).filter(({ type }) => type === 'input')
    await slack.user('ben').submit({ [first?.block_id ?? '']: 'Shipped <!channel> & <script>' })
    for (const words of ['写完了报告', '评审', '无']) await slack.user('mei').dm(words)

    await expect.poll(() => read(slack.channel('team')[0])).toMatch(/2.*3/)
  })

  it('posts one digest under the card with what people wrote as they wrote it', async () => {
    await clock({ next: true })
    await clock({ next: true })

    await expect.poll(() => slack.channel('team')).toHaveLength(2)
    const [card, digest] = slack.channel('team')
    expect(digest?.thread).toBe(card?.ts)
    expect(read(digest)).toContain('Shipped <!channel> & <script>')
    expect(read(digest)).toContain('写完了报告')
  })

  it('takes somebody out who was deactivated, and tells the lead', async () => {
    await slack.change('ben', { deleted: true })

    await slack.user('ana').sees('ben is no longer here')
  })

  it('pauses when the channel is archived, and tells the lead', async () => {
    await slack.archive('team')

    await expect.poll(() => slack.user('ana').dms.map(read).join('\n')).toMatch(/paused/i)
  })

  it('never sent what Slack would refuse', () => {
    expect(slack.problems).toEqual([])
  })
})
