import { setTimeout as sleep } from 'node:timers/promises'
import { afterEach, beforeEach, expect, it } from 'vitest'
import { lockStandup } from '../../../src/flows/standup/store/standups.ts'
import type { Profile } from '../../../src/platform.ts'
import { INSTALLATION } from '../../support/acting.ts'
import type { House } from '../../support/house.ts'
import { answerFormOf, cardsIn, digestsIn, openOffice, setUpDaily, toldTo } from './office.ts'

let house: House
beforeEach(async () => {
  house = await openOffice({ now: '2026-03-01T12:00:00Z' })
})
afterEach(() => house.close())

const move = async (who: string, timeZone: string) => {
  const profile = { ...house.chat.people.get(who), timeZone } as Profile
  house.chat.people.set(who, profile)
  await house.door.notice({ platform: 'playground', installation: INSTALLATION, kind: 'person-changed', profile })
}
const askedAt = (who: string) => house.directTo(who).map(({ at }) => at.toString())

it('opens earlier when somebody moves east before it opens', async () => {
  await setUpDaily(house, { participants: ['ben', 'ana'], zoneMode: 'member' })

  await move('ana', 'Asia/Tokyo')
  await house.advanceTo('2026-03-02T09:00:00Z')

  expect(askedAt('ana')).toEqual(['2026-03-02T00:00:00Z', '2026-03-02T00:10:00Z'])
  expect(askedAt('ben')[0]).toBe('2026-03-02T08:00:00Z')
})

it('asks at once, and the others at their time, when the hour has passed already where somebody has moved', async () => {
  await setUpDaily(house, { participants: ['ben', 'ana'], zoneMode: 'member' })
  await house.advanceTo('2026-03-02T07:00:00Z')

  await move('ana', 'Asia/Tokyo')
  await house.advanceTo('2026-03-02T08:30:00Z')

  expect(askedAt('ana')[0]).toBe('2026-03-02T07:00:00Z')
  expect(askedAt('ben')[0]).toBe('2026-03-02T08:00:00Z')
  expect(cardsIn(house)).toHaveLength(1)
})

it('asks earlier who moves east while it is on, and only once', async () => {
  await setUpDaily(house, { participants: ['ben', 'ana'], zoneMode: 'member' })
  await house.advanceTo('2026-03-02T08:05:00Z')

  await move('ana', 'Atlantic/Azores')
  await house.advanceTo('2026-03-02T15:00:00Z')

  expect(askedAt('ana')[0]).toBe('2026-03-02T10:00:00Z')
  expect(toldTo(house, 'ana', 'Mon, 2 Mar')).toHaveLength(1)
})

it('waits for whoever moves west while it is on', async () => {
  await setUpDaily(house, { participants: ['ben', 'ana'], zoneMode: 'member' })
  await house.advanceTo('2026-03-02T08:05:00Z')

  await move('ana', 'America/Los_Angeles')
  await house.advanceTo('2026-03-02T16:00:00Z')
  const before = askedAt('ana')
  await house.advanceTo('2026-03-02T17:05:00Z')

  expect(before).toEqual([])
  expect(askedAt('ana')).toEqual(['2026-03-02T17:00:00Z'])
  expect(digestsIn(house)).toHaveLength(0)
})

it('does not end before its time when it was made longer at the very moment of its end', async () => {
  await setUpDaily(house)
  await house.advanceTo('2026-03-02T08:05:00Z')
  await house.db.standupRun.updateMany({ data: { closesAt: new Date('2026-03-02T11:00:00Z') } })

  await house.advanceTo('2026-03-02T10:00:00Z')

  expect(digestsIn(house)).toHaveLength(0)
})

it('takes answers while somebody else holds the stand-up to change it', async () => {
  await setUpDaily(house)
  await house.advanceTo('2026-03-02T08:05:00Z')
  const { id } = await house.db.standup.findFirstOrThrow()
  const form = await answerFormOf(house, 'ben')
  const [first, , blocker] = form.fields.map(({ name }) => name)

  const answered = await house.db.$transaction(async (tx) => {
    await lockStandup(tx, house.workspace.id, id)
    const answers = { [first ?? '']: 'Done', [blocker ?? '']: 'No key' }
    return Promise.race([house.as('ben').submit(form, answers), sleep(3_000, 'waits')])
  })

  expect(answered).not.toBe('waits')
  expect(await house.db.standupBlocker.count()).toBe(1)
})
