import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { LADDER, type Office, openOffice, step, toldTo, trail, trouble, withPolicy } from './office.ts'

let house: Office
beforeEach(async () => {
  house = await openOffice()
})
afterEach(() => house.close())

describe('the walk up the chain', () => {
  it('tells each step at its time, in each reader’s language, once', async () => {
    await withPolicy(house, LADDER)
    await trouble(house)

    await house.advanceTo('2026-03-02T08:29:59Z')
    const early = toldTo(house, 'mei')
    await house.advanceTo('2026-03-02T08:30:00Z')
    await house.advanceTo('2026-03-02T09:00:00Z')
    await house.wake()

    expect(early).toEqual([])
    expect(toldTo(house, 'ben')).toHaveLength(1)
    expect(toldTo(house, 'ben')[0]).toContain(
      'Step 1 of 3. You are told because this is yours.\nThe printer is on fire.',
    )
    expect(toldTo(house, 'mei')).toEqual([expect.stringContaining('你是 Ben 的上级，所以通知你。\n打印机着火了。')])
    expect(toldTo(house, 'ada')).toEqual([expect.stringContaining('the manager of Ben’s manager')])
  })

  it('repeats a step as often as it says before it goes on', async () => {
    await withPolicy(house, [{ ...step(10, 'owner'), repeatEvery: 15, times: 2 }, step(60, 'manager')])
    await trouble(house)

    await house.advanceTo('2026-03-02T09:39:59Z')
    const before = [toldTo(house, 'ben').length, toldTo(house, 'mei').length]
    await house.advanceTo('2026-03-02T09:40:00Z')

    expect(before).toEqual([3, 0])
    expect(toldTo(house, 'mei')).toHaveLength(1)
  })

  it('counts working time by the owner’s own hours', async () => {
    await withPolicy(house, [{ after: 600, clock: 'working', tell: { to: 'owner' } }])
    await trouble(house)

    await house.advanceTo('2026-03-03T08:59:59Z')
    const early = toldTo(house, 'ben')
    await house.advanceTo('2026-03-03T09:00:00Z')

    expect(early).toEqual([])
    expect(toldTo(house, 'ben')).toHaveLength(1)
  })

  it('keeps the policy that it began with', async () => {
    await withPolicy(house, LADDER)
    await trouble(house)
    await house.db.escalationPolicyVersion.updateMany({ data: { steps: [] } })

    await house.advanceTo('2026-03-02T08:30:00Z')

    expect(toldTo(house, 'mei')).toHaveLength(1)
  })

  it('follows the workspace’s first policy where there is none', async () => {
    await trouble(house)

    await house.advanceTo('2026-03-02T11:30:00Z')

    expect(['ben', 'mei', 'ada'].map((who) => toldTo(house, who).length)).toEqual([2, 1, 2])
    expect(await house.db.escalationPolicy.findMany()).toMatchObject([{ name: 'Standard', version: 1 }])
  })

  it('fires no step again that has fired, even if its row says so', async () => {
    await withPolicy(house, LADDER)
    await trouble(house)
    await house.db.escalation.updateMany({ data: { nextStep: 0, nextRepeat: 0 } })
    await house.advanceTo('2026-03-02T08:30:00Z')

    expect(toldTo(house, 'ben')).toHaveLength(1)
    expect(await trail(house)).toEqual(['opened', 'step-fired'])
  })

  it('stays as it is when the same subject is opened again', async () => {
    await withPolicy(house, LADDER)
    await trouble(house)
    await trouble(house)

    expect(toldTo(house, 'ben')).toHaveLength(1)
    expect(await trail(house)).toEqual(['opened', 'step-fired'])
  })
})

describe('the end of a walk', () => {
  it('is silent after it is resolved, and every message says so', async () => {
    await withPolicy(house, LADDER)
    await trouble(house)
    await house.as('zoe').command('/trouble resolve')
    await house.advanceTo('2026-03-02T20:00:00Z')

    expect(toldTo(house, 'ben')).toEqual([expect.stringContaining('Resolved by Zoe.\n[Why me?]')])
    expect(toldTo(house, 'mei')).toEqual([])
    expect(await trail(house)).toEqual(['opened', 'step-fired', 'resolved'])
  })

  it('is a new walk from step one when it is reopened', async () => {
    await withPolicy(house, LADDER)
    await trouble(house)
    await house.advanceTo('2026-03-02T08:30:00Z')
    await house.as('zoe').command('/trouble resolve')
    await house.as('zoe').command('/trouble reopen')
    await house.wake()
    const atOnce = [toldTo(house, 'ben').length, toldTo(house, 'mei').length]
    await house.advanceTo('2026-03-02T09:00:00Z')

    expect(atOnce).toEqual([2, 1])
    expect(toldTo(house, 'mei')).toHaveLength(2)
  })

  it('is a new walk with the owner and the policy of now when it is opened again', async () => {
    await withPolicy(house, LADDER)
    await trouble(house)
    await house.as('ben').command('/trouble resolve')
    await house.db.escalationPolicy.updateMany({ data: { name: 'Another' } })
    await trouble(house, 'ana')

    expect(toldTo(house, 'ana')).toEqual([expect.stringContaining('Step 1 of 4. You are told because this is yours.')])
    expect(toldTo(house, 'ben')).toHaveLength(1)
    expect(await trail(house)).toEqual(['opened', 'step-fired', 'resolved', 'opened', 'step-fired'])
  })
})
