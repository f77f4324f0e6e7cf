import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { cardOf, formOf, type House } from '../../support/house.ts'
import { wordsOf } from '../../support/words.ts'
import { answer, cardsIn, cardWordsOf, digestOf, digestsIn, openOffice, saidIn, setUpDaily } from './office.ts'

describe('skipping', () => {
  let house: House
  beforeEach(async () => {
    house = await openOffice()
    await setUpDaily(house)
  })
  afterEach(() => house.close())

  it('takes me out of today’s with my reason, and closes when nobody else is waited for', async () => {
    await house.advanceTo('2026-03-02T08:01:00Z')
    await answer(house, 'ben', 'Done')

    expect(saidIn(await house.as('mei').command('/standup skip 看 牙医'))).toContain(
      '你已跳过 3月2日（周一）的“Daily”。',
    )

    expect(digestOf(house)).toContain('Skipping: Mei (看 牙医)')
    expect(digestsIn(house)[0]!.card.blocks).toContainEqual({
      kind: 'facts',
      facts: [{ label: 'Skipping', value: [{ bold: 'Mei' }, ' (看 牙医)'] }],
    })
    expect(wordsOf(house.directTo('mei')[0]!.card)).toContain('你已跳过')
  })

  it('asks for a reason by the button, which may stay empty', async () => {
    await house.advanceTo('2026-03-02T08:01:00Z')

    const form = formOf(await house.as('ben').press(cardsIn(house)[0]!.card, 'Skip today'))
    await house.as('ben').submit(form, {})

    expect(cardWordsOf(house)).toContain('Skipping: Ben')
  })

  it('is noted beforehand when today’s has not begun', async () => {
    await house.as('ben').command('/standup skip dentist')
    await house.advanceTo('2026-03-02T08:01:00Z')

    expect(cardWordsOf(house)).toContain('Skipping: Ben (dentist)')
    expect(house.directTo('ben')).toEqual([])
    await house.advanceTo('2026-03-03T08:01:00Z')
    expect(house.directTo('ben')).toHaveLength(1)
  })

  it('is refused on a day without one, and says when the next is', async () => {
    await house.advanceTo('2026-03-07T10:00:00Z')

    expect(saidIn(await house.as('ben').command('/standup skip'))).toContain(
      'Daily does not meet today, so there is nothing to skip. It asks next on Mon, 9 Mar 2026, 09:00.',
    )
  })

  it('is refused once I have answered', async () => {
    await house.advanceTo('2026-03-02T08:01:00Z')
    await answer(house, 'ben', 'Done')

    expect(saidIn(await house.as('ben').press(cardsIn(house)[0]!.card, 'Skip today'))).toContain(
      'You have answered Daily',
    )
  })

  it('is refused once it has closed, and the reminder no longer offers it', async () => {
    await house.advanceTo('2026-03-02T08:11:00Z')
    const reminder = house.directTo('ben')[1]!.card
    expect(wordsOf(reminder)).toContain('[Answer] [Skip today]')
    await house.advanceTo('2026-03-02T08:21:00Z')

    expect(saidIn(await house.as('ben').press(reminder, 'Skip today'))).toContain(
      'Daily of Mon, 2 Mar is over, so there is nothing to skip.',
    )
    expect(saidIn(await house.as('ben').command('/standup skip'))).toContain('Today’s Daily is over.')
    const [, after] = house.directTo('ben')
    expect(wordsOf(after!.card).trim()).toBe('The digest of Daily is out.')
  })

  it('says what is so when today’s is on and nothing waits for me', async () => {
    await house.advanceTo('2026-03-02T08:01:00Z')
    await answer(house, 'ben', 'Done')

    expect(saidIn(await house.as('ben').command('/standup skip'))).toContain('You have answered Daily today.')
  })

  it('asks which one is meant, and keeps the reason', async () => {
    await setUpDaily(house, { name: 'Second' })
    await house.advanceTo('2026-03-02T08:01:00Z')

    const which = await house.as('ben').command('/standup skip at the dentist')
    const form = formOf(await house.as('ben').press(cardOf(which), 'Second'))

    expect(form.fields[0]).toMatchObject({ value: 'at the dentist' })
  })

  it('can be taken back by answering', async () => {
    await house.advanceTo('2026-03-02T08:01:00Z')
    await house.as('ben').command('/standup skip')

    await answer(house, 'ben', 'Done after all')

    expect(cardWordsOf(house)).toContain('Answered: Ben')
  })

  it('neither counts as a miss nor ends a row of misses', async () => {
    await house.advanceTo('2026-03-03T08:01:00Z')
    await house.as('mei').command('/standup skip')
    await house.advanceTo('2026-03-03T09:00:00Z')

    const { id } = await house.member('mei')
    expect(await house.db.standupParticipant.findFirst({ where: { memberId: id } })).toMatchObject({ missedInARow: 1 })
  })
})
