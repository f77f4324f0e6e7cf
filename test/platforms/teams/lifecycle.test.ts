import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { ChannelClosed, InstallationBroken, PersonUnreachable, PlatformBusy } from '../../../src/errors.ts'
import { TEAM } from '../../support/teams/fake-roster.ts'
import { BOT, TENANT } from '../../support/teams/fake-teams.ts'
import { SILENCE } from '../../support/teams/wire-words.ts'
import { card, withButton } from '../contract/samples.ts'
import { openTeamsStage, type TeamsStage } from '../contract/teams-stage.ts'

let stage: TeamsStage
beforeAll(async () => {
  stage = await openTeamsStage()
})
beforeEach(() => stage.reset())
afterAll(() => stage.close())

const noticed = () => stage.door.notices.filter(({ kind }) => kind !== 'hearing')

describe('somebody who adds Drumbeat', () => {
  it('is welcomed in their language, with three buttons that do something', async () => {
    await stage.teams.deliver('29:mei', { type: 'installationUpdate', action: 'add' })

    const [welcome] = await stage.mei.privately()
    expect(welcome?.words).toContain('让运营有节奏')
    for (const { label } of welcome?.buttons ?? []) await stage.mei.press(label)
    expect(stage.door.received.map(({ what }) => what)).toEqual([
      { kind: 'press', action: 'router.run', value: 'standup new' },
      { kind: 'press', action: 'router.run', value: 'ops me' },
      { kind: 'press', action: 'router.run', value: 'ops help' },
    ])
  })

  it('is welcomed once, also when Teams says it twice at once', async () => {
    const added = { type: 'installationUpdate', action: 'add', id: 'f:1' }
    await Promise.all([1, 2].map(() => stage.teams.deliver('29:mei', added)))

    expect(await stage.mei.privately()).toHaveLength(1)
  })

  it('cannot be reached after taking it away, and again after adding it once more', async () => {
    await stage.teams.deliver('29:mei', { type: 'installationUpdate', action: 'remove' })
    await expect(stage.post(card('Hello'), { to: { person: '29:mei' } })).rejects.toThrow(PersonUnreachable)

    await stage.teams.deliver('29:mei', { type: 'installationUpdate', action: 'add' })
    await stage.post(card('Hello'), { to: { person: '29:mei' } })
    expect((await stage.mei.direct()).map(({ words }) => words)).toEqual(['Hello'])
  })
})

it('who asks in a channel and has not added Drumbeat is told so there, and nothing else', async () => {
  stage.door.answers = () => ({ kind: 'card', card: card('Only for you') })
  stage.teams.refusals.push({ status: 403, code: 'BotNotInConversationRoster' })
  await stage.mira.command('/standup list', 'room')

  expect((await stage.mira.room()).map(({ words }) => words)).toEqual([
    'Mira Falkenrath, I cannot write to you privately yet. Add Drumbeat under “Apps” in Teams, then ask again.',
  ])
})

it('a press there is done all the same, and its answer says where to add Drumbeat', async () => {
  await stage.post(withButton('Answer', 'standup.answer'))
  stage.door.answers = () => ({ kind: 'card', card: card('Only for you') })
  stage.teams.refusals.push({ status: 403, code: 'BotNotInConversationRoster' })
  await stage.mei.press('Answer')

  expect([stage.door.received.length, stage.status()]).toEqual([1, 200])
  expect((await stage.mira.room()).at(-1)?.words).toContain('添加 Drumbeat')
})

describe('a channel', () => {
  const changed = (eventType: string, name: string, id: string) =>
    stage.teams.deliver(
      '29:mira',
      {
        type: 'conversationUpdate',
        channelData: { tenant: { id: TENANT }, eventType, channel: { id, name }, team: { id: '19:team@thread.tacv2' } },
      },
      { room: id },
    )

  it('that is renamed is known by its new name', async () => {
    stage.door.notices.length = 0
    const { id } = stage.otherRoom
    await changed('channelRenamed', 'customers', id)

    expect(noticed()).toEqual([
      { platform: 'teams', installation: TENANT, kind: 'channel-renamed', channel: id, name: 'customers' },
    ])
    expect(await stage.platform.channelOf(TENANT, id)).toMatchObject({ name: 'customers' })
  })

  it('that is deleted is closed, and one that is heard of again is open again', async () => {
    stage.door.notices.length = 0
    const { id } = stage.otherRoom
    await changed('channelDeleted', 'customers', id)

    expect(noticed()).toEqual([{ platform: 'teams', installation: TENANT, kind: 'channel-closed', channel: id }])
    await expect(stage.post(card('Hello'), { to: { channel: id } })).rejects.toThrow(ChannelClosed)
    await stage.teams.deliver('29:mira', { type: 'conversationUpdate', membersAdded: [] }, { room: id })
    expect(await stage.platform.channelOf(TENANT, id)).toMatchObject({ open: true })
  })

  it('goes with its team when that is archived', async () => {
    stage.door.notices.length = 0
    await changed('teamArchived', 'general', stage.room.id)

    expect(noticed().map((notice) => ('channel' in notice ? notice.channel : ''))).toEqual(
      expect.arrayContaining([stage.room.id, stage.otherRoom.id, stage.closed.channel]),
    )
    for (const { id } of [stage.room, stage.otherRoom])
      await stage.teams.deliver('29:mira', { type: 'conversationUpdate', membersAdded: [] }, { room: id })
  })
})

describe('a team', () => {
  const told = (what: object) =>
    stage.teams.deliver('29:mira', { type: 'conversationUpdate', ...what }, { room: stage.room.id })
  const event = (eventType: string) => ({
    channelData: {
      tenant: { id: TENANT },
      eventType,
      team: { id: TEAM, name: 'Acme' },
      channel: { id: '19:general@thread.tacv2' },
    },
  })
  const open = () =>
    Promise.all([stage.room, stage.otherRoom].map(async ({ id }) => (await stage.platform.channelOf(TENANT, id))?.open))

  it.each([
    ['that Drumbeat is taken from and added to again', { membersRemoved: [BOT] }, { membersAdded: [BOT] }],
    ['that is archived, and no more', event('teamArchived'), event('teamUnarchived')],
    ['that is deleted and restored', event('teamDeleted'), event('teamRestored')],
  ])('%s closes all its channels and opens them', async (_which, away, back) => {
    stage.door.notices.length = 0
    await told(away)
    const then = await open()
    const closed = noticed().flatMap((notice) => (notice.kind === 'channel-closed' ? [notice.channel] : []))
    await told(back)

    expect(then).toEqual([false, false])
    expect(closed).toEqual(expect.arrayContaining([stage.room.id, stage.otherRoom.id]))
    expect(await open()).toEqual([true, true])
  })
})

it('while an answer hangs at the connector, others get theirs, and the process goes on', async () => {
  await stage.post(withButton('Answer', 'standup.answer'))
  stage.door.answers = () => ({ kind: 'card', card: card('Only for you') })
  stage.teams.refusals.push({ status: SILENCE, code: '' })
  const hanging = stage.mira.command('/standup list', 'room')
  await expect.poll(() => stage.teams.refusals).toEqual([])
  const before = Date.now()
  await stage.mei.press('Answer')
  expect((await stage.mei.privately()).map(({ words }) => words)).toEqual(['Only for you'])
  expect(Date.now() - before).toBeLessThan(2_000)

  await hanging
  expect([stage.status(), stage.log.some(({ line }) => line.includes('reached nobody'))]).toEqual([200, true])
})

describe('a connector that refuses', () => {
  const refusing = (status: number, code: string, retryAfter?: number) => {
    stage.teams.refusals.push({ status, code, ...(retryAfter !== undefined && { retryAfter }) })
    return stage.post(card('Hello'))
  }

  it.each([
    [429, 'TooManyRequests'],
    [412, 'PreconditionFailed'],
    [502, 'BadGateway'],
    [504, 'GatewayTimeout'],
  ])('with %d %s is busy, and tried again later', async (status, code) => {
    await expect(refusing(status, code)).rejects.toThrow(PlatformBusy)
  })

  it('is not tried again by everybody at the same moment', async () => {
    const waits = new Set<number>()
    for (let times = 0; times < 8; times++) {
      const error = await refusing(502, 'BadGateway').catch((refused: PlatformBusy) => refused)
      waits.add((error as PlatformBusy).retryAfterSeconds)
    }

    expect(waits.size).toBeGreaterThan(1)
    for (const seconds of waits) expect(seconds > 0 && seconds <= 20).toBe(true)
  })

  it('with 401 means that nothing gets through until an administrator has mended it', async () => {
    await expect(refusing(401, 'Unauthorized')).rejects.toThrow(InstallationBroken)
  })

  it('says how long to wait, and is asked once', async () => {
    stage.teams.calls.length = 0

    await expect(refusing(429, 'TooManyRequests', 17)).rejects.toMatchObject({ retryAfterSeconds: 17 })
    expect(stage.teams.calls).toHaveLength(1)
  })

  it.each([
    [403, 'BotNotInConversationRoster'],
    [403, 'BotDisabledByAdmin'],
    [403, 'MessageWritesBlocked'],
    [404, 'ConversationNotFound'],
  ])('with %d %s means that nobody is there', async (status, code) => {
    await expect(refusing(status, code)).rejects.toThrow(ChannelClosed)
  })

  it.each([
    [413, 'RequestEntityTooLarge'],
    [400, 'BadSyntax'],
  ])('a card with %d %s gets its words alone', async (status, code) => {
    await refusing(status, code)

    expect((await stage.mira.room()).map(({ words }) => words)).toEqual(['In short'])
    expect(stage.log.some(({ line }) => line.includes('does not take a card') && line.includes(String(status)))).toBe(
      true,
    )
  })

  it('a message that somebody has deleted stays deleted', async () => {
    const ref = await stage.post(card('Hello'))
    stage.teams.messages.length = 0

    await stage.update(ref, card('Hello again'))
    expect(await stage.mira.room()).toEqual([])
  })
})
