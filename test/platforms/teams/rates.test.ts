import { setTimeout as sleep } from 'node:timers/promises'
import { pino } from 'pino'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import type { Card } from '../../../src/chat/card.ts'
import { flows } from '../../../src/flows.ts'
import { say } from '../../../src/outbox/say.ts'
import { createTeams } from '../../../src/platforms/teams/platform.ts'
import { openQueue } from '../../../src/queue/open.ts'
import { workspaceOf } from '../../../src/router/workspace.ts'
import { startWorker, type Worker } from '../../../src/worker.ts'
import { act } from '../../../src/world.ts'
import { type House, openHouse } from '../../support/house.ts'
import { TENANT } from '../../support/teams/fake-teams.ts'
import { textOf } from '../../support/teams/wire-words.ts'
import { type Listening, listening } from '../contract/wire.ts'

const COLLEAGUES = 60
const ROOM = '19:general@thread.tacv2'

const card = (summary: string): Card => ({ locale: 'en', summary, blocks: [] })

type Message = { conversation: string; words: string; at: number }
let house: House
let connector: Listening
let taken: Message[] = []
/** What the connector does with a message instead of taking it: a status, or nothing at all. */
let instead: (message: Message) => number | 'silence' | null = () => null
let worker: Worker

/** A company on Teams and another one in the playground, with the real workers and the real queue. */
beforeEach(async () => {
  taken = []
  instead = () => null
  connector = await listening(async (request, response) => {
    const [, conversation = ''] = /conversations\/([^/]+)\/activities/.exec(request.url ?? '') ?? []
    const { summary } = JSON.parse(await textOf(request)) as { summary: string }
    const message = { conversation: decodeURIComponent(conversation), words: summary, at: Date.now() }
    const other = instead(message)
    if (other === 'silence') return
    if (other === null) taken.push(message)
    response.writeHead(other ?? 201, {
      'content-type': 'application/json',
      ...(other === 429 && { 'retry-after': '1' }),
    })
    response.end(JSON.stringify(other === null ? { id: String(taken.length) } : { error: { code: 'No' } }))
  })
  house = await openHouse({
    ...{ flows, now: new Date().toISOString() },
    people: [{ handle: 'ana' }],
    channels: ['general'],
  })
  const { db, world } = house
  const log = pino({ level: 'silent' })
  const about = { app: null, tenantId: TENANT, serviceHosts: [], db, site: () => '', log }
  world.platforms = new Map([...world.platforms, ['teams', createTeams(about)]])
  Object.assign(world, { queue: openQueue({ database: house.url }, log) })
  await house.as('ana').command('/ops')
  worker = startWorker(world)
})
afterEach(async () => {
  await connector.close()
  await worker.stop()
  await house.world.queue.close()
  await house.close()
})

/** Says something to people and in the channel of the company on Teams. */
async function saidOnTeams(toPeople: number, inChannel = 0): Promise<void> {
  const { db, world } = house
  const workspace = await workspaceOf(world, { platform: 'teams', installation: TENANT })
  const at = { tenantId: TENANT, serviceUrl: connector.url }
  await db.teamsPlace.createMany({ data: [{ ...at, externalId: ROOM, kind: 'channel' }] })
  const channel = await db.channel.create({
    data: { workspaceId: workspace.id, platform: 'teams', externalId: ROOM, name: 'general' },
  })
  const members: string[] = []
  for (let n = 0; n < toPeople; n++) {
    const person = { ...at, externalId: `29:${n}`, kind: 'person', conversationId: `a:${n}` }
    await db.teamsPlace.create({ data: person })
    const { id } = await db.member.create({
      data: {
        ...{ workspaceId: workspace.id, name: `P${n}`, timeZone: 'UTC', locale: 'en', kind: 'person' },
        identities: {
          create: { workspaceId: workspace.id, platform: 'teams', externalId: `29:${n}`, lastSeenAt: new Date() },
        },
      } as never,
    })
    members.push(id)
  }
  await act(world, workspace, async (ctx) => {
    for (const person of members) await say(ctx, { key: `prompt/${person}`, to: { person }, card: card(person) })
    for (let n = 0; n < inChannel; n++)
      await say(ctx, { key: `prompt/room ${n}`, to: { channel: channel.id }, card: card(`room ${n}`) })
  })
}
const mostWithin = (ms: number, messages: Message[]) =>
  Math.max(0, ...messages.map(({ at }) => messages.filter((one) => one.at >= at && one.at < at + ms).length))
const allTaken = (count: number) => expect.poll(() => taken.length, { timeout: 18_000, interval: 50 }).toBe(count)

describe('a prompt to sixty people', () => {
  it('reaches everybody once, within a few seconds and never more than 30 in one', async () => {
    await saidOnTeams(COLLEAGUES)
    await allTaken(COLLEAGUES)

    expect(new Set(taken.map(({ words }) => words)).size).toBe(COLLEAGUES)
    expect(mostWithin(1_000, taken)).toBeLessThanOrEqual(30)
    expect((taken.at(-1)?.at ?? 0) - (taken[0]?.at ?? 0)).toBeLessThan(10_000)
  })

  it('is not lost and not doubled where the connector says that it is too much', async () => {
    const refused = new Set<string>()
    instead = ({ words }) => {
      if (refused.has(words) || refused.size >= 5) return null
      refused.add(words)
      return 429
    }
    await saidOnTeams(COLLEAGUES)
    await allTaken(COLLEAGUES)
    await sleep(1_000)

    expect(new Set(taken.map(({ words }) => words)).size).toBe(COLLEAGUES)
    expect(taken).toHaveLength(COLLEAGUES)
  })
})

it('ten messages in one channel come in their order, never more than 7 in a second, and hold up nobody else', async () => {
  await saidOnTeams(5, 10)
  await allTaken(15)

  const [inRoom, toPeople] = [
    taken.filter(({ words }) => words.startsWith('room')),
    taken.filter(({ words }) => !words.startsWith('room')),
  ]
  expect(inRoom.map(({ words }) => words)).toEqual(Array.from({ length: 10 }, (_, n) => `room ${n}`))
  expect(mostWithin(1_000, inRoom)).toBeLessThanOrEqual(7)
  expect(toPeople.every(({ at }) => at < (inRoom.at(-1)?.at ?? 0))).toBe(true)
})

describe.each([
  ['answers nothing', () => 'silence' as const],
  ['refuses everything', () => 503],
])('while the connector of Teams %s', (_, does) => {
  it('another company hears what it has to hear', async () => {
    instead = does
    await saidOnTeams(COLLEAGUES)
    await sleep(1_500)
    const { id: person } = await house.member('ana')
    const began = Date.now()
    await act(house.world, house.workspace, (ctx) =>
      say(ctx, { key: 'prompt/ana', to: { person }, card: card('Hello') }),
    )
    await expect.poll(() => house.directTo('ana').length, { timeout: 6_000, interval: 50 }).toBe(1)

    expect(Date.now() - began).toBeLessThan(4_000)
    expect(taken).toEqual([])
  })
})
