import { afterEach, beforeEach, expect, it } from 'vitest'
import type { House } from '../../support/house.ts'
import { cardOf, formOf } from '../../support/house.ts'
import { wordsOf } from '../../support/words.ts'
import { newKeyResult, newObjective, openOffice } from './office.ts'

let house: House
beforeEach(async () => {
  house = await openOffice()
})
afterEach(() => house.close())

const say = async (line: string, who = 'ben') => wordsOf(cardOf(await house.as(who).command(line)))

it('is checked in on by the values of its KPI, each for its day, and says so', async () => {
  const objective = await newObjective(house, 'ben')
  const { id, number } = await newKeyResult(house, 'ben', objective, { title: 'Revenue', kpi: 'Revenue' })
  const form = formOf(await house.as('ana').command('/kpi new Revenue'))
  await house.as('ana').submit(form, { key: 'revenue', period: 'day' })
  await say('/kpi set revenue 12 for:2026-10-02', 'ana')
  await say('/kpi set revenue 20 for:2026-09-01', 'ana')
  await say('/kpi set revenue 15', 'ana')
  await say('/kpi set revenue 16', 'ana')
  await say('/kpi set revenue 16', 'ana')

  const checkIns = await house.db.okrCheckIn.findMany({ where: { keyResultId: id }, orderBy: { seq: 'asc' } })
  expect(
    checkIns.map(({ value, source, byId, forDate }) => [value, source, byId, forDate.toISOString().slice(5, 10)]),
  ).toEqual([
    [12, 'kpi', null, '10-02'],
    [15, 'kpi', null, '10-05'],
    [16, 'kpi', null, '10-05'],
  ])
  expect(await say(`/okr history KR-${number}`)).toContain('its KPI')
  expect(await say(`/okr history KR-${number}`, 'mei')).toContain('所跟随的 KPI')
  const trail = await house.db.auditEntry.findMany({ where: { action: 'okr.checked-in' } })
  expect(trail.every(({ actorId }) => actorId === null)).toBe(true)
})

it('is left alone when its cycle is closed or it is archived', async () => {
  const objective = await newObjective(house, 'ben')
  const { id, number } = await newKeyResult(house, 'ben', objective, { title: 'Revenue', kpi: 'revenue' })
  const form = formOf(await house.as('ana').command('/kpi new Revenue'))
  await house.as('ana').submit(form, { key: 'revenue', period: 'day' })
  await house.db.okrKeyResult.update({ where: { id }, data: { archivedAt: new Date(house.now().epochMilliseconds) } })
  await say('/kpi set revenue 12', 'ana')

  expect(number).toBeGreaterThan(0)
  expect(await house.db.okrCheckIn.count({ where: { keyResultId: id } })).toBe(0)
})
