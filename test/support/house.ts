import { createHash } from 'node:crypto'
import { pino } from 'pino'
import { Temporal } from 'temporal-polyfill'
import { toInstant } from '../../src/calendar/instant.ts'
import type { Card } from '../../src/chat/card.ts'
import type { Form } from '../../src/chat/form.ts'
import type { Channel, Database, Member, Workspace } from '../../src/database/types.ts'
import type { Flow, Reply } from '../../src/flow.ts'
import { openMetrics } from '../../src/metrics.ts'
import { waitingPlaces } from '../../src/outbox/claim.ts'
import { deliverTo } from '../../src/outbox/deliver.ts'
import type { Profile } from '../../src/platform.ts'
import type { WorkQueue } from '../../src/queue/queue.ts'
import { openDoor } from '../../src/router/door.ts'
import { workspaceOf } from '../../src/router/workspace.ts'
import { claimDue } from '../../src/timers/claim.ts'
import { fire } from '../../src/timers/fire.ts'
import type { World } from '../../src/world.ts'
import { actingAs, INSTALLATION } from './acting.ts'
import { keptDatabase, testDatabase } from './database.ts'
import { type Message, rememberingChat } from './remembering-chat.ts'

export type Person = Partial<Profile> & { handle: string }
export type House = Awaited<ReturnType<typeof openHouse>>

type Plan = {
  flows: readonly Flow[]
  now: string
  people: readonly Person[]
  channels?: readonly string[]
}

/**
 * A house in which this has happened, with nothing said. It happens once in a test run: everybody gets a copy of the
 * database that it left, so it must lead to the same rows wherever plan and preparation are the same.
 */
export async function preparedHouse(plan: Plan, prepare: (house: House) => Promise<void>): Promise<House> {
  const { flows, ...rest } = plan
  const known = JSON.stringify([rest, flows.map(({ name }) => name), String(prepare)])
  const name = `prepared_${createHash('sha256').update(known).digest('hex').slice(0, 32)}`
  const template = await keptDatabase(name, async () => {
    const house = await openHouse(plan)
    await prepare(house)
    // Receipts are counted from one again in every copy.
    await house.db.receipt.deleteMany()
    return house
  })
  return openHouse(plan, template)
}

/**
 * A whole Drumbeat but for its processes: a fresh PostgreSQL database, a clock that the test moves, and a chat that
 * remembers. `advanceTo` fires what comes due on the way, each at its own time, and delivers what is said.
 */
export async function openHouse(options: Plan, template?: string) {
  const database = await testDatabase(template)
  let now = Temporal.Instant.from(options.now)
  const clock = {
    now: () => now,
    refresh: async () => {},
    moveTo: async (to: Temporal.Instant) => {
      now = to
    },
  }
  const chat = rememberingChat(clock.now)
  const world: World = {
    db: database.db,
    queue: { ...noQueue },
    platforms: new Map([['playground', chat]]),
    flows: options.flows,
    clock,
    site: 'https://drumbeat.example',
    log: pino({ level: 'silent' }),
    metrics: openMetrics(),
  }
  for (const person of options.people) chat.people.set(person.handle, profileOf(person))
  for (const name of options.channels ?? ['general']) chat.channels.set(name, { name, open: true })
  const door = openDoor(world)
  const workspace = await workspaceOf(world, { platform: 'playground', installation: INSTALLATION })
  const settle = () => deliverAll(world)

  async function advanceTo(iso: string): Promise<void> {
    const target = Temporal.Instant.from(iso)
    for (;;) {
      const next = await nextDue(world.db, target)
      if (!next) break
      if (Temporal.Instant.compare(next, now) > 0) now = next
      await fireDue(world)
      await settle()
    }
    now = target
    await settle()
  }

  return {
    world,
    db: database.db as Database,
    url: database.url,
    chat,
    door,
    workspace: workspace as Workspace,
    settle,
    advanceTo,
    /** The clock jumps without anything happening on the way, as if no process had been running. */
    sleepUntil: (iso: string) => {
      now = Temporal.Instant.from(iso)
    },
    /** Fires what is due now, once, and delivers what was said. */
    wake: async () => {
      await fireDue(world)
      await settle()
    },
    now: () => now,
    /** At another installation it is another workspace. */
    as: (handle: string, installation = INSTALLATION) =>
      actingAs({ door, chat, flows: options.flows, settle, installation }, handle),
    member: (handle: string) => memberOf(database.db, handle),
    channel: (name: string) =>
      database.db.channel.findFirstOrThrow({ where: { externalId: name } }) as Promise<Channel>,
    inChannel: (name: string): Message[] => chat.messages.filter(({ place }) => place === `#${name}`),
    directTo: (handle: string): Message[] => chat.messages.filter(({ place }) => place === `@${handle}`),
    leave: database.leave,
    close: database.close,
  }
}

export function cardOf(reply: Reply): Card {
  if (reply.kind !== 'card') throw new Error(`Expected a card, got ${JSON.stringify(reply)}`)
  return reply.card
}

export function formOf(reply: Reply): Form {
  if (reply.kind !== 'form') throw new Error(`Expected a form, got ${JSON.stringify(reply)}`)
  return reply.form
}

export function errorsOf(reply: Reply): Readonly<Record<string, string>> {
  if (reply.kind !== 'invalid') throw new Error(`Expected field errors, got ${JSON.stringify(reply)}`)
  return reply.errors
}

const profileOf = ({ handle, ...told }: Person): Profile => ({
  externalId: handle,
  name: handle[0]?.toUpperCase() + handle.slice(1),
  email: `${handle}@acme.example`,
  timeZone: 'Europe/Berlin',
  locale: 'en',
  kind: 'person',
  active: true,
  administrator: false,
  ...told,
})

async function memberOf(db: Database, handle: string): Promise<Member> {
  const identity = await db.identity.findFirstOrThrow({ where: { externalId: handle }, include: { member: true } })
  return identity.member
}

async function nextDue(db: Database, until: Temporal.Instant): Promise<Temporal.Instant | null> {
  const where = { firedAt: null, cancelledAt: null, attempts: 0, dueAt: { lte: new Date(until.epochMilliseconds) } }
  const timer = await db.timer.findFirst({ where, orderBy: { dueAt: 'asc' } })
  return timer && toInstant(timer.dueAt)
}

async function fireDue(world: World): Promise<void> {
  for (const claim of await claimDue(world.db, world.clock.now(), 1_000)) await fire(world, claim)
}

async function deliverAll(world: World): Promise<void> {
  for (let rounds = 0; rounds < 100; rounds++) {
    const places = await waitingPlaces(world.db, 1_000)
    if (places.length === 0) return
    for (const { workspaceId, place } of places) await deliverTo(world, workspaceId, place)
  }
}

const noQueue: WorkQueue = {
  add: async () => {},
  work: () => {},
  counts: async () => ({ timers: { waiting: 0, active: 0 }, deliveries: { waiting: 0, active: 0 } }),
  trouble: async () => null,
  isClosing: () => false,
  close: async () => {},
}
