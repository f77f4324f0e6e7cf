import { afterEach, describe, expect, it } from 'vitest'
import { startWeb, type Web } from '../../../src/web.ts'
import { tokenFor } from '../../intake/till.ts'
import type { House } from '../../support/house.ts'
import { expectedOf } from './year/expected.ts'
import { liveThrough, openYear, type Send } from './year/live.ts'
import { type Size, yearOf } from './year/plan.ts'

let house: House | null = null
let web: Web | null = null
afterEach(async () => {
  await web?.stop()
  await house?.close()
})

/** `npm run bench -- year` asks for the whole of it. */
const SIZE: Size = JSON.parse(process.env.YEAR ?? '{ "kpis": 8, "days": 30 }')
const SEED = Number(process.env.SEED ?? 20_260_105)

describe('a year of daily values, late ones, corrections and crashes', () => {
  it('opens and ends exactly the alerts that the rules say, and tells each once', { timeout: 7_200_000 }, async () => {
    const year = yearOf(SIZE, SEED)
    house = await openYear()
    web = await startWeb(house.world, { host: '127.0.0.1', port: 0, devClock: false })
    const alerts = await liveThrough(year, house, sendTo(house, web))

    const expected = expectedOf(year)
    expect(alerts).toEqual(expected)
    expect(expected.length).toBeGreaterThan(SIZE.kpis)
    const sent = house.chat.messages.map(({ key }) => key)
    expect(new Set(sent).size).toBe(sent.length)
  })
})

/** A token takes sixty requests a minute, of the machine's time: each request has one of its own. */
function sendTo({ db, workspace }: House, { port }: Web): Send {
  return async (key, samples) => {
    const response = await fetch(`http://127.0.0.1:${port}/api/v1/kpis/samples`, {
      method: 'POST',
      headers: { authorization: `Bearer ${await tokenFor({ db, workspace })}`, 'idempotency-key': key },
      body: JSON.stringify({ samples }),
    })
    if (!response.ok) throw new Error(`Not taken: ${response.status} ${await response.text()}`)
  }
}
