import { afterEach, beforeEach, expect, it } from 'vitest'
import { storable } from '../../src/router/storable.ts'
import { answer, digestOf, openOffice, setUpDaily } from '../flows/standup/office.ts'
import type { House } from '../support/house.ts'

let house: House
beforeEach(async () => {
  house = await openOffice()
})
afterEach(() => house.close())

it('keeps every character but those that are none', () => {
  const whole = { kind: 'message', text: 'ok 👍🏽 好 \u202Eabc' } as const

  expect(storable(whole)).toEqual(whole)
  expect(storable({ kind: 'message', text: 'a\0b\uD83Dc\uDE00' })).toEqual({ kind: 'message', text: 'ab\uFFFDc\uFFFD' })
})

it('takes an answer with characters that no database keeps', async () => {
  await setUpDaily(house)
  await house.advanceTo('2026-03-02T08:01:00Z')

  await answer(house, 'ben', 'do\0ne \uD83D', '\uDE00 next', 'none')
  await house.as('mei').dm('fer\0tig')
  await house.advanceTo('2026-03-02T09:00:00Z')

  expect(digestOf(house)).toContain('done \uFFFD')
  expect(digestOf(house)).toContain('fertig')
})
