import { afterAll, beforeAll, expect, it } from 'vitest'
import type { House } from '../../../support/house.ts'
import { newKeyResult, newObjective, openOffice, saidIn } from '../office.ts'

let house: House

/** O-1 of Ben's and O-2 of Ana's in Sales, O-3 of Ana's in Support, with a key result of Ben's, O-4 of Kai's own in the next cycle. */
beforeAll(async () => {
  house = await openOffice()
  await newObjective(house, 'ben', { title: 'Sell more', team: 'Sales' })
  await newObjective(house, 'ana', { title: 'Sell better', team: 'sales' })
  const third = await newObjective(house, 'ana', { title: 'Answer faster', team: 'Support' })
  await newKeyResult(house, 'ana', third, { owner: 'ben', title: 'First reply' })
  await newObjective(house, 'kai', { title: 'Plan ahead', visibility: 'private' })
  await house.as('ada').command('/okr cycle new next')
  await house.as('kai').command('/okr move O-4 to next')
})
afterAll(() => house.close())

const listed = async (who: string, words: string): Promise<string[]> => {
  const said = saidIn(await house.as(who).command(`/okr list ${words}`))
  return [...new Set(said.match(/O-\d/g) ?? [])].toSorted()
}

it.each([
  ['ben', '', ['O-1', 'O-3']],
  ['ben', '<@ana>', ['O-2', 'O-3']],
  ['ben', 'team:Sales', ['O-1', 'O-2']],
  ['ben', '<@ana> team:SALES', ['O-2']],
  ['ben', 'all', ['O-1', 'O-2', 'O-3']],
  ['kai', 'all', ['O-1', 'O-2', 'O-3', 'O-4']],
  ['ben', 'reply', ['O-3']],
  ['kai', 'cycle:next all', ['O-4']],
  ['ben', 'cycle:next all', []],
  ['ben', 'cycle:Q4 team:Support', ['O-3']],
  ['mei', '全部 团队:Sales', ['O-1', 'O-2']],
  ['mei', '<@ben>', ['O-1', 'O-3']],
])('of %s by “%s”', async (who, words, found) => {
  expect(await listed(who, words)).toEqual(found)
})

it('says what to do next where there is nothing', async () => {
  expect(saidIn(await house.as('lin').command('/okr list'))).toContain('/okr new')
  expect(saidIn(await house.as('mei').command('/okr 列表'))).toContain('/okr 新建')
  expect(saidIn(await house.as('lin').command('/okr list team:Nobody'))).toMatch(/Nothing|No objective/)
  expect(saidIn(await house.as('lin').command('/okr list cycle:Q2'))).toContain('no cycle “Q2”')
  expect(saidIn(await house.as('lin').command('/okr tree next'))).toMatch(/\/okr new|no objective/i)
})
