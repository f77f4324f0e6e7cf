import { afterEach, beforeEach, expect, it } from 'vitest'
import { described } from '../src/log.ts'
import { type House, openHouse } from './support/house.ts'

let house: House
beforeEach(async () => {
  house = await openHouse({ flows: [], now: '2026-11-23T08:00:00Z', people: [] })
})
afterEach(() => house.close())

it('tells where a database error happened, but not the words that people wrote', async () => {
  const wrong = { data: { name: 'my secret blocker', nonsense: 'my secret answer' } }
  const error = await house.db.workspace.create(wrong as never).catch((caught: unknown) => caught)

  const told = JSON.stringify(described(error))

  expect((error as Error).message).toContain('my secret')
  expect(told).not.toContain('my secret')
  expect(described(error).at.join('\n')).toContain('log.test.ts')
})

it('keeps the words of our own errors', () => {
  expect(described(new Error('No flow handles the timer toy.ring'))).toMatchObject({
    type: 'Error',
    message: 'No flow handles the timer toy.ring',
  })
})
