import { setTimeout as sleep } from 'node:timers/promises'
import { Temporal } from 'temporal-polyfill'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { audit, mendFlows, mendTimers } from '../src/auditor.ts'
import { say } from '../src/outbox/say.ts'
import type { Work } from '../src/queue/queue.ts'
import { cleanUp, repair } from '../src/tick.ts'
import { claimDue } from '../src/timers/claim.ts'
import { fire } from '../src/timers/fire.ts'
import { plan } from '../src/timers/plan.ts'
import { act } from '../src/world.ts'
import { type House, openHouse } from './support/house.ts'
import { cardSaying, toyFlow } from './support/toy-flow.ts'

const NINE = '2026-11-23T09:00:00Z'
const AFTER_NINE = '2026-11-23T09:01:01Z'

let house: House
let toy: ReturnType<typeof toyFlow>
let handedOver: Work['timers'][]
const ring = (subject: string, when = NINE) =>
  act(house.world, house.workspace, (ctx) => plan(ctx, { kind: 'toy.ring', subject, at: Temporal.Instant.from(when) }))
const taken = async () => (await claimDue(house.db, house.now(), 10))[0]
/** As if the claim had been made so many seconds earlier. */
const ago = (seconds: number) =>
  house.db.$executeRaw`UPDATE "Timer" SET "claimedUntil" = "claimedUntil" - interval '1 second' * ${seconds}`
const queueHolds = (waiting: number, active: number) => {
  const timers = { waiting, active }
  house.world.queue.counts = async () => ({ timers, deliveries: { waiting: 0, active: 0 } })
}
const repairs = async () =>
  (await house.db.repair.findMany({ orderBy: { id: 'asc' } })).map(({ what, count, workspaceId }) => ({
    what,
    count,
    isHere: workspaceId === house.workspace.id,
  }))
const counted = async (what: string) => {
  const { values } = await house.world.metrics.repairs.get()
  return values.find(({ labels }) => labels.what === what)?.value ?? 0
}

beforeEach(async () => {
  toy = toyFlow()
  handedOver = []
  house = await openHouse({
    flows: [toy.flow],
    now: '2026-11-23T08:00:00Z',
    people: [{ handle: 'mei', administrator: true }],
  })
  house.world.queue.add = async (lane, jobs) => {
    if (lane === 'timers') handedOver.push(...jobs.map(({ data }) => data as Work['timers']))
  }
  await house.as('mei').send({ kind: 'press', action: 'toy.nothing', value: '' })
})
afterEach(() => house.close())

describe('a timer that is overdue by more than a minute', () => {
  it('is handed over again at once when the work that it was taken for is lost, and counted', async () => {
    await ring('lost')
    house.sleepUntil(AFTER_NINE)
    await taken()
    await ago(11)

    await mendTimers(house.world)
    for (const claim of handedOver) await fire(house.world, { ...claim, ids: [...claim.ids] })

    expect(toy.fired).toEqual(['lost'])
    expect(await repairs()).toEqual([{ what: 'timer', count: 1, isHere: true }])
    expect(await counted('timer')).toBe(1)
  })

  it('is handed over when nobody has ever taken it', async () => {
    await ring('forgotten')
    house.sleepUntil(AFTER_NINE)

    await mendTimers(house.world)

    expect(handedOver.map(({ ids }) => ids.length)).toEqual([1])
  })

  it.each([
    { why: 'it waits in the queue of busy workers', waiting: 3, active: 0 },
    { why: 'a worker has it in hand', waiting: 0, active: 1 },
  ])('is left alone while $why', async ({ waiting, active }) => {
    await ring('in the queue')
    house.sleepUntil(AFTER_NINE)
    await taken()
    await ago(30)
    queueHolds(waiting, active)

    await mendTimers(house.world)

    expect(handedOver).toEqual([])
    expect(await repairs()).toEqual([])
  })

  it('is left alone in the first seconds after it was taken', async () => {
    await ring('fresh')
    house.sleepUntil(AFTER_NINE)
    await taken()

    await mendTimers(house.world)

    expect(handedOver).toEqual([])
  })

  it('is left alone while it is being fired, however long that takes, and has one effect', async () => {
    let [begun, goOn] = [false, false]
    toy.onTimer = async () => {
      begun = true
      while (!goOn) await sleep(10)
    }
    await ring('slow')
    house.sleepUntil(AFTER_NINE)
    const claim = await taken()
    const firing = fire(house.world, claim!)
    while (!begun) await sleep(10)
    await ago(59)

    await mendTimers(house.world)
    goOn = true
    await firing

    expect(handedOver).toEqual([])
    expect(toy.fired).toEqual(['slow'])
    expect(await repairs()).toEqual([])
  })

  it('is handed over when its claim reaches further than any claim does', async () => {
    await ring('held for ever')
    house.sleepUntil(AFTER_NINE)
    await taken()
    await ago(-3_600)

    await mendTimers(house.world)

    expect(handedOver).toHaveLength(1)
  })

  it('waits for its next try after a failure', async () => {
    await ring('failed')
    house.sleepUntil(AFTER_NINE)
    await house.db.timer.updateMany({ data: { attempts: 3 } })
    await house.db.$executeRaw`UPDATE "Timer" SET "claimedUntil" = now() + interval '8 seconds'`

    await mendTimers(house.world)

    expect(handedOver).toEqual([])
  })

  it('is left to the ticker while it is less late', async () => {
    await ring('just due')
    house.sleepUntil('2026-11-23T09:00:59Z')

    await mendTimers(house.world)

    expect(handedOver).toEqual([])
  })

  it('is handed over once when two processes look at the same moment, and fires once even if it is twice', async () => {
    await ring('lost')
    house.sleepUntil(AFTER_NINE)
    await taken()
    await ago(11)

    await Promise.all([mendTimers(house.world), mendTimers(house.world), mendTimers(house.world)])
    const [claim] = handedOver
    await Promise.all([1, 2].map(() => fire(house.world, { ...claim!, ids: [...claim!.ids] })))

    expect(handedOver).toHaveLength(1)
    expect(toy.fired).toEqual(['lost'])
    expect(await repairs()).toHaveLength(1)
  })

  it('is free again when the queue does not take it', async () => {
    await ring('lost')
    house.sleepUntil(AFTER_NINE)
    house.world.queue.add = () => Promise.reject(new Error('Redis is away'))

    await expect(mendTimers(house.world)).rejects.toThrow('Redis is away')

    expect(await taken()).toBeDefined()
    expect(await repairs()).toEqual([])
  })
})

describe('what a flow mends', () => {
  it('is counted under its name, in the transaction that mends it', async () => {
    toy.flow.repair = async (ctx) => {
      await plan(ctx, { kind: 'toy.ring', subject: 'planned again', at: ctx.now })
      return 2
    }

    await mendFlows(house.world)

    expect(await house.db.timer.findMany()).toMatchObject([{ subject: 'planned again' }])
    expect(await repairs()).toEqual([{ what: 'toy', count: 2, isHere: true }])
    expect(await counted('toy')).toBe(2)
  })

  it('leaves no trace when there was nothing', async () => {
    toy.flow.repair = async () => 0

    await mendFlows(house.world)

    expect(await repairs()).toEqual([])
  })

  it('is mended although another flow, or another workspace, fails', async () => {
    toy.flow.repair = async ({ workspace }) => {
      if (workspace.id === house.workspace.id) throw new Error('no luck')
      return 1
    }
    house.world.flows = [...house.world.flows, { ...toy.flow, name: 'other', repair: async () => 1 }]
    const { id } = await house.db.workspace.create({ data: { name: 'elsewhere' } })
    await house.db.auditEntry.create({
      data: { workspaceId: id, at: new Date(), source: 'test', action: 'a', subject: 's', detail: {} },
    })

    await mendFlows(house.world)

    const found = await house.db.repair.findMany()
    expect(found.map(({ what, workspaceId }) => `${what} ${workspaceId === id ? 'there' : 'here'}`).sort()).toEqual([
      'other here',
      'other there',
      'toy there',
    ])
  })

  it('is not asked for where nothing was ever done', async () => {
    const asked: string[] = []
    toy.flow.repair = async ({ workspace }) => asked.push(workspace.name) * 0
    await house.db.workspace.create({ data: { name: 'new' } })

    await mendFlows(house.world)

    expect(asked).toEqual([house.workspace.name])
  })
})

describe('a post that is stuck', () => {
  it('is sent again and counted where it was found', async () => {
    const { id } = await house.member('mei')
    await act(house.world, house.workspace, (ctx) =>
      say(ctx, { key: 'toy/1', to: { person: id }, card: cardSaying('one') }),
    )
    await house.db.$executeRaw`UPDATE "Post" SET "state" = 'sending', "sendingSince" = now() - interval '1 minute'`

    await Promise.all([repair(house.world), repair(house.world)])
    await house.settle()

    expect(house.directTo('mei')).toHaveLength(1)
    expect(await repairs()).toEqual([{ what: 'post', count: 1, isHere: true }])
    expect(await counted('post')).toBe(1)
  })
})

describe('the minute', () => {
  const minuteLater = () => house.db.$executeRaw`UPDATE "Pulse" SET "at" = "at" - interval '1 minute'`

  it('leaves the depths of the queue behind, always the last ones', async () => {
    await audit(house.world)
    await minuteLater()
    queueHolds(7, 2)
    await audit(house.world)

    expect(await house.db.pulse.findMany()).toMatchObject([
      { id: 1, depths: { timers: { waiting: 7, active: 2 }, deliveries: { waiting: 0, active: 0 } } },
    ])
  })

  it('is one process’s, whoever is first', async () => {
    let asked = 0
    toy.flow.repair = async () => {
      asked++
      return 0
    }

    await Promise.all([1, 2, 3].map(() => audit(house.world)))
    const first = asked
    await minuteLater()
    await audit(house.world)

    expect([first, asked]).toEqual([1, 2])
  })

  it('mends what it can although the queue does not answer', async () => {
    house.world.queue.trouble = async () => 'Redis does not answer'
    house.world.queue.counts = () => Promise.reject(new Error('Redis is away'))
    toy.flow.repair = async () => 1

    await audit(house.world)

    expect(await house.db.pulse.findMany()).toMatchObject([{ depths: {} }])
    expect(await repairs()).toMatchObject([{ what: 'toy' }])
  })
})

it('forgets repairs after 90 days', async () => {
  await house.db.repair.createMany({ data: ['old', 'new'].map((what) => ({ what, count: 1 })) })
  await house.db.$executeRaw`UPDATE "Repair" SET "at" = now() - interval '91 days' WHERE "what" = 'old'`

  await cleanUp(house.world)

  expect((await house.db.repair.findMany()).map(({ what }) => what)).toEqual(['new'])
})
