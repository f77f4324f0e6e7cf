import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import type { House } from '../../support/house.ts'
import {
  answer,
  answerFormOf,
  cardsIn,
  cardWordsOf,
  digestOf,
  digestsIn,
  openOffice,
  setUpDaily,
  toldTo,
} from './office.ts'

const EVERYBODY = { participants: ['ben', 'mei', 'ana'], zoneMode: 'member' }
const askedAt = (house: House, who: string) => house.directTo(who).map(({ at }) => at.toString())

describe('a stand-up in each member’s own zone', () => {
  let house: House
  beforeEach(async () => {
    house = await openOffice({ now: '2026-03-01T12:00:00Z' })
    await setUpDaily(house, EVERYBODY)
  })
  afterEach(() => house.close())

  it('opens with the first of them and asks each at the time on their own wall', async () => {
    await house.advanceTo('2026-03-02T01:00:00Z')
    expect(cardWordsOf(house)).toMatch(/Not yet: Mei\nLater, in their own time zone: Ana, Ben/)
    await house.advanceTo('2026-03-02T14:01:00Z')

    expect(askedAt(house, 'mei')[0]).toBe('2026-03-02T01:00:00Z')
    expect(askedAt(house, 'ben')[0]).toBe('2026-03-02T08:00:00Z')
    expect(askedAt(house, 'ana')[0]).toBe('2026-03-02T14:00:00Z')
    expect(cardsIn(house)).toHaveLength(1)
  })

  it('reminds each half-way of their own time and closes after the last', async () => {
    await house.advanceTo('2026-03-02T01:10:00Z')
    expect(toldTo(house, 'mei', '小提醒')).toHaveLength(1)
    await house.advanceTo('2026-03-02T14:19:59Z')
    expect(digestsIn(house)).toEqual([])
    expect(toldTo(house, 'ana', 'A short reminder')).toHaveLength(1)
    await house.advanceTo('2026-03-02T14:20:00Z')

    expect(digestOf(house)).toContain('Missed: Ana, Ben, Mei')
    expect(toldTo(house, 'ana', 'A short reminder')).toEqual([])
  })

  it('closes when the last has answered, also before their time has come', async () => {
    await house.advanceTo('2026-03-02T08:01:00Z')

    for (const who of ['mei', 'ben', 'ana']) await answer(house, who, 'Done')

    expect(digestOf(house)).toContain('Ana')
    await house.advanceTo('2026-03-02T16:00:00Z')
    expect(house.directTo('ana')).toEqual([])
    expect(digestsIn(house)).toHaveLength(1)
  })

  it('asks nobody twice for one date who moves to another zone', async () => {
    await house.advanceTo('2026-03-02T08:30:00Z')
    await house.db.member.updateMany({ where: { name: 'Ben' }, data: { timeZone: 'America/Los_Angeles' } })

    await house.advanceTo('2026-03-03T01:30:00Z')

    expect(toldTo(house, 'ben', 'Mon, 2 Mar')).toHaveLength(1)
  })

  it('asks whoever moves west when their time comes there, and waits for them', async () => {
    await house.advanceTo('2026-03-02T02:00:00Z')
    await house.db.member.updateMany({ where: { name: 'Ana' }, data: { timeZone: 'America/Los_Angeles' } })

    await house.advanceTo('2026-03-02T16:59:00Z')
    expect(house.directTo('ana')).toEqual([])
    await house.advanceTo('2026-03-02T17:15:00Z')

    expect(askedAt(house, 'ana')[0]).toBe('2026-03-02T17:00:00Z')
    expect(digestsIn(house)).toEqual([])
    await house.advanceTo('2026-03-02T17:20:00Z')
    expect(digestsIn(house)).toHaveLength(1)
  })

  it('keeps two dates apart that are on at once', async () => {
    await setUpDaily(house, { ...EVERYBODY, name: 'Long', participants: ['mei', 'ana'], delay: '720', channel: 'team' })

    await house.advanceTo('2026-03-03T01:30:00Z')

    expect((await answerFormOf(house, 'ana', 'Long')).intro).toBe('Long, Mon, 2 Mar')
    const open = cardsIn(house, 'team').map(({ card }) => card.title)
    expect(open).toEqual(['Long · Mon, 2 Mar', 'Long · Tue, 3 Mar'])
    expect(digestsIn(house, 'team')).toEqual([])
  })
})

describe('days on which somebody is not asked', () => {
  let house: House
  beforeEach(async () => {
    house = await openOffice()
  })
  afterEach(() => house.close())

  const away = async (who: string, from: string, to: string) => {
    const { id } = await house.member(who)
    await house.db.absence.create({ data: { memberId: id, fromDate: new Date(from), toDate: new Date(to) } })
  }

  it('lists who is away as away in the card and the digest, and never asks them', async () => {
    await setUpDaily(house)
    await away('mei', '2026-03-02', '2026-03-03')
    await house.advanceTo('2026-03-02T08:01:00Z')
    expect(cardWordsOf(house)).toContain('Away: Mei')

    await answer(house, 'ben', 'Done')

    expect(digestOf(house)).toContain('Away: Mei')
    expect(house.directTo('mei')).toEqual([])
  })

  it('takes a day off by their own working days for away', async () => {
    await house.db.member.updateMany({ where: { name: 'Mei' }, data: { workingDays: [2, 3, 4, 5, 6] } })
    await setUpDaily(house)
    await house.advanceTo('2026-03-02T08:01:00Z')

    expect(cardWordsOf(house)).toContain('Away: Mei')
  })

  it('says nothing at all when everybody is away', async () => {
    await setUpDaily(house)
    for (const who of ['ben', 'mei']) await away(who, '2026-03-02', '2026-03-02')
    await house.advanceTo('2026-03-02T12:00:00Z')

    expect(house.chat.messages).toEqual([])
    expect(await house.db.standupRun.findFirst()).toMatchObject({ state: 'closed' })
  })

  it('does not blame who went away while it was on', async () => {
    await setUpDaily(house)
    await house.advanceTo('2026-03-02T08:01:00Z')
    await away('mei', '2026-03-02', '2026-03-02')
    await house.advanceTo('2026-03-02T12:00:00Z')

    expect(digestOf(house)).toContain('Away: Mei')
    expect(toldTo(house, 'mei', '小提醒')).toEqual([])
  })

  it('asks nobody on a holiday of its calendar', async () => {
    await house.advanceTo('2026-04-02T12:00:00Z')
    await setUpDaily(house, { holidays: 'DE' })
    await house.advanceTo('2026-04-07T12:00:00Z')

    expect(cardsIn(house).map(({ card }) => card.title)).toEqual(['Daily · Tue, 7 Apr'])
  })
})
