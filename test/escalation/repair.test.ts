import { setTimeout as sleep } from 'node:timers/promises'
import { afterEach, beforeEach, expect, it } from 'vitest'
import { repair } from '../../src/escalation/repair.ts'
import { resolve } from '../../src/escalation/resolve.ts'
import { lockEscalation } from '../../src/escalation/store/escalations.ts'
import { act } from '../../src/world.ts'
import { cardTo, LADDER, type Office, openOffice, stateOf, toldTo, trail, trouble, withPolicy } from './office.ts'

let house: Office
beforeEach(async () => {
  house = await openOffice()
  await withPolicy(house, LADDER, 120)
  await trouble(house)
})
afterEach(() => house.close())

const repaired = () => act(house.world, house.workspace, repair)
const loseTimers = () => house.db.timer.deleteMany({ where: { kind: { startsWith: 'escalation.' } } })
const told = () => ['ben', 'mei', 'ada'].map((who) => toldTo(house, who).length)

it('leaves alone what has its timer', async () => {
  expect(await repaired()).toBe(0)
})

it('goes on at the time of the next step when its timer is gone, and tells nobody twice', async () => {
  await loseTimers()
  expect([await repaired(), await repaired()]).toEqual([1, 0])

  await house.advanceTo('2026-03-02T08:29:59Z')
  const before = told()
  await house.advanceTo('2026-03-02T09:00:00Z')

  expect(before).toEqual([1, 0, 0])
  expect(told()).toEqual([1, 1, 1])
})

it('goes on at once when that time is past', async () => {
  await house.db.timer.updateMany({ data: { cancelledAt: new Date('2026-03-02T08:00:00Z') } })
  house.sleepUntil('2026-03-02T12:00:00Z')
  await repaired()
  await house.wake()

  expect(told()).toEqual([1, 1, 0])
  expect((await stateOf(house)).nextAt).toEqual(new Date('2026-03-02T12:30:00Z'))
})

it('finds the step that comes next when nothing tells it any more', async () => {
  await loseTimers()
  await house.db.escalation.updateMany({ data: { nextAt: null } })
  await repaired()
  await house.wake()

  expect(told()).toEqual([1, 1, 0])
  expect(await repaired()).toBe(0)
})

it('wakes up what somebody has without progress, once', async () => {
  await house.as('ben').press(cardTo(house, 'ben'), 'I take it')
  await loseTimers()
  expect(await repaired()).toBe(1)

  await house.advanceTo('2026-03-02T10:00:00Z')
  await house.as('ben').press(cardTo(house, 'ben'), 'I take it')
  await loseTimers()

  expect((await trail(house)).filter((action) => action === 'woken')).toHaveLength(1)
  expect(await repaired()).toBe(0)
})

it('leaves alone what is exhausted, resolved, or another company’s', async () => {
  await house.advanceTo('2026-03-02T20:00:00Z')
  await loseTimers()
  expect(await repaired()).toBe(0)

  await house.db.escalation.updateMany({ data: { exhaustedAt: null, workspaceId: 'another' } })
  expect(await repaired()).toBe(0)
  await house.db.escalation.updateMany({ data: { workspaceId: house.workspace.id, state: 'resolved' } })
  expect(await repaired()).toBe(0)
})

it('looks again when it has waited for somebody who held it', async () => {
  await loseTimers()

  const waited = await act(house.world, house.workspace, async (ctx) => {
    const { id } = await stateOf(house)
    await lockEscalation(ctx.db, house.workspace.id, id)
    const repairing = repaired()
    await sleep(300)
    await resolve(ctx, { flow: 'trouble', subject: 'printer' })
    return { repairing }
  })

  expect(await waited.repairing).toBe(0)
  expect(await house.db.timer.count({ where: { kind: { startsWith: 'escalation.' } } })).toBe(0)
})
