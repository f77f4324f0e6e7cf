import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { roundsOnTime } from '../../../../src/flows/okr/rhythm/round.ts'
import { act } from '../../../../src/world.ts'
import { formOf, type House } from '../../../support/house.ts'
import { wordsOf } from '../../../support/words.ts'
import { newKeyResult, newObjective, openOffice, roundsTo, saidIn } from '../office.ts'

let house: House
beforeEach(async () => {
  house = await openOffice()
})
afterEach(() => house.close())

/** By the dates of those rounds. */
const datesTo = (who: string) => roundsTo(house, who).map(({ key }) => key.slice(-10))
const lastRoundTo = (who: string): string => {
  const last = roundsTo(house, who).at(-1)
  return last ? wordsOf(last.card) : ''
}
const walks = () => house.db.escalation.findMany({ where: { flow: 'okr' } })

/** An objective of Ana's with a key result of Ben's, both there since Monday, the fifth. */
async function benForAna(more: { visibility?: string } = {}) {
  const objective = await newObjective(house, 'ana', more)
  return newKeyResult(house, 'ana', objective, { owner: 'ben' })
}

describe('the daily round', () => {
  it('asks at nine in the owner’s own zone on the day after which nothing was said, in one message', async () => {
    const objective = await newObjective(house, 'mei', { owner: 'mei' })
    await newKeyResult(house, 'mei', objective)
    await newKeyResult(house, 'mei', objective, { title: 'Bugs' })
    await house.advanceTo('2026-10-12T00:59:00Z')
    expect(datesTo('mei')).toEqual([])
    await house.advanceTo('2026-10-12T01:00:00Z')

    expect(datesTo('mei')).toEqual(['2026-10-12'])
    expect(lastRoundTo('mei')).toContain('KR-1 Happy customers')
    expect(lastRoundTo('mei')).toContain('KR-2 Bugs')
    expect(lastRoundTo('mei')).toContain('今天到期')
  })

  it('does not ask who has checked in within three days, and shows what was done since', async () => {
    const objective = await newObjective(house, 'ben')
    await newKeyResult(house, 'ben', objective)
    await newKeyResult(house, 'ben', objective, { title: 'Bugs' })
    house.sleepUntil('2026-10-09T12:00:00Z')
    await house.as('ben').command('/okr update KR-1 5')
    await house.advanceTo('2026-10-12T08:00:00Z')
    expect(lastRoundTo('ben')).not.toContain('KR-1')
    expect(lastRoundTo('ben')).toContain('KR-2 Bugs')
    await house.as('ben').command('/okr update KR-2 5')

    expect(lastRoundTo('ben')).toContain('✓ KR-2 Bugs')
  })

  it('reminds after two days, tells the objective’s owner after four and their manager after six', async () => {
    await benForAna()
    await house.advanceTo('2026-10-13T12:00:00Z')
    expect(datesTo('ben')).toEqual(['2026-10-12'])
    await house.advanceTo('2026-10-14T12:00:00Z')
    expect(datesTo('ben')).toEqual(['2026-10-12', '2026-10-14'])
    expect(lastRoundTo('ben')).toContain('Still open')
    expect(datesTo('ana')).toEqual([])
    await house.advanceTo('2026-10-16T12:00:00Z')
    expect(datesTo('ana')).toEqual(['2026-10-16'])
    expect(lastRoundTo('ana')).toContain('Owner: Ben')
    expect(await walks()).toEqual([])
    await house.advanceTo('2026-10-19T12:00:00Z')
    // The sixth day is a Sunday; on Monday it is asked anew, and is overdue as long as before.
    const turns = await house.db.okrTurn.findMany({ orderBy: { dueOn: 'asc' } })
    expect(turns.map(({ state }) => state)).toEqual(['missed', 'asked'])
    expect(await walks()).toMatchObject([{ state: 'open' }])
  })

  it('waits while the owner is away, and asks once when they are back', async () => {
    await benForAna()
    await house.as('ben').command('/ops away 2026-10-12 2026-10-23')
    await house.advanceTo('2026-10-26T12:00:00Z')

    expect(datesTo('ben')).toEqual(['2026-10-26'])
    expect(datesTo('ana')).toEqual([])
    expect(await walks()).toEqual([])
  })

  it('asks the backup instead where that is set', async () => {
    await benForAna()
    await newObjective(house, 'lin', { title: 'Own' })
    await house.as('ben').command('/ops away 2026-10-12 2026-10-16')
    const form = formOf(await house.as('ada').command('/okr settings'))
    await house.as('ada').submit(form, { away: 'backup' })
    await house.advanceTo('2026-10-12T12:00:00Z')

    expect(datesTo('ben')).toEqual([])
    expect(lastRoundTo('lin')).toContain('for Ben, who is away')
  })

  it('is one on a day, whatever crashes and however often it is tried', async () => {
    await benForAna()
    const ben = await house.member('ben')
    house.sleepUntil('2026-10-12T07:00:00Z')
    const round = () =>
      act(house.world, house.workspace, (ctx) =>
        roundsOnTime(ctx, [{ subject: ben.id, payload: null, dueAt: ctx.now }]),
      )
    await act(house.world, house.workspace, async (ctx) => {
      await roundsOnTime(ctx, [{ subject: ben.id, payload: null, dueAt: ctx.now }])
      throw new Error('killed')
    }).catch(() => null)
    expect(await house.db.okrTurn.count()).toBe(0)
    await round()
    await round()
    await house.settle()

    expect(datesTo('ben')).toEqual(['2026-10-12'])
    expect(await house.db.okrTurn.count()).toBe(1)
  })

  it('comes once, and late, when nobody was there for two weeks', async () => {
    await benForAna()
    house.sleepUntil('2026-10-27T13:00:00Z')
    await house.wake()

    expect(datesTo('ben')).toEqual(['2026-10-27'])
    expect(await house.db.okrTurn.count()).toBe(1)
  })

  it('does not come at night because nobody was there by day', async () => {
    await benForAna()
    house.sleepUntil('2026-10-13T01:00:00Z')
    await house.wake()
    expect(datesTo('ben')).toEqual([])
    await house.advanceTo('2026-10-13T07:00:00Z')

    expect(datesTo('ben')).toEqual(['2026-10-13'])
  })

  it('goes with somebody who moves to another zone: no second one on a date, and none is lost', async () => {
    await benForAna()
    await house.advanceTo('2026-10-12T08:00:00Z')
    await house.as('ben').submit(formOf(await house.as('ben').command('/ops me')), { zone: 'New York' })
    expect((await house.member('ben')).timeZone).toBe('America/New_York')
    await house.advanceTo('2026-10-12T20:00:00Z')
    expect(datesTo('ben')).toEqual(['2026-10-12'])
    await house.advanceTo('2026-10-14T20:00:00Z')

    expect(datesTo('ben')).toEqual(['2026-10-12', '2026-10-14'])
  })
})

describe('the end of a cycle', () => {
  it('is told in the next round of whoever owns an objective, once, and shows which reviews are written', async () => {
    const objective = await newObjective(house, 'mei', { owner: 'mei' })
    await newKeyResult(house, 'mei', objective)
    house.sleepUntil('2026-12-30T06:00:00Z')
    await house.as('mei').command('/okr update KR-1 80')
    await house.advanceTo('2026-12-31T20:00:00Z')
    expect(datesTo('mei')).toEqual([])
    await house.as('mei').command('/ops away 2027-01-01 2027-01-03')
    await house.advanceTo('2027-01-06T12:00:00Z')

    expect(datesTo('mei')).toEqual(['2027-01-04'])
    expect(lastRoundTo('mei')).toContain('待复盘')
    const { card } = house.as('mei').lastDirect()
    const form = formOf(await house.as('mei').press(card, '复盘 O-1'))
    await house.as('mei').submit(form, { lessons: '早点联系客户' })
    expect(lastRoundTo('mei')).toContain('✓ O-1')
  })
})

describe('whoever follows', () => {
  it('hears the day after check-ins what moved, in the one message of the day, and nothing of what is private', async () => {
    await benForAna()
    const secret = await newObjective(house, 'kai', { title: 'Secret', team: 'Sales', visibility: 'private' })
    await newKeyResult(house, 'kai', secret, { title: 'Hidden' })
    await newObjective(house, 'ana', { title: 'Public', team: 'Sales' })
    await house.as('lin').command('/okr follow O-1')
    await house.as('lin').command('/okr follow team:Sales')
    await house.as('ben').command('/okr update KR-1 10 conf:8')
    await house.as('kai').command('/okr update KR-2 10')
    house.sleepUntil('2026-10-12T06:30:00Z')
    await house.as('ben').command('/okr update KR-1 42 conf:5')
    await house.advanceTo('2026-10-13T12:00:00Z')

    expect(lastRoundTo('lin')).toContain('KR-1 Happy customers: ')
    expect(lastRoundTo('lin')).toContain('confidence fell from 8 to 5')
    expect(lastRoundTo('lin')).not.toContain('Hidden')
    await house.advanceTo('2026-10-16T12:00:00Z')
    expect(datesTo('lin').filter((date) => date > '2026-10-13')).toEqual([])
  })

  it('in a channel reads it there, every step once, without what is private', async () => {
    await benForAna()
    const form = formOf(await house.as('ada').command('/okr settings'))
    const settings = saidIn(await house.as('ada').submit(form, { digest: 'okrs' }))
    const secret = await newObjective(house, 'kai', { title: 'Secret', visibility: 'private' })
    await newKeyResult(house, 'kai', secret, { title: 'Hidden' })
    await house.as('ben').command('/okr update KR-1 10')
    await house.as('kai').command('/okr update KR-2 10')
    house.sleepUntil('2026-10-06T06:30:00Z')
    await house.as('ben').command('/okr update KR-1 12')
    await house.advanceTo('2026-10-13T12:00:00Z')

    const said = house.inChannel('okrs').map(({ card }) => wordsOf(card))
    expect(settings).toContain('Digest channel: #okrs')
    expect(settings).toContain('Reminded after: 2 days')
    expect(said).toHaveLength(2)
    expect(said[0]).toContain('0 customers → 10 customers (0.10)')
    expect(said[1]).toContain('10 customers → 12 customers')
    expect(said.join()).not.toContain('Hidden')
  })
})

describe('whoever leaves', () => {
  it('hands their key results to the objective’s owner, and each new owner and the manager hear it once', async () => {
    await benForAna()
    await newKeyResult(house, 'ben', await newObjective(house, 'ben', { title: 'Own' }), { title: 'Mine' })
    house.chat.people.set('ben', { ...house.chat.people.get('ben')!, active: false })
    await house.door.notice({
      ...{ platform: 'playground', installation: 'acme', kind: 'person-changed' },
      profile: house.chat.people.get('ben')!,
    })
    await house.settle()

    const owners = await house.db.okrKeyResult.findMany({ orderBy: { number: 'asc' } })
    const [ana, kai] = [await house.member('ana'), await house.member('kai')]
    expect(owners.map(({ ownerId }) => ownerId)).toEqual([ana.id, kai.id])
    const told = (who: string) => house.directTo(who).filter(({ key }) => key.startsWith('okr/left/'))
    expect([told('ana').length, told('kai').length]).toEqual([1, 1])
    expect(wordsOf(told('kai')[0]!.card)).toContain('KR-1 Happy customers → Ana')
  })
})

it('says in /ops upcoming what will be asked', async () => {
  await benForAna()
  expect(saidIn(await house.as('ben').command('/ops upcoming'))).toContain('OKR check-in: KR-1 Happy customers')
})
