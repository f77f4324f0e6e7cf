import { flows } from '../../../src/flows.ts'
import { formOf, type House, type Person, preparedHouse } from '../../support/house.ts'
import { fileOne } from '../complaint/office.ts'
import { newKpi, newRule } from '../kpi/office.ts'
import { newKeyResult, newObjective } from '../okr/office.ts'
import { assess, graded, newRisk } from '../risk/office.ts'
import { answer } from '../standup/office.ts'

/** 08:00 in Berlin; the second Monday of the quarter, and the one after it. */
export const MONDAY = '2026-10-05T06:00:00Z'
export const NEXT_MONDAY = '2026-10-12T06:00:00Z'

const PEOPLE: Person[] = [
  { handle: 'ada', administrator: true },
  { handle: 'kai' },
  { handle: 'ben' },
  { handle: 'ana' },
  { handle: 'mei', locale: 'zh-CN', timeZone: 'Asia/Shanghai' },
  { handle: 'guest', kind: 'guest' },
]
const PLAN = { flows, now: MONDAY, people: PEOPLE, channels: ['general', 'ops'] }

/** Everybody is known, and nothing has happened yet. */
export const openQuietOffice = (): Promise<House> => preparedHouse(PLAN, arrive)

/**
 * The Monday after a week in which every loop has had something to do: of the stand-ups' ten answers one was given, one
 * complaint is open and a confidential one about Kai too, an objective moved, a private one of Ana's did too, a risk was assessed,
 * and a KPI is out of bounds.
 */
export async function openLivedOffice(): Promise<House> {
  const house = await preparedHouse(PLAN, async (fresh) => {
    await arrive(fresh)
    await liveThroughTheWeek(fresh)
  })
  house.sleepUntil(NEXT_MONDAY)
  return house
}

async function arrive(house: House): Promise<void> {
  for (const { handle } of PEOPLE) await house.as(handle).command('/ops me', 'general')
  await house.as('ada').command('/ops me', 'ops')
  await house.as('ada').command('/ops manager <@ben> <@kai>')
}

async function liveThroughTheWeek(house: House): Promise<void> {
  const ben = house.as('ben')
  const daily = { name: 'Daily', participants: ['ben', 'ana'], time: '09:00', timeZone: 'Europe/Berlin' }
  await ben.submit(formOf(await ben.command('/standup new', 'general')), daily)
  await house.as('ada').command('/okr cycle new Q4')
  await newKeyResult(house, 'ben', await newObjective(house, 'ben'))
  const secret = await newObjective(house, 'ana', { title: 'Quietly sell the company', visibility: 'private' })
  await newKeyResult(house, 'ana', secret)
  await fileOne(house)
  await fileOne(house, { confidential: true, named: ['kai'] })
  const risk = await newRisk(house, 'ben', { title: 'Our <b>supplier</b> fails' })
  await assess(house, 'ben', risk, graded([4, 5], [3, 4]))
  await newKpi(house)
  await newRule(house, { kind: 'below', bound: '90', clear: '100' })
  await house.advanceTo('2026-10-06T09:00:00Z')
  await ben.command('/kpi set orders 120 for:2026-10-05')
  await ben.command('/kpi set orders 84 for:2026-10-06')
  await answer(house, 'ben', 'Shipped', 'Ship', '')
  await ben.command('/okr update KR-1 40')
  await house.as('ana').command('/okr update KR-2 90')
  await assess(house, 'ben', risk, graded([4, 5], [4, 4], 'The second one is late'))
  await house.advanceTo(NEXT_MONDAY)
}
