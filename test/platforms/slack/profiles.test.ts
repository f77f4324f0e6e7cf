import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { type Served, serveSlack } from './served.ts'

let house: Served
beforeAll(async () => {
  house = await serveSlack()
})
afterAll(async () => {
  await house.close()
})

const profileOf = (id: string) => house.platform.profileOf('T0FAKE', id)

describe('a profile', () => {
  it('holds what Slack knows of a person', async () => {
    house.slack.addUser('ada', { is_admin: true, tz: 'America/Indiana/Knox' })

    expect(await profileOf('UADA')).toEqual({
      externalId: 'UADA',
      name: 'ada',
      email: 'ada@example.com',
      timeZone: 'America/Indiana/Knox',
      locale: 'en',
      kind: 'person',
      active: true,
      administrator: true,
    })
  })

  it.each([
    ['a bot', { is_bot: true }, 'bot'],
    ['somebody with limited rights', { is_restricted: true }, 'guest'],
    ['a stranger in a shared channel', { is_stranger: true }, 'guest'],
    ['somebody of another workspace', { team_id: 'T999' }, 'guest'],
  ])('of %s says so', async (_, more, kind) => {
    house.slack.addUser('other', more)

    expect(await profileOf('UOTHER')).toMatchObject({ kind })
  })

  it.each(['', 'Mars/Base'])('with no usable zone (%j) falls back to UTC', async (tz) => {
    house.slack.addUser('lost', { tz })

    expect(await profileOf('ULOST')).toMatchObject({ timeZone: 'UTC' })
  })

  it('of a deactivated account is not active', async () => {
    house.slack.addUser('gone', { deleted: true })

    expect(await profileOf('UGONE')).toMatchObject({ active: false })
  })

  it('of nobody is null', async () => {
    expect(await profileOf('UNOBODY')).toBeNull()
  })
})

describe('a channel', () => {
  it.each([
    ['is open where the bot is', {}, { name: 'room', open: true }],
    ['is closed where the bot has not been invited', { hasBot: false }, { open: false }],
    ['is unknown when it is private and without the bot', { private: true, hasBot: false }, null],
  ])('%s', async (_, room, expected) => {
    house.slack.addChannel('room', room)

    const channel = await house.platform.channelOf('T0FAKE', 'CROOM')

    if (expected) expect(channel).toMatchObject({ externalId: 'CROOM', ...expected })
    else expect(channel).toBeNull()
  })

  it('is closed once it is archived', async () => {
    house.slack.addChannel('old')
    await house.slack.archive('old')

    expect(await house.platform.channelOf('T0FAKE', 'COLD')).toMatchObject({ open: false })
  })
})
