import { Temporal } from 'temporal-polyfill'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import type { Work } from '../../src/queue/queue.ts'
import { tick } from '../../src/tick.ts'
import { claimDue, tryGivenUpAgain } from '../../src/timers/claim.ts'
import { fire } from '../../src/timers/fire.ts'
import { cancel, plan } from '../../src/timers/plan.ts'
import { act } from '../../src/world.ts'
import { type House, openHouse } from '../support/house.ts'
import { toyFlow } from '../support/toy-flow.ts'

const at = (iso: string) => Temporal.Instant.from(iso)
const NINE = '2026-11-23T09:00:00Z'
const TEN = '2026-11-23T10:00:00Z'

describe('timers', () => {
  let house: House
  let toy: ReturnType<typeof toyFlow>
  const ring = (subject: string, when: string) =>
    act(house.world, house.workspace, (ctx) => plan(ctx, { kind: 'toy.ring', subject, at: at(when) }))

  beforeEach(async () => {
    toy = toyFlow()
    house = await openHouse({ flows: [toy.flow], now: '2026-11-23T08:00:00Z', people: [] })
  })
  afterEach(() => house.close())

  it('fires once, and not before its time', async () => {
    await ring('a', NINE)

    await house.advanceTo('2026-11-23T08:59:59Z')
    const early = [...toy.fired]
    await house.advanceTo(TEN)
    await house.wake()

    expect(early).toEqual([])
    expect(toy.fired).toEqual(['a'])
  })

  it('moves when it is planned again, and is quiet when it is cancelled', async () => {
    await ring('moved', NINE)
    await ring('moved', TEN)
    await ring('cancelled', NINE)
    await act(house.world, house.workspace, (ctx) => cancel(ctx, 'toy.ring', 'cancelled'))

    await house.advanceTo(NINE)
    const atNine = [...toy.fired]
    await house.advanceTo(TEN)

    expect(atNine).toEqual([])
    expect(toy.fired).toEqual(['moved'])
  })

  it('stays planned when its own handler plans it again', async () => {
    toy.onTimer = async (ctx, { subject }) => {
      if (toy.fired.length < 2) await plan(ctx, { kind: 'toy.ring', subject, at: ctx.now.add({ hours: 1 }) })
    }
    await ring('daily', NINE)

    await house.advanceTo('2026-11-23T20:00:00Z')

    expect(toy.fired).toEqual(['daily', 'daily', 'daily'])
  })

  it('has one effect when two workers fire it at the same moment', async () => {
    toy.onTimer = () => new Promise((later) => setTimeout(later, 200))
    await ring('a', NINE)
    house.sleepUntil(NINE)
    const [claim] = await claimDue(house.db, house.now(), 10)

    await Promise.all([fire(house.world, claim!), fire(house.world, claim!), fire(house.world, claim!)])

    expect(toy.fired).toEqual(['a'])
  })

  it('fires what was claimed by a process whose clock is ahead of this one', async () => {
    await ring('a', NINE)
    house.sleepUntil(NINE)
    const [claim] = await claimDue(house.db, house.now(), 10)
    house.sleepUntil('2026-11-23T08:59:58Z')

    await fire(house.world, claim!)

    expect(toy.fired).toEqual(['a'])
  })

  it('does not hold up the others when one of them throws, and tries that one again later', async () => {
    const isBad = { now: true }
    toy.onTimer = async (_ctx, { subject }) => {
      if (subject === 'bad' && isBad.now) throw new Error('no luck')
    }
    for (const subject of ['a', 'bad', 'c']) await ring(subject, NINE)

    house.sleepUntil(NINE)
    await house.wake()
    const first = [...toy.fired].filter((subject) => subject !== 'bad')
    const failed = await house.db.timer.findFirstOrThrow({ where: { subject: 'bad' } })
    isBad.now = false
    await house.db.$executeRaw`UPDATE "Timer" SET "claimedUntil" = now() - interval '1 second' WHERE "subject" = 'bad'`
    await house.wake()

    expect(new Set(first)).toEqual(new Set(['a', 'c']))
    expect(failed).toMatchObject({ attempts: 1, lastError: 'no luck', firedAt: null })
    expect(toy.fired.at(-1)).toBe('bad')
  })

  it('is handed to the workers at the commit where it is due at once, and fires once though the ticker finds it too', async () => {
    const handed: string[][] = []
    house.world.queue.add = async (lane, jobs) => {
      if (lane === 'timers') handed.push(...jobs.map(({ data }) => [...(data as Work['timers']).ids]))
    }
    await ring('later', NINE)
    await ring('now', '2026-11-23T08:00:00Z')
    const { id } = await house.db.timer.findFirstOrThrow({ where: { subject: 'now' } })
    const claims = await claimDue(house.db, house.now(), 10)

    const hint = { workspaceId: house.workspace.id, now: house.now().toString(), ids: handed.flat() }
    for (const claim of [hint, ...claims]) await fire(house.world, claim)

    expect(handed).toEqual([[String(id)]])
    expect(claims.map(({ ids }) => ids)).toEqual([[String(id)]])
    expect(toy.fired).toEqual(['now'])
  })

  it('keeps nothing of what a throwing handler did', async () => {
    toy.onTimer = async (ctx) => {
      await plan(ctx, { kind: 'toy.ring', subject: 'left over', at: ctx.now })
      throw new Error('no luck')
    }
    await ring('bad', NINE)

    house.sleepUntil(NINE)
    await house.wake()

    expect(await house.db.timer.findMany({ where: { subject: 'left over' } })).toEqual([])
  })

  it('can be claimed again at once when nobody could be told of it', async () => {
    await ring('a', NINE)
    house.sleepUntil(NINE)
    house.world.queue.add = async () => Promise.reject(new Error('Redis is away'))

    await expect(tick(house.world)).rejects.toThrow('Redis is away')

    expect(await claimDue(house.db, house.now(), 10)).toHaveLength(1)
  })

  it('rests after ten failures until the next start', async () => {
    await ring('a', NINE)
    house.sleepUntil(NINE)
    await house.db.timer.updateMany({ data: { attempts: 10 } })
    await house.wake()
    const resting = [...toy.fired]

    await tryGivenUpAgain(house.db)
    await house.wake()

    expect(resting).toEqual([])
    expect(toy.fired).toEqual(['a'])
  })

  it('is claimed again when whoever claimed it never fired it', async () => {
    await ring('a', NINE)
    house.sleepUntil(NINE)

    const [first, second] = [await claimDue(house.db, house.now(), 10), await claimDue(house.db, house.now(), 10)]
    await house.db.$executeRaw`UPDATE "Timer" SET "claimedUntil" = now() - interval '1 second'`
    const third = await claimDue(house.db, house.now(), 10)

    expect([first.length, second.length, third.length]).toEqual([1, 0, 1])
  })
})
