import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { ChannelClosed, InstallationBroken, PersonUnreachable, PlatformBusy } from '../../../src/errors.ts'
import { startFakeSlack } from '../../support/slack/fake-slack.ts'
import { post, type Served, serveSlack, until } from './served.ts'

let house: Served
beforeEach(async () => {
  house = await serveSlack()
})
afterEach(async () => {
  await house.close()
})

describe('a post that cannot arrive', () => {
  it('because its reader is deactivated is not taken for delivered', async () => {
    await house.slack.change('mei', { deleted: true })

    await expect(house.platform.post(post({ to: { person: 'UMEI' } }))).rejects.toBeInstanceOf(PersonUnreachable)
    expect(house.slack.calls('chat.postMessage')).toEqual([])
  })

  it('because nobody has that id is not tried', async () => {
    await expect(house.platform.post(post({ to: { person: 'UGHOST' } }))).rejects.toBeInstanceOf(PersonUnreachable)
  })

  it('because its reader left after we looked is found out by the event', async () => {
    await house.platform.post(post({ to: { person: 'UMEI' } }))
    await house.slack.change('mei', { deleted: true })

    await expect(house.platform.post(post({ to: { person: 'UMEI' } }))).rejects.toBeInstanceOf(PersonUnreachable)
  })

  it('because the channel is archived says so', async () => {
    await house.slack.archive('general')

    await expect(house.platform.post(post())).rejects.toBeInstanceOf(ChannelClosed)
  })

  it.each([{ private: true, hasBot: false }, { hasBot: false }])(
    'because the bot is not in the channel says so: %j',
    async (room) => {
      house.slack.addChannel('closed', room)

      await expect(house.platform.post(post({ to: { channel: 'CCLOSED' } }))).rejects.toBeInstanceOf(ChannelClosed)
    },
  )

  it.each([
    ['user_disabled', { person: 'UMEI' }, PersonUnreachable],
    ['channel_not_found', { person: 'UMEI' }, PersonUnreachable],
    ['channel_not_found', { channel: 'CGENERAL' }, ChannelClosed],
    ['restricted_action', { channel: 'CGENERAL' }, ChannelClosed],
    ['account_inactive', { channel: 'CGENERAL' }, InstallationBroken],
    ['invalid_auth', { channel: 'CGENERAL' }, InstallationBroken],
    ['missing_scope', { channel: 'CGENERAL' }, InstallationBroken],
    ['message_limit_exceeded', { channel: 'CGENERAL' }, InstallationBroken],
    ['ratelimited', { channel: 'CGENERAL' }, PlatformBusy],
  ])('because of %s to %j is the right kind of trouble', async (error, to, kind) => {
    house.slack.fault('chat.postMessage', { error })

    await expect(house.platform.post(post({ to }))).rejects.toBeInstanceOf(kind)
  })

  it.each(['internal_error', 'fatal_error', 'service_unavailable', 'request_timeout'])(
    'because of %s is worth another try',
    async (error) => {
      house.slack.fault('chat.postMessage', { error })

      const failure = await house.platform.post(post()).catch((reason: unknown) => reason)

      for (const kind of [PersonUnreachable, ChannelClosed, PlatformBusy, InstallationBroken])
        expect(failure).not.toBeInstanceOf(kind)
      await expect(house.platform.post(post())).resolves.toContain('CGENERAL')
    },
  )

  it('because Slack is busy says for how long, at once, and is not tried again behind our back', async () => {
    house.slack.fault('chat.postMessage', { retryAfter: 47 })

    const busy = await house.platform.post(post()).catch((reason: unknown) => reason)

    expect(busy).toBeInstanceOf(PlatformBusy)
    expect(busy).toMatchObject({ retryAfterSeconds: 47 })
    expect(house.slack.calls('chat.postMessage')).toHaveLength(1)
  })

  it('in one workspace does not hold up another', async () => {
    const other = await serveSlack({ slack: await startFakeSlack('T0OTHER') })
    house.slack.fault('chat.postMessage', { retryAfter: 60, times: 100 })

    const [here, there] = await Promise.allSettled([
      house.platform.post(post()),
      other.platform.post(post({ installation: 'T0OTHER' })),
    ])

    expect([here.status, there.status]).toEqual(['rejected', 'fulfilled'])
    await other.close()
  })

  it('because our token is for another workspace is not sent there', async () => {
    await until(() => house.platform.linkTo(JSON.stringify({ channel: 'C', ts: '1.2' })) !== null)

    await expect(house.platform.post(post({ installation: 'T0OTHER' }))).rejects.toBeInstanceOf(InstallationBroken)
    expect(await house.platform.trouble()).toBeNull()
  })
})
