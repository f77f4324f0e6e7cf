import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { toInstant } from '../../../src/calendar/instant.ts'
import { openOnTime } from '../../../src/flows/standup/open-run.ts'
import { act } from '../../../src/world.ts'
import type { House } from '../../support/house.ts'
import { answer, cardsIn, cardWordsOf, digestOf, digestsIn, openOffice, setUpDaily, toldTo } from './office.ts'

describe('when Drumbeat was not there', () => {
  let house: House
  beforeEach(async () => {
    house = await openOffice()
    await setUpDaily(house)
  })
  afterEach(() => house.close())

  it('asks late on the same day and counts the time for answers from then', async () => {
    house.sleepUntil('2026-03-02T10:00:00Z')
    await house.wake()

    expect(cardWordsOf(house)).toContain('Digest at 11:20')
    await house.advanceTo('2026-03-02T10:20:00Z')
    expect(digestsIn(house)).toHaveLength(1)
  })

  it('marks days that are over as missed by itself, tells the lead once and blames nobody', async () => {
    house.sleepUntil('2026-03-05T07:00:00Z')
    await house.wake()
    await house.advanceTo('2026-03-05T07:30:00Z')

    expect(cardsIn(house)).toEqual([])
    expect(toldTo(house, 'ben', 'I was not running')).toEqual([
      expect.stringContaining('Daily did not take place: Mon, 2 Mar, Tue, 3 Mar, Wed, 4 Mar.'),
    ])
    expect(await house.db.standupParticipant.findMany({ where: { missedInARow: { gt: 0 } } })).toEqual([])
  })

  it('asks once after many days, not once for each of them', async () => {
    house.sleepUntil('2026-03-05T09:00:00Z')
    await house.wake()

    expect(cardsIn(house).map(({ card }) => card.title)).toEqual(['Daily · Thu, 5 Mar'])
    expect(house.directTo('mei')).toHaveLength(1)
    await house.advanceTo('2026-03-06T08:00:00Z')
    expect(cardsIn(house)).toHaveLength(2)
  })

  it('blames nobody when the digest comes on a later day', async () => {
    await house.advanceTo('2026-03-02T08:01:00Z')
    await answer(house, 'ben', 'Done')
    house.sleepUntil('2026-03-03T07:00:00Z')
    await house.wake()

    expect(digestOf(house)).toContain('Not counted (Drumbeat was not there): Mei')
    expect(await house.db.standupParticipant.findMany({ where: { missedInARow: { gt: 0 } } })).toEqual([])
  })

  it('does not ask on a day that has been started by hand', async () => {
    await house.as('ben').command('/standup start')
    await house.advanceTo('2026-03-02T09:00:00Z')

    expect(cardsIn(house)).toHaveLength(1)
    expect(house.directTo('mei').filter(({ key }) => key.includes('/ask/'))).toHaveLength(1)
  })

  it('does not ask again when it was started by hand while the timer was already on its way', async () => {
    const timer = await house.db.timer.findFirstOrThrow({ where: { kind: 'standup.open' } })
    await house.as('ben').command('/standup start')

    const due = { subject: timer.subject, payload: timer.payload, dueAt: toInstant(timer.dueAt) }
    house.sleepUntil('2026-03-02T08:00:01Z')
    await act(house.world, house.workspace, (ctx) => openOnTime(ctx, due))

    expect(await house.db.standupRun.count()).toBe(1)
  })

  it('asks those of a zone whose day is over no more, and the others late', async () => {
    await setUpDaily(house, { name: 'Wide', channel: 'team', zoneMode: 'member', participants: ['mei', 'ana'] })
    house.sleepUntil('2026-03-03T18:00:00Z')
    await house.wake()

    expect(cardsIn(house, 'team').map(({ card }) => card.title)).toEqual(['Wide · Tue, 3 Mar'])
    expect(toldTo(house, 'ana', 'Wide · Tue, 3 Mar')).toHaveLength(1)
    expect(toldTo(house, 'mei', 'Wide')).toEqual([])
  })
})
