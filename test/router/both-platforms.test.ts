import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { noteCard } from '../../src/chat/note-card.ts'
import { PersonUnreachable } from '../../src/errors.ts'
import type { Reply } from '../../src/flow.ts'
import { flows } from '../../src/flows.ts'
import { say } from '../../src/outbox/say.ts'
import type { News, PlatformName, Profile } from '../../src/platform.ts'
import { act } from '../../src/world.ts'
import { atOnce } from '../people/at-once.ts'
import { cardOf, formOf, type House, openHouse } from '../support/house.ts'
import { type RememberingChat, rememberingChat } from '../support/remembering-chat.ts'
import { wordsOf } from '../support/words.ts'

type Chat = 'slack' | 'teams'
let house: House
let chats: Record<Chat, RememberingChat>
let count = 0

/** One company that uses two chat products. */
beforeEach(async () => {
  house = await openHouse({ flows, now: '2026-03-02T08:00:00Z', people: [], channels: [] })
  chats = { slack: named('slack'), teams: named('teams') }
  Object.assign(house.world, { platforms: new Map(Object.entries(chats)) })
})
afterEach(() => house.close())

const named = (name: PlatformName): RememberingChat => Object.assign(rememberingChat(house.now), { name })

function meet(chat: Chat, id: string, about: Partial<Profile> = {}): void {
  const profile = { externalId: id, name: id, timeZone: 'Europe/Berlin', locale: 'en', kind: 'person', active: true }
  chats[chat].people.set(id, { ...profile, administrator: false, ...about } as Profile)
  chats[chat].channels.set('general', { name: 'general', open: true })
}
async function asks(chat: Chat, from: string, text: string): Promise<Reply> {
  const [flow = '', ...rest] = text.split(' ')
  const what = { kind: 'command' as const, flow, text: rest.join(' ') }
  const inbound = {
    platform: chat,
    installation: `acme-${chat}`,
    receipt: `r${++count}`,
    from,
    channel: 'general',
    what,
  }
  const { reply } = await house.door.receive(inbound)
  await house.settle()
  return reply
}
async function presses(chat: Chat, from: string, reply: Reply): Promise<Reply> {
  const button = cardOf(reply).blocks.flatMap((block) => (block.kind === 'buttons' ? block.buttons : []))[0]
  const what = { kind: 'press' as const, action: button?.action ?? '', value: button?.value ?? '' }
  const inbound = { platform: chat, installation: `acme-${chat}`, receipt: `r${++count}`, from, what }
  const answer = await house.door.receive(inbound)
  await house.settle()
  return answer.reply
}
/** Somebody in Teams fills in the form behind a command. */
async function fills(
  from: string,
  { command, values, people }: { command: string; values: Record<string, string | string[]>; people: string[] },
): Promise<void> {
  const form = formOf(await asks('teams', from, command))
  const preset = form.fields.flatMap((field) => {
    const value = 'value' in field ? field.value : 'values' in field ? field.values : undefined
    return value ? [[field.name, value]] : []
  })
  const what = {
    ...{ kind: 'submission' as const, form: form.id, context: form.context ?? '' },
    ...{ values: { ...Object.fromEntries(preset), ...values }, people, channels: ['channel'] },
  }
  const inbound = { platform: 'teams' as const, installation: 'acme-teams', receipt: `r${++count}`, from, what }
  const { reply } = await house.door.receive(inbound)
  expect(reply).not.toHaveProperty('errors')
  await house.settle()
}
const said = async (chat: Chat, from: string, text: string) => wordsOf(cardOf(await asks(chat, from, text)))
const people = () => house.db.member.findMany({ where: { leftAt: null }, include: { identities: true } })
const toldOn = (chat: Chat) => chats[chat].messages.filter(({ place }) => place.startsWith('@'))

it('is one workspace, and people of one e-mail address are one person', async () => {
  meet('slack', 'U1', { name: 'Ana', email: 'Ana@acme.example' })
  meet('teams', '29:1', { name: 'Ana Lima', email: 'ana@ACME.example' })
  meet('teams', '29:2', { name: 'Ben', email: 'ben@acme.example' })
  for (const [chat, who] of [
    ['slack', 'U1'],
    ['teams', '29:1'],
    ['teams', '29:2'],
  ] as const)
    await asks(chat, who, 'ops help')

  expect(await house.db.workspace.count({ where: { installations: { some: {} } } })).toBe(2)
  const known = (await people()).map(({ name, timeZone, identities }) => [name, timeZone, identities.length])
  expect(known.sort()).toEqual([
    ['Ana', 'Europe/Berlin', 2],
    ['Ben', 'Europe/Berlin', 1],
  ])
})

it('somebody lives where the chat that spoke last says, and is called as the first one says', async () => {
  const at = (timeZone: string, name: string) => ({ name, email: 'ana@acme.example', timeZone })
  const ana = async () => (await people()).map(({ name, timeZone }) => [name, timeZone])
  meet('slack', 'U1', at('Europe/Berlin', 'Ana'))
  await asks('slack', 'U1', 'ops help')
  meet('teams', '29:1', at('America/New_York', 'Ana Lima'))
  await asks('teams', '29:1', 'ops help')
  expect(await ana()).toEqual([['Ana', 'America/New_York']])

  const news = (chat: Chat, profile: News) =>
    house.door.notice({ platform: chat, installation: `acme-${chat}`, kind: 'person-changed', profile })
  await news('teams', { externalId: '29:1', timeZone: 'Asia/Tokyo' })
  expect(await ana()).toEqual([['Ana', 'Asia/Tokyo']])
  await news('slack', { externalId: 'U1', name: 'Ana L.', timeZone: 'Europe/Lisbon' })
  await news('teams', { externalId: '29:1', name: 'Ana Lima' })
  expect(await ana()).toEqual([['Ana L.', 'Europe/Lisbon']])
})

it('founds one workspace for both, also at the same moment', async () => {
  meet('slack', 'U1', { email: 'ana@acme.example' })
  meet('teams', '29:1', { email: 'ana@acme.example' })
  await Promise.all([asks('slack', 'U1', 'ops help'), asks('teams', '29:1', 'ops help')])

  const installed = await house.db.installation.findMany({ where: { platform: { in: ['slack', 'teams'] } } })
  expect(new Set(installed.map(({ workspaceId }) => workspaceId)).size).toBe(1)
  expect((await people()).map(({ identities }) => identities.length)).toEqual([2])
})

it('tells people where they were last active', async () => {
  meet('slack', 'U1', { email: 'ana@acme.example' })
  meet('teams', '29:1', { email: 'ana@acme.example' })
  meet('slack', 'U2', { name: 'Ben' })
  await asks('slack', 'U1', 'ops help')
  house.sleepUntil('2026-03-02T08:10:00Z')
  await asks('teams', '29:1', 'ops help')
  await asks('slack', 'U2', 'ops report <@U1>')
  expect([toldOn('slack').length, toldOn('teams').length]).toEqual([0, 1])

  house.sleepUntil('2026-03-02T08:20:00Z')
  await asks('slack', 'U1', 'ops help')
  await asks('slack', 'U2', 'ops report <@U1>')
  expect([toldOn('slack').length, toldOn('teams').length]).toEqual([1, 1])
})

describe('somebody who is known in both chats', () => {
  beforeEach(async () => {
    meet('slack', 'U1', { name: 'Ana', email: 'ana@acme.example' })
    meet('teams', '29:1', { email: 'ana@acme.example' })
    await asks('slack', 'U1', 'ops help')
    house.sleepUntil('2026-03-02T08:10:00Z')
    await asks('teams', '29:1', 'ops help')
  })

  const tell = async (key: string, text: string) => {
    const workspace = await house.db.workspace.findFirstOrThrow({ where: { members: { some: { name: 'Ana' } } } })
    const ana = await house.db.member.findFirstOrThrow({ where: { name: 'Ana', leftAt: null } })
    await act(house.world, workspace, (ctx) => say(ctx, { key, to: { person: ana.id }, card: noteCard('en', text) }))
    await house.settle()
  }
  const seenOn = (chat: Chat) => toldOn(chat).map(({ key, card }) => [key, wordsOf(card).trim()])
  const set = (broken: boolean) =>
    house.db.installation.updateMany({
      where: { platform: 'teams', externalId: 'acme-teams' },
      data: { brokenWhy: broken ? 'its secret is wrong' : null },
    })

  it('is told where they said, until they say otherwise', async () => {
    const form = formOf(await asks('teams', '29:1', 'ops me'))
    expect(form.fields.at(-1)).toMatchObject({
      name: 'chat',
      value: 'last',
      options: [{ value: 'last' }, { label: 'Slack' }, { label: 'Microsoft Teams' }],
    })

    expect(await said('teams', '29:1', 'ops me chat:SLACK')).toContain('Messages to you: Slack')
    await asks('teams', '29:1', 'ops help')
    await tell('ops/1', 'one')
    expect(await said('teams', '29:1', 'ops me chat:last')).toContain('Where you were last active')
    await tell('ops/2', 'two')

    expect(seenOn('slack')).toEqual([['ops/1', 'one']])
    expect(seenOn('teams')).toEqual([['ops/2', 'two']])
    expect(await said('teams', '29:1', 'ops me chat:pager')).toContain('“pager”')
  })

  it('sees a message change where it stands, wherever they have been active since', async () => {
    await tell('ops/1', 'one')
    await asks('slack', 'U1', 'ops me chat:slack')
    await tell('ops/1', 'one, changed')
    await tell('ops/2', 'two')

    expect(seenOn('teams')).toEqual([['ops/1', 'one, changed']])
    expect(seenOn('slack')).toEqual([['ops/2', 'two']])
  })

  it('is told in the other chat where the one takes no message to them', async () => {
    chats.teams.broken.set('@29:1', new PersonUnreachable('has blocked us'))
    await tell('ops/1', 'one')

    expect(seenOn('slack')).toEqual([['ops/1', 'one']])
    expect(await house.db.post.findFirst({ where: { key: 'ops/1' } })).toMatchObject({ state: 'delivered' })

    chats.slack.broken.set('@U1', new PersonUnreachable('is gone'))
    await tell('ops/2', 'two')
    expect(await house.db.post.findFirst({ where: { key: 'ops/2' } })).toMatchObject({ state: 'undeliverable' })
  })

  it('is told by the same sender, who is not taken for dead though the first chat took its time', async () => {
    const { post } = chats.slack
    let since = 0
    chats.teams.post = async () => {
      await house.db.$executeRaw`UPDATE "Post" SET "sendingSince" = now() - interval '25 seconds'`
      throw new PersonUnreachable('has blocked us')
    }
    chats.slack.post = async (message) => {
      const [row] = await house.db.$queryRaw<{ seconds: number }[]>`
        SELECT extract(epoch FROM now() - "sendingSince")::float8 AS "seconds" FROM "Post" WHERE "key" = 'ops/1'`
      since = row?.seconds ?? Number.POSITIVE_INFINITY
      return post(message)
    }
    await tell('ops/1', 'one')

    expect(seenOn('slack')).toEqual([['ops/1', 'one']])
    expect(since).toBeLessThan(20)
  })

  it('hears new things in the other chat while one is broken; what stands there changes when it is mended', async () => {
    await tell('ops/1', 'one')
    await set(true)
    await tell('ops/1', 'one, changed')
    await tell('ops/2', 'two')
    expect([seenOn('teams'), seenOn('slack')]).toEqual([[['ops/1', 'one']], [['ops/2', 'two']]])

    await set(false)
    await tell('ops/3', 'three')
    expect(seenOn('teams')).toEqual([
      ['ops/1', 'one, changed'],
      ['ops/3', 'three'],
    ])
  })
})

it('is left by somebody who has left both, and not by whoever has left one', async () => {
  meet('slack', 'U1', { email: 'ana@acme.example' })
  meet('teams', '29:1', { email: 'ana@acme.example' })
  await asks('slack', 'U1', 'ops help')
  await asks('teams', '29:1', 'ops help')
  const gone = (chat: Chat, id: string) => {
    const profile = { ...(chats[chat].people.get(id) as Profile), active: false }
    chats[chat].people.set(id, profile)
    return house.door.notice({ platform: chat, installation: `acme-${chat}`, kind: 'person-changed', profile })
  }

  await gone('slack', 'U1')
  expect((await people()).map(({ identities }) => identities.map(({ platform }) => platform))).toEqual([['teams']])
  await gone('teams', '29:1')
  expect(await people()).toEqual([])
})

it('joins two people by a code that works once, and what one had goes to the other', async () => {
  meet('slack', 'U1', { name: 'Ana', email: 'ana@acme.example' })
  meet('teams', '29:1', { name: 'Ana Lima', email: 'a.lima@acme.example' })
  meet('teams', '29:2', { name: 'Eve' })
  const values = { title: 'Our supplier fails', owner: '29:1', line: '1' }
  await fills('29:1', { command: 'risk new Our supplier fails', values, people: ['owner'] })

  const [, code = ''] = /link ([A-Z0-9]{10})/.exec(await said('slack', 'U1', 'ops link')) ?? []
  expect(await said('slack', 'U1', `ops link ${code}`)).toContain('your own')
  expect(await said('teams', '29:2', 'ops link AAAAAAAAAA')).toContain('not known')
  const asked = await asks('teams', '29:1', `ops link ${code.toLowerCase()}`)
  expect(wordsOf(cardOf(asked))).toContain('cannot be undone')
  expect(wordsOf(cardOf(await presses('teams', '29:1', asked)))).toContain('You are Ana in both chats')

  expect((await people()).map(({ name, identities }) => [name, identities.length]).sort()).toEqual([
    ['Ana', 2],
    ['Eve', 1],
  ])
  const ana = (await people()).find(({ name }) => name === 'Ana')
  expect(await house.db.risk.findMany({ select: { ownerId: true } })).toEqual([{ ownerId: ana?.id }])
  expect(await said('teams', '29:2', `ops link ${code}`)).toContain('not known')
  expect(await said('teams', '29:1', 'risk list mine')).toContain('R-1')
})

it('joins two people wherever they are named, and tells nobody that one has left', async () => {
  meet('slack', 'U1', { name: 'Ana' })
  for (const [id, name] of [
    ['29:1', 'Ana Lima'],
    ['29:2', 'Eve'],
  ] as const)
    meet('teams', id, { name })
  const daily = { name: 'Daily', participants: ['29:1', '29:2'], time: '09:00', channel: 'general' }
  await fills('29:2', { command: 'standup new', values: daily, people: ['participants'] })
  await fills('29:2', { command: 'standup new', values: { ...daily, name: 'Weekly' }, people: ['participants'] })
  await fills('29:2', { command: 'complaint', values: { customer: 'Zhang Wei', what: 'Rude' }, people: [] })
  await said('teams', '29:1', 'ops away 2026-03-04 2026-03-06')
  const gone = await house.db.member.findFirstOrThrow({ where: { name: 'Ana Lima' } })
  await asks('slack', 'U1', 'ops help')
  const { id: memberId } = await house.db.member.findFirstOrThrow({ where: { name: 'Ana' } })
  const { id: standupId } = await house.db.standup.findFirstOrThrow({ where: { name: 'Weekly' } })
  await house.db.standupParticipant.create({ data: { standupId, memberId, joinedAt: new Date() } })
  await house.db.complaint.updateMany({ data: { namedIds: [gone.id] } })
  await house.db.post.create({
    data: {
      workspaceId: gone.workspaceId,
      key: 'waits',
      place: `person:${gone.id}`,
      card: noteCard('en', 'For you'),
      saidAt: new Date(),
    },
  })
  const [, code = ''] = /link ([A-Z0-9]{10})/.exec(await said('slack', 'U1', 'ops link')) ?? []
  await presses('teams', '29:1', await asks('teams', '29:1', `ops link ${code}`))

  const ana = await house.db.member.findFirstOrThrow({ where: { name: 'Ana' } })
  const eve = await house.db.member.findFirstOrThrow({ where: { name: 'Eve' } })
  const participants = await house.db.standupParticipant.findMany()
  expect(participants.map((one) => one.memberId).sort()).toEqual([ana.id, ana.id, eve.id, eve.id].sort())
  expect((await house.db.complaint.findFirstOrThrow()).namedIds).toEqual([ana.id])
  expect((await house.db.absence.findFirstOrThrow()).memberId).toBe(ana.id)
  expect(await tablesNaming(gone.id)).toEqual(['AuditEntry', 'Member'])
  const told = toldOn('teams').map(({ card }) => wordsOf(card))
  expect(told.join()).not.toContain('has left')
  expect(told.map((words) => words.trim())).toContain('For you')
})

it('joins two people once, also when each types the code of the other at the same moment', async () => {
  meet('slack', 'U1', { name: 'Ana' })
  meet('teams', '29:1', { name: 'Ana Lima' })
  const codeOf = async (chat: Chat, from: string) =>
    /link ([A-Z0-9]{10})/.exec(await said(chat, from, 'ops link'))?.[1] ?? ''
  const codes = { slack: await codeOf('slack', 'U1'), teams: await codeOf('teams', '29:1') }
  const typing = async (chat: Chat, from: string, code: string) => {
    const what = { kind: 'press' as const, action: 'ops.link-for-good', value: code }
    await house.door.receive({ platform: chat, installation: `acme-${chat}`, receipt: `r${++count}`, from, what })
  }
  await atOnce(house.db, 'Identity', [
    () => typing('slack', 'U1', codes.teams),
    () => typing('teams', '29:1', codes.slack),
  ])
  await house.settle()

  expect((await people()).map(({ identities }) => identities.length)).toEqual([2])
})

async function tablesNaming(id: string): Promise<string[]> {
  const tables = await house.db.$queryRaw<{ name: string }[]>`
    SELECT relname AS "name" FROM pg_class WHERE relkind = 'r' AND relnamespace = current_schema()::regnamespace ORDER BY 1`
  const naming: string[] = []
  for (const { name } of tables) {
    const sql = `SELECT count(*)::int AS "count" FROM "${name}" one WHERE strpos(one::text, $1) > 0`
    const [row] = await house.db.$queryRawUnsafe<{ count: number }[]>(sql, id)
    if (row?.count) naming.push(name)
  }
  return naming
}

it('lets nobody become somebody on the same chat, too late, or with a role', async () => {
  meet('slack', 'U1', { name: 'Ana' })
  meet('slack', 'U2', { name: 'Ben' })
  meet('teams', '29:1', { name: 'Mei', administrator: true })
  const [, code = ''] = /link ([A-Z0-9]{10})/.exec(await said('slack', 'U1', 'ops link')) ?? []

  expect(await said('slack', 'U2', `ops link ${code}`)).toContain('known in this chat already')
  expect(await said('teams', '29:1', `ops link ${code}`)).toContain('Ask for the code here instead')
  house.sleepUntil('2026-03-02T08:16:00Z')
  meet('teams', '29:2', { name: 'Lin' })
  expect(await said('teams', '29:2', `ops link ${code}`)).toContain('its time is over')
})
