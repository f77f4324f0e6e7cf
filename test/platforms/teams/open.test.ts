import { createServer, request } from 'node:http'
import type { AddressInfo } from 'node:net'
import { networkInterfaces } from 'node:os'
import express from 'express'
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { createTeams } from '../../../src/platforms/teams/platform.ts'
import { type TestDatabase, testDatabase } from '../../support/database.ts'
import { BOT, TENANT } from '../../support/teams/fake-teams.ts'
import { readableLog, stageDoor } from '../contract/door.ts'
import { card } from '../contract/samples.ts'
import type { StageDoor } from '../contract/stage.ts'
import { type Listening, listening } from '../contract/wire.ts'

const nobody = { person: () => undefined, channel: () => undefined, post: () => undefined }
/** An address of this machine by which others reach it. */
const ELSEWHERE = Object.values(networkInterfaces())
  .flatMap((all) => all ?? [])
  .find(({ family, internal }) => family === 'IPv4' && !internal)?.address

let door: StageDoor
let connector: Listening
let called: string[] = []
let database: TestDatabase
let port: number
let close: () => Promise<unknown>

/** A developer's machine: nobody is asked who they are, and the port is open to the network. */
beforeAll(async () => {
  connector = await listening((asked, response) => {
    called.push(`${asked.method} ${asked.url}`)
    response.writeHead(201, { 'content-type': 'application/json' }).end('{"id":"1"}')
  })
  database = await testDatabase()
  door = stageDoor(nobody, [])
  door.answers = () => ({ kind: 'card', card: card('Hello') })
  const log = readableLog().logger
  const teams = createTeams({ app: null, tenantId: TENANT, serviceHosts: [], db: database.db, site: () => '', log })
  const web = express()
  await teams.listen(web, door)
  const server = createServer(web)
  await new Promise<void>((ready) => server.listen(0, '0.0.0.0', ready))
  port = (server.address() as AddressInfo).port
  close = () => new Promise((closed) => server.close(closed))
})
beforeEach(() => {
  called = []
  door.received.length = 0
})
afterAll(async () => {
  await close()
  await connector.close()
  await database.close()
})

let count = 0
const activity = (serviceUrl = connector.url) => ({
  ...{ type: 'message', id: String(++count), channelId: 'msteams', serviceUrl, text: 'I finished it' },
  ...{ from: { id: '29:mira', name: 'Mira' }, recipient: BOT },
  conversation: { id: 'a:29:mira', conversationType: 'personal', tenantId: TENANT },
  channelData: { tenant: { id: TENANT } },
})
/** By hand, since `fetch` lets nobody say which host is meant. */
function send(body: object, headers: Record<string, string> = {}, hostname = '127.0.0.1'): Promise<number> {
  return new Promise((resolve, reject) => {
    const about = { method: 'POST', path: '/api/messages', port, hostname, agent: false as const }
    const sent = request({ ...about, headers: { 'content-type': 'application/json', ...headers } }, (response) => {
      response.resume()
      response.on('end', () => resolve(response.statusCode ?? 0))
    })
    sent.on('error', reject)
    sent.end(JSON.stringify(body))
  })
}
const nothingWasDone = () => expect([door.received, called]).toEqual([[], []])

describe('where nobody is asked who they are,', () => {
  it('whoever is on this machine is answered at a connector on this machine', async () => {
    expect(await send(activity())).toBe(200)
    expect([door.received.length, called]).toEqual([1, ['POST /v3/conversations/a%3A29%3Amira/activities']])
  })

  it.skipIf(!ELSEWHERE)('whoever comes over the network is refused', async () => {
    expect(await send(activity(), { host: 'localhost' }, ELSEWHERE)).toBe(403)
    nothingWasDone()
  })

  it.each([
    ['through a proxy of this machine', { 'x-forwarded-for': '127.0.0.1' }],
    ['through a tunnel of this machine', { forwarded: 'for=127.0.0.1' }],
    ['by a name that leads here', { host: 'evil.example' }],
    ['from a web page that somebody has open here', { 'content-type': 'text/plain' }],
  ])('whoever comes %s is refused', async (_, headers) => {
    expect(await send(activity(), headers)).toBe(403)
    nothingWasDone()
  })

  it.each([
    'https://smba.trafficmanager.net/teams/',
    'http://192.0.2.1:3978',
    'http://localhost.evil.example/',
    'http://user@localhost/',
  ])('a connector elsewhere is refused before it is called: %s', async (serviceUrl) => {
    expect(await send(activity(serviceUrl))).toBe(403)
    nothingWasDone()
  })
})
