import express from 'express'
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { createTeams } from '../../../src/platforms/teams/platform.ts'
import { testDatabase } from '../../support/database.ts'
import { BOT, TENANT } from '../../support/teams/fake-teams.ts'
import { APP, SECRET, type Signing, startSigning } from '../../support/teams/signing.ts'
import { readableLog, stageDoor } from '../contract/door.ts'
import type { StageDoor } from '../contract/stage.ts'
import { type Listening, listening } from '../contract/wire.ts'

const nobody = { person: () => undefined, channel: () => undefined, post: () => undefined }

let signing: Signing
let adapter: Listening
/** Whatever the adapter calls at an address that an activity names. */
let connector: Listening
let called: string[] = []
let door: StageDoor
let database: Awaited<ReturnType<typeof testDatabase>>

beforeAll(async () => {
  signing = await startSigning()
  connector = await listening((request, response) => {
    called.push(`${request.method} ${request.url}`)
    response.writeHead(200, { 'content-type': 'application/json' }).end('{"id":"1"}')
  })
  database = await testDatabase()
  adapter = await served(signing.metadataUrl)
})
beforeEach(() => {
  called = []
  door.received.length = 0
})
afterAll(async () => {
  for (const one of [adapter, connector, signing]) await one.close()
  await database.close()
})

async function served(openIdMetadataUrl: string): Promise<Listening> {
  door = stageDoor(nobody, [])
  const app = { id: APP, password: SECRET, tenantId: TENANT, type: 'SingleTenant' as const }
  const serviceHosts = [new URL(connector.url).host]
  const { logger: log } = readableLog()
  const about = {
    app,
    tenantId: TENANT,
    serviceHosts,
    db: database.db,
    site: () => '',
    log,
    openIdMetadataUrl,
    loginUrl: signing.loginUrl,
  }
  const web = express()
  await createTeams(about).listen(web, door)
  return listening(web)
}

let count = 0
const activity = (more: object = {}) => ({
  ...{ type: 'message', id: String(++count), channelId: 'msteams', serviceUrl: connector.url, text: 'I finished it' },
  ...{ from: { id: '29:mira', name: 'Mira' }, recipient: BOT },
  conversation: { id: 'a:29:mira', conversationType: 'personal', tenantId: TENANT },
  channelData: { tenant: { id: TENANT } },
  ...more,
})

async function send(body: unknown, authorization?: string, to = adapter): Promise<number> {
  const response = await fetch(`${to.url}/api/messages`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', ...(authorization !== undefined && { authorization }) },
    body: typeof body === 'string' ? body : JSON.stringify(body),
  })
  await response.arrayBuffer()
  return response.status
}

const bearer = (claims: object = {}, how: Parameters<Signing['token']>[1] = {}) =>
  `Bearer ${signing.token({ serviceurl: connector.url, ...claims }, how)}`
const now = () => Math.floor(Date.now() / 1_000)

describe('what says that it comes from Teams', () => {
  it('is taken when its token says so', async () => {
    expect(await send(activity(), bearer())).toBe(200)
    expect(door.received).toHaveLength(1)
  })

  it.each<[string, () => string | undefined]>([
    ['has no token', () => undefined],
    ['has an empty one', () => 'Bearer '],
    ['has another kind of token', () => `Basic ${Buffer.from('a:b').toString('base64')}`],
    ['has nonsense for a token', () => 'Bearer sesame'],
    ['is meant for another app', () => bearer({ aud: '11111111-1111-1111-1111-111111111111' })],
    ['is of another issuer', () => bearer({ iss: 'https://evil.example' })],
    ['is signed with another key', () => bearer({}, { key: signing.foreignKey })],
    ['is signed with a key that nobody knows', () => bearer({}, { kid: 'unheard-of' })],
    ['is signed with a key for another channel', () => bearer({}, { kid: 'elsewhere' })],
    ['has expired', () => bearer({ nbf: now() - 7_200, exp: now() - 3_600 })],
    ['does not hold yet', () => bearer({ nbf: now() + 3_600, exp: now() + 7_200 })],
    ['speaks of another connector', () => bearer({ serviceurl: 'https://smba.trafficmanager.net/other/' })],
    ['is not signed at all', () => `Bearer ${signing.unsigned({ serviceurl: connector.url })}`],
  ])('is refused when it %s, and nothing is done', async (_what, authorization) => {
    expect([401, 403]).toContain(await send(activity(), authorization()))
    expect([door.received, called]).toEqual([[], []])
  })

  it('is refused when it is of another company', async () => {
    const foreign = { channelData: { tenant: { id: 'another' } } }
    expect(await send(activity(foreign), bearer())).toBe(403)
    expect(await send(activity({ channelData: {}, conversation: { id: 'a:1' } }), bearer())).toBe(403)
    expect([door.received, called]).toEqual([[], []])
  })

  it.each([
    'https://evil.example/',
    'http://smba.trafficmanager.net/',
    'https://trafficmanager.net.evil.example/',
    'file:///etc/passwd',
    'https://user@smba.trafficmanager.net/',
  ])('is refused when it names a connector that is none of Microsoft’s: %s', async (serviceUrl) => {
    const status = await send(activity({ serviceUrl }), `Bearer ${signing.token({ serviceurl: serviceUrl })}`)

    expect([400, 403]).toContain(status)
    expect([door.received, called]).toEqual([[], []])
  })

  it('comes again later when Microsoft cannot be asked', async () => {
    const other = await startSigning()
    other.goDown()
    const apart = await served(other.metadataUrl)
    const status = await send(activity(), `Bearer ${other.token({ serviceurl: connector.url })}`, apart)
    await apart.close()
    await other.close()
    adapter = await served(signing.metadataUrl)

    expect([status, door.received]).toEqual([503, []])
  })
})

describe('what cannot be read', () => {
  const nested = (depth: number) => `${'{"a":'.repeat(depth)}1${'}'.repeat(depth)}`
  it.each<[string, () => unknown, number]>([
    ['no JSON', () => '{"type":', 400],
    ['null', () => 'null', 400],
    ['a list', () => [activity()], 400],
    ['a number', () => '7', 400],
    ['nothing', () => '', 400],
    ['an activity without a type', () => activity({ type: undefined }), 400],
    ['an activity of another channel', () => activity({ channelId: 'webchat' }), 400],
    ['an activity of nobody', () => activity({ from: null }), 400],
    ['something nested very deep', () => JSON.stringify(activity({ value: '§' })).replace('"§"', nested(5_000)), 400],
    ['5 MB', () => activity({ text: 'x'.repeat(5 * 1024 * 1024) }), 413],
    ['a type that nobody knows', () => activity({ type: 'handoff' }), 501],
    ['an invoke that nobody knows', () => activity({ type: 'invoke', name: 'signin/verifyState' }), 501],
    [
      'an invoke without what it is about',
      () => activity({ type: 'invoke', name: 'adaptiveCard/action', value: 7 }),
      400,
    ],
  ])('such as %s is refused, and the process goes on', async (_what, body, status) => {
    expect(await send(body(), bearer())).toBe(status)
    expect(await send(activity(), bearer())).toBe(200)
    expect(door.received).toHaveLength(1)
  })
})

describe('what comes twice', () => {
  it('as one activity has one receipt, so it is done once', async () => {
    const twice = activity()
    for (const _ of [1, 2]) await send(twice, bearer())

    expect(new Set(door.received.map(({ receipt }) => receipt)).size).toBe(1)
  })

  it('as a press under a new id is one as well, and another value is another one', async () => {
    const press = (value: string) => {
      const data = { drumbeat: 'press', action: 'standup.answer', value }
      return activity({ type: 'invoke', name: 'adaptiveCard/action', replyToId: '7', value: { action: { data } } })
    }
    for (const value of ['run-1', 'run-1', 'run-2']) await send(press(value), bearer())

    const [first, again, other] = door.received.map(({ receipt }) => receipt)
    expect(again).toBe(first)
    expect(other).not.toBe(first)
  })
})
