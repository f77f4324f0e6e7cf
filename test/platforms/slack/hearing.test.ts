import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { startFakeSlack } from '../../support/slack/fake-slack.ts'
import { post, type Served, serveSlack, until } from './served.ts'

let house: Served
beforeEach(async () => {
  house = await serveSlack()
  await until(() => house.router.hearing.length > 0)
})
afterEach(async () => {
  await house.close()
})

const say = (text: string, more: object = {}) => house.slack.user('mei').say('general', text, { ...more })
const heard = () => house.router.received.map(({ what }) => (what.kind === 'overheard' ? what.message.text : what.kind))

describe('what is said in a channel', () => {
  it('is overheard without asking Slack about anybody', async () => {
    const { status } = await say('A customer &lt;complains&gt; about <@UBEN|ben>')

    expect(status).toBe(200)
    const [message] = house.slack.channel('general')
    expect(house.router.received).toEqual([
      {
        ...{ platform: 'slack', installation: 'T0FAKE', receipt: expect.stringMatching(/^event:Ev/) },
        ...{ from: 'UMEI', channel: 'CGENERAL' },
        what: {
          kind: 'overheard',
          message: {
            ...{ id: message?.ts, text: 'A customer <complains> about <@UBEN>', author: 'UMEI' },
            link: `https://t0fake.slack.com/archives/CGENERAL/p${message?.ts.replace('.', '')}`,
          },
        },
      },
    ])
    expect(house.slack.calls('users.info')).toEqual([])
    expect(house.slack.calls('conversations.info')).toEqual([])
  })

  it.each([
    ['of another bot', { bot_id: 'B1' }],
    ['of an app', { app_id: 'A1' }],
    ['of the bot itself', { user: 'UBOT' }],
    ['that is an edit', { subtype: 'message_changed', hidden: true }],
    ['that is a deletion', { subtype: 'message_deleted' }],
    ['that is a join', { subtype: 'channel_join' }],
    ['of an integration', { subtype: 'bot_message' }],
    ['in a thread', { thread_ts: '1583630000.000100' }],
    ['in a thread and shown in the channel', { thread_ts: '1583630000.000100', subtype: 'thread_broadcast' }],
    ['in a private channel', { channel_type: 'group' }],
    ['among a few', { channel_type: 'mpim' }],
    ['without words', { text: ' ' }],
    ['that mentions us', { text: 'Hello <@UBOT>' }],
    ['that mentions us by name', { text: 'Hello <@UBOT|drumbeat>' }],
  ])('but not %s', async (_, more) => {
    const { status } = await say('A customer complains', more)

    expect(status).toBe(200)
    expect(house.router.received).toEqual([])
  })

  it('is overheard when a file came with it, and when others reply to it', async () => {
    await say('Look at this', { subtype: 'file_share' })
    await say('And this', { ts: '1583630000.000100', thread_ts: '1583630000.000100' })

    expect(heard()).toEqual(['Look at this', 'And this'])
  })

  it('that could not be stored is not acknowledged, so that Slack tells it again', async () => {
    house.router.answer = () => {
      throw new Error('database is gone')
    }

    expect((await say('A customer complains')).status).toBe(500)
    expect(house.log.join()).not.toContain('complains')
  })
})

describe('the right to hear', () => {
  const notices = (of: Served = house) =>
    of.router.hearing.flatMap((notice) => (notice.kind === 'hearing' ? [notice.hears] : []))

  async function declined() {
    const slack = await startFakeSlack()
    slack.state.scopes = ['chat:write']
    const served = await serveSlack({ slack })
    await until(() => notices(served).length === 1)
    return served
  }

  it('is told once Slack has said what we were granted', async () => {
    await until(() => notices().length > 0)

    expect(notices()).toEqual([true])
    expect(house.router.hearing[0]).toMatchObject({ platform: 'slack', installation: 'T0FAKE' })
  })

  it('is told to be missing when it was declined', async () => {
    const served = await declined()

    expect(notices(served)).toEqual([false])
    await served.close()
  })

  it('is told anew when Slack lets us in again', async () => {
    const served = await declined()
    served.slack.state.scopes = ['chat:write', 'channels:history']
    served.slack.fault('chat.postMessage', { error: 'account_inactive' })

    await expect(served.platform.post(post())).rejects.toThrow('account_inactive')

    await until(() => notices(served).length === 2)
    expect(notices(served)).toEqual([false, true])
    await served.close()
  })

  it('is told as soon as something is heard, if it was given without a new start', async () => {
    const served = await declined()
    served.slack.state.scopes = ['chat:write', 'channels:history']

    for (const text of ['One', 'Two']) await served.slack.user('mei').say('general', text)

    await until(() => notices(served).length === 2)
    expect(notices(served)).toEqual([false, true])
    await served.close()
  })

  it('is told again until it has been noted', async () => {
    const slack = await startFakeSlack()
    const served = await serveSlack({ slack })
    await until(() => notices(served).length === 1)
    let tries = 0
    served.router.notice = async () => {
      tries++
      if (tries === 1) throw new Error('database is gone')
    }

    slack.fault('chat.postMessage', { error: 'account_inactive' })
    await expect(served.platform.post(post())).rejects.toThrow('account_inactive')

    await until(() => tries === 2)
    expect(await served.platform.trouble()).toBeNull()
    await served.close()
  })
})
