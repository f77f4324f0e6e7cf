import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { ChannelClosed, PersonUnreachable } from '../../src/errors.ts'
import { INSTALLATION } from '../support/acting.ts'
import {
  LADDER,
  type Office,
  openOffice,
  stateOf,
  step,
  toldTo,
  trail,
  trouble,
  withPolicy,
  wordsOf,
} from './office.ts'

let house: Office
beforeEach(async () => {
  house = await openOffice()
})
afterEach(() => house.close())

const leaves = async (who: string) => {
  const profile = { ...house.chat.people.get(who)!, active: false }
  house.chat.people.set(who, profile)
  await house.door.notice({ platform: 'playground', installation: INSTALLATION, kind: 'person-changed', profile })
  await house.settle()
}
const away = (who: string) => house.as(who).command('/ops away 2026-03-02 2026-03-06')
const setFallback = async (channel: string) => {
  const { id: fallbackChannelId } = await house.channel(channel)
  await house.db.escalationSettings.create({ data: { workspaceId: house.workspace.id, fallbackChannelId } })
}
const reasons = async () =>
  (await house.db.escalationNotice.findMany({ where: { outcome: { not: 'told' } }, orderBy: { id: 'asc' } })).map(
    ({ step, outcome }) => `${step} ${outcome}`,
  )

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
    expect(toldTo(house, 'mei')).toEqual([expect.stringContaining('你是Ben的上级，所以通知你。\n打印机着火了。')])
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

  it('stays as it is when the same subject is opened again', async () => {
    await withPolicy(house, LADDER)
    await trouble(house)
    await trouble(house)

    expect(toldTo(house, 'ben')).toHaveLength(1)
    expect(await trail(house)).toEqual(['opened', 'step-fired'])
  })
})

describe('whoever cannot act', () => {
  it('hands to the backup when away, and the backup reads for whom', async () => {
    await withPolicy(house, LADDER)
    await away('ben')
    await trouble(house)

    expect(toldTo(house, 'ben')).toEqual([])
    expect(toldTo(house, 'ana')).toEqual([expect.stringContaining('You stand in for Ben, who is away.')])
    expect(await reasons()).toEqual(['0 away'])
  })

  it('hands to the manager having left, and an open step goes on without them at once', async () => {
    await withPolicy(house, LADDER)
    await trouble(house)
    await leaves('ben')

    expect(toldTo(house, 'mei')).toEqual([expect.stringContaining('Ben已经离开，由你代为处理。')])
    expect(toldTo(house, 'ana')).toEqual([])
  })

  it('is passed over when the platform cannot reach them, at once', async () => {
    await withPolicy(house, LADDER)
    house.chat.broken.set('@ben', new PersonUnreachable('blocked'))
    house.chat.broken.set('@ana', new PersonUnreachable('blocked'))
    await trouble(house)
    await house.settle()

    expect(toldTo(house, 'mei')).toHaveLength(1)
    expect(await reasons()).toEqual(['0 unreachable', '0 unreachable'])
    expect((await stateOf(house)).step).toBe(0)
  })

  it('does not make the others of that step hear it twice', async () => {
    await house.as('ada').command('/ops admin grant <@zoe>')
    house.chat.broken.set('@zoe', new PersonUnreachable('blocked'))
    await withPolicy(house, [step(0, 'admins'), step(30, 'owner')])
    await trouble(house)
    await house.settle()

    expect(toldTo(house, 'ada')).toHaveLength(1)
    expect(toldTo(house, 'ben')).toEqual([])
    expect(await reasons()).toEqual(['0 unreachable'])
  })

  it('is left in peace outside working hours where the step says so', async () => {
    await house.as('ana').command('/ops me zone:America/New_York')
    await withPolicy(house, [{ ...step(0, 'backup'), respectWorkingHours: true }, step(30, 'admins')])
    await house.as('ada').command('/ops manager <@ana> none')
    await trouble(house)

    expect(toldTo(house, 'ana')).toEqual([])
    expect(toldTo(house, 'ada')).toEqual([expect.stringContaining('You are told as an administrator.')])
    expect(await reasons()).toEqual(['0 off-hours', '0 no-manager'])
  })

  it('ends a circle of managers at the administrators', async () => {
    const [{ id: ben }, { id: mei }] = [await house.member('ben'), await house.member('mei')]
    await house.db.member.update({ where: { id: mei }, data: { managerId: ben } })
    await withPolicy(house, [step(0, 'managers-manager')])
    await trouble(house)

    expect(toldTo(house, 'ada')).toEqual([expect.stringContaining('You are told as an administrator.')])
    expect(await reasons()).toEqual(['0 loop'])
  })
})

describe('an exhausted chain', () => {
  it('tells the fallback channel in so many words, an hour after the last step', async () => {
    await setFallback('alarm')
    await withPolicy(house, [step(0, 'owner')])
    await trouble(house)

    await house.advanceTo('2026-03-02T08:59:59Z')
    const early = house.inChannel('alarm')
    await house.advanceTo('2026-03-02T20:00:00Z')

    expect(early).toEqual([])
    expect(house.inChannel('alarm').map(({ card }) => wordsOf(card))).toEqual([
      expect.stringContaining('Nobody on the chain has taken this: everybody was told or passed over.'),
    ])
    expect(house.news.map(({ kind }) => kind)).toEqual(['exhausted'])
    expect((await stateOf(house)).exhaustedAt).not.toBeNull()
  })

  it('tells the administrators when there is no such channel, or it is closed', async () => {
    await setFallback('alarm')
    house.chat.broken.set('#alarm', new ChannelClosed('archived'))
    await withPolicy(house, [step(0, 'owner')])
    await trouble(house)

    await house.advanceTo('2026-03-02T09:00:00Z')

    expect(toldTo(house, 'ada')).toEqual([expect.stringContaining('Nobody on the chain has taken this')])
    expect(await reasons()).toEqual(['1 closed'])
  })

  it('comes at once when nobody at all can be told', async () => {
    await setFallback('alarm')
    await withPolicy(house, [step(0, 'manager'), step(30, 'backup')])
    await trouble(house, 'zoe')

    expect(house.inChannel('alarm')).toHaveLength(1)
    expect(await reasons()).toEqual(['0 no-manager', '1 no-backup'])
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
})
