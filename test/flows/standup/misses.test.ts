import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import type { House } from '../../support/house.ts'
import { formOf } from '../../support/house.ts'
import { answer, cardsIn, openOffice, setUpDaily, toldTo } from './office.ts'

const WORDS = 'Mei has missed Daily 3 times in a row.'

describe('missing in a row', () => {
  let house: House
  beforeEach(async () => {
    house = await openOffice()
    await setUpDaily(house)
  })
  afterEach(() => house.close())

  /** Each of these days of March passes; Ben answers. */
  const pass = async (...days: number[]) => {
    for (const day of days) {
      await house.advanceTo(`2026-03-${String(day).padStart(2, '0')}T08:01:00Z`)
      await answer(house, 'ben', 'Done')
      await house.advanceTo(`2026-03-${String(day).padStart(2, '0')}T09:00:00Z`)
    }
  }

  it('is told to the lead alone, privately, at the third time and only once', async () => {
    await pass(2, 3)
    expect(toldTo(house, 'ben', WORDS)).toEqual([])
    await pass(4, 5, 6)

    expect(toldTo(house, 'ben', WORDS)).toHaveLength(1)
    expect(house.chat.messages.filter(({ card }) => JSON.stringify(card).includes('in a row'))).toHaveLength(1)
  })

  it('begins anew after an answer, also a late one', async () => {
    await pass(2, 3)
    const form = formOf(await house.as('mei').press(cardsIn(house)[1]!.card, 'Add or change answers'))
    await house.as('mei').submit(form, { [form.fields[0]!.name]: '补上' })
    await pass(4, 5)
    expect(toldTo(house, 'ben', WORDS)).toEqual([])

    await pass(6)
    expect(toldTo(house, 'ben', WORDS)).toHaveLength(1)
  })

  it('goes on over days away', async () => {
    await pass(2, 3)
    const { id } = await house.member('mei')
    const day = new Date('2026-03-04')
    await house.db.absence.create({ data: { memberId: id, fromDate: day, toDate: day } })
    await pass(4)
    expect(toldTo(house, 'ben', WORDS)).toEqual([])

    await pass(5)
    expect(toldTo(house, 'ben', WORDS)).toHaveLength(1)
  })
})
