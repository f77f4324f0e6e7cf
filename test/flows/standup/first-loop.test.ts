import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { cardOf, formOf, type House } from '../../support/house.ts'
import { openOffice, setUpDaily } from './office.ts'

describe('a stand-up from its beginning to its digest', () => {
  let house: House
  beforeEach(async () => {
    house = await openOffice()
  })
  afterEach(() => house.close())

  it('asks in the channel and privately, takes the answers and posts the digest', async () => {
    expect(cardOf(await setUpDaily(house)).summary).toBe('Daily is set up.')

    await house.advanceTo('2026-03-02T08:00:00Z')
    expect(house.inChannel('general').map(({ key }) => key.replace(/run\/[^/]+/, 'run'))).toEqual(['standup/run/card'])
    expect(house.directTo('mei')).toHaveLength(1)
    for (const who of ['ben', 'mei']) {
      const card = house.as(who).lastDirect().card
      const form = formOf(await house.as(who).press(card, who === 'mei' ? '回答' : 'Answer'))
      const [done = ''] = form.fields.map(({ name }) => name)
      await house.as(who).submit(form, { [done]: `${who} did it` })
    }

    const [card, digest] = house.inChannel('general')
    expect(digest?.thread).toBe(card?.key)
    console.error(JSON.stringify(digest, null, 1), JSON.stringify(card, null, 1))
  })
})
