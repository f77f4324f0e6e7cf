import { afterEach, describe, expect, it } from 'vitest'
import type { House } from '../../../support/house.ts'
import { expectedOf } from './quarter/expected.ts'
import { liveThrough, openQuarter } from './quarter/live.ts'
import { quarterOf, type Size } from './quarter/plan.ts'

let house: House | null = null
afterEach(() => house?.close())

/** `npm run bench -- quarter` asks for the whole of it. */
const SIZE: Size = JSON.parse(process.env.QUARTER ?? '{ "people": 12, "keyResults": 36, "weeks": 3 }')
const SEED = Number(process.env.SEED ?? 20_261_001)

describe('a quarter of check-ins, absences and crashes', () => {
  it('tells everybody exactly what the rules say, on the days that they say, and nobody twice', {
    timeout: 3_600_000,
  }, async () => {
    const quarter = quarterOf(SIZE, SEED)
    house = await openQuarter(quarter)
    const told = await liveThrough(quarter, house)

    const expected = expectedOf(quarter)
    expect(told.rounds).toEqual(expected.rounds)
    expect(told.walks).toEqual(expected.walks)
    expect(expected.walks.length).toBeGreaterThan(0)
    const sent = house.chat.messages.filter(({ key }) => key.startsWith('okr/')).map(({ key }) => key)
    expect(new Set(sent).size).toBe(sent.length)
    expect(sent).toHaveLength(expected.rounds.length)
  })
})
