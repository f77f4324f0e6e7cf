import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { startFakeSlack } from '../../support/slack/fake-slack.ts'
import { type Served, serveSlack, until } from './served.ts'

let house: Served
beforeEach(async () => {
  house = await serveSlack()
})
afterEach(async () => {
  await house.close()
})

describe('a change in the workspace', () => {
  it('of a person reaches the router as a profile', async () => {
    await house.slack.change('mei', { deleted: true })

    expect(house.router.notices).toEqual([
      {
        platform: 'slack',
        installation: 'T0FAKE',
        kind: 'person-changed',
        profile: {
          externalId: 'UMEI',
          name: 'mei',
          email: 'mei@example.com',
          timeZone: 'Asia/Shanghai',
          locale: 'zh-CN',
          kind: 'person',
          active: false,
          administrator: false,
        },
      },
    ])
  })

  it('of a person in an event that leaves out the language asks Slack for it', async () => {
    await house.slack.event({ type: 'user_change', user: { id: 'UMEI', team_id: 'T0FAKE', tz: 'Asia/Tokyo' } })

    expect(house.router.notices[0]).toMatchObject({ profile: { locale: 'zh-CN', name: 'mei' } })
  })

  it.each([
    [
      { type: 'channel_archive', channel: 'CGENERAL' },
      { kind: 'channel-closed', channel: 'CGENERAL' },
    ],
    [
      { type: 'channel_deleted', channel: 'CGENERAL' },
      { kind: 'channel-closed', channel: 'CGENERAL' },
    ],
    [
      { type: 'member_left_channel', user: 'UBOT', channel: 'CGENERAL' },
      { kind: 'channel-closed', channel: 'CGENERAL' },
    ],
    [
      { type: 'channel_rename', channel: { id: 'CGENERAL', name: 'all' } },
      { kind: 'channel-renamed', channel: 'CGENERAL', name: 'all' },
    ],
  ])('of a channel reaches the router: %j', async (event, notice) => {
    await house.slack.event(event)

    expect(house.router.notices).toEqual([{ platform: 'slack', installation: 'T0FAKE', ...notice }])
  })

  it('by which a person leaves a channel is none of ours', async () => {
    await house.slack.event({ type: 'member_left_channel', user: 'UMEI', channel: 'CGENERAL' })

    expect(house.router.notices).toEqual([])
  })

  it.each([[['app_uninstalled', 'tokens_revoked']], [['tokens_revoked', 'app_uninstalled']]])(
    'by which we are removed is told and shown as trouble, in either order: %j',
    async (types) => {
      await until(() => house.slack.calls('auth.test').length > 0)
      for (const type of types) await house.slack.event({ type, tokens: { bot: ['UBOT'] } })

      expect(house.router.notices.map(({ kind }) => kind)).toEqual(['uninstalled', 'uninstalled'])
      expect(await house.platform.trouble()).toMatch(/removed|revoked/)
    },
  )

  it('by which only somebody’s own token is revoked is none of ours', async () => {
    await house.slack.event({ type: 'tokens_revoked', tokens: { oauth: ['UMEI'] } })

    expect(house.router.notices).toEqual([])
  })
})

describe('at start', () => {
  it('ten thousand people are not read', async () => {
    const slack = await startFakeSlack()
    for (let n = 0; n < 10_000; n++) slack.addUser(`person${n}`)
    const busy = await serveSlack({ slack })

    await until(() => slack.calls('auth.test').length > 0)

    expect(slack.state.calls.map(({ method }) => method)).toEqual(['auth.test'])
    await busy.close()
  })
})
