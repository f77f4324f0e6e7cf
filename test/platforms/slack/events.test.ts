import { readFile } from 'node:fs/promises'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { envelopeOf } from '../../support/slack/fake-slack.ts'
import { sendJson } from '../../support/slack/sending.ts'
import { type Served, serveSlack } from './served.ts'

let house: Served
beforeEach(async () => {
  house = await serveSlack()
})
afterEach(async () => {
  await house.close()
})

const recorded = async (name: string) =>
  JSON.parse(await readFile(`test/support/payloads/slack-event-${name}.json`, 'utf8')).payload

describe('a message', () => {
  it('written to the bot directly reaches the router as it was written', async () => {
    const { status } = await house.slack.user('mei').dm('做完了 &lt;b&gt; <@UBEN|ben> <!channel>')

    expect(status).toBe(200)
    expect(house.router.received[0]).toMatchObject({
      from: 'UMEI',
      what: { kind: 'message', text: '做完了 <b> <@UBEN> @channel' },
    })
    expect(house.router.received[0]).not.toHaveProperty('channel')
  })

  it('that mentions the bot in a channel reaches it without the mention', async () => {
    await house.slack.user('mei').mention('general', 'what is next?')

    expect(house.router.received[0]).toMatchObject({
      channel: 'CGENERAL',
      what: { kind: 'message', text: 'what is next?' },
    })
  })

  it('as Slack records a mention is understood', async () => {
    await sendJson(house.slack.wire, await recorded('app_mention'))

    expect(house.router.received[0]).toMatchObject({ installation: 'T111', receipt: 'event:Ev111', from: 'W222' })
  })

  it.each([
    ['of another bot', { bot_id: 'B1' }],
    ['of the bot itself', { user: 'UBOT' }],
    ['that is an edit', { subtype: 'message_changed', hidden: true }],
    ['that is a deletion', { subtype: 'message_deleted' }],
    ['that is a join', { subtype: 'channel_join' }],
    ['of an integration', { subtype: 'bot_message' }],
    ['without words', { text: ' ' }],
    ['in a channel where nobody asked us', { channel_type: 'channel' }],
  ])('%s is acknowledged and forgotten', async (_, more) => {
    const { status } = await house.slack.user('mei').dm('hello', more)

    expect(status).toBe(200)
    expect(house.router.received).toEqual([])
  })

  it.each(['thread_broadcast', 'file_share'])('of a person counts although Slack calls it %s', async (subtype) => {
    await house.slack.user('mei').dm('done', { subtype, surprise: { new: 'field' } })

    expect(house.router.received).toHaveLength(1)
  })

  it('that was edited, as Slack records it, is forgotten', async () => {
    const { status } = await sendJson(house.slack.wire, await recorded('message_changed'))

    expect(status).toBe(200)
    expect(house.router.received).toEqual([])
  })
})

describe('an event', () => {
  it('sent four times, to two processes, always has the same receipt', async () => {
    const other = await serveSlack()
    const event = envelopeOf(house.slack.state, {
      type: 'message',
      channel_type: 'im',
      user: 'UMEI',
      text: 'done',
      channel: 'DUMEI',
    })
    const again = { headers: { 'x-slack-retry-num': '1', 'x-slack-retry-reason': 'http_timeout' } }
    const elsewhere = { ...house.slack.wire, url: other.slack.wire.url, signingSecret: other.slack.signingSecret }

    await Promise.all([
      sendJson(house.slack.wire, event),
      sendJson(house.slack.wire, event, again),
      sendJson(elsewhere, event),
      sendJson(elsewhere, event, again),
    ])

    const receipts = [...house.router.received, ...other.router.received].map(({ receipt }) => receipt)
    expect(receipts).toEqual(Array(4).fill(`event:${event.event_id}`))
    await other.close()
  })

  it('is acknowledged only after it has been handled', async () => {
    let isHandled = false
    house.router.answer = async () => {
      await new Promise((resolve) => setTimeout(resolve, 300))
      isHandled = true
      return { kind: 'nothing' }
    }

    await house.slack.user('mei').dm('done')

    expect(isHandled).toBe(true)
  })

  it('that could not be handled is not acknowledged, so that Slack sends it again', async () => {
    house.router.answer = () => {
      throw new Error('database is gone')
    }

    const { status } = await house.slack.user('mei').dm('done')

    expect(status).toBe(500)
    expect(house.log.join()).not.toContain('done"')
  })

  it.each(['reaction_added', 'some_new_event'])(
    'of a kind that means nothing here (%s) is acknowledged',
    async (type) => {
      const { status } = await house.slack.event({ type, user: 'UMEI' })

      expect(status).toBe(200)
      expect(house.router.notices).toEqual([])
    },
  )

  it('of a shared channel belongs to the workspace where the app is installed', async () => {
    await house.slack.event(
      { type: 'app_mention', user: 'UFAR', text: '<@UBOT> hi', channel: 'CGENERAL' },
      { team_id: 'T999' },
    )

    expect(house.router.received[0]?.installation).toBe('T0FAKE')
  })

  it('of one enterprise’s two workspaces tells which, unless the app is the whole enterprise’s', async () => {
    const mention = { type: 'app_mention', user: 'UMEI', text: '<@UBOT> hi', channel: 'CGENERAL' }
    const authorizations = (team_id: string, is_enterprise_install: boolean) => ({
      authorizations: [{ enterprise_id: 'E1', team_id, user_id: 'UBOT', is_bot: true, is_enterprise_install }],
    })

    await house.slack.event(mention, authorizations('T1', false))
    await house.slack.event(mention, authorizations('T2', false))
    await house.slack.event(mention, authorizations('T2', true))

    expect(house.router.received.map(({ installation }) => installation)).toEqual(['T1', 'T2', 'E1'])
  })
})
