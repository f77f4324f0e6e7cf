import { afterAll, beforeAll, expect, it } from 'vitest'
import { cardOf, formOf, type House } from '../../support/house.ts'
import { wordsOf } from '../../support/words.ts'
import { newKeyResult, newObjective, openOffice, roundsTo, saidIn } from './office.ts'

let house: House
beforeAll(async () => {
  house = await openOffice()
})
afterAll(() => house.close())

it('leads from an objective to a check-in that is asked for, given and shown', async () => {
  expect(saidIn(await house.as('ben').command('/okr cycle'))).toContain('2026 Q4')
  const objective = await newObjective(house, 'ben', { team: 'Sales', why: 'They pay us.' })
  expect(objective).toMatchObject({ number: 1, title: 'Delight our customers', team: 'Sales' })
  const bare = await house.as('ben').command('/okr show O-1')
  expect(saidIn(bare)).toContain('no key result yet')
  expect(formOf(await house.as('ben').press(cardOf(bare), 'Add a key result')).id).toBe('okr.new-kr')
  await newKeyResult(house, 'ben', objective)
  await newKeyResult(house, 'ben', objective, { title: 'Bugs', start: '20', target: '5', unit: 'bugs' })
  await newKeyResult(house, 'ben', objective, {
    title: 'Programme',
    kind: 'milestone',
    steps: 'Plan\nBuild\nLaunch\nLearn',
  })
  await house.advanceTo('2026-10-05T07:05:00Z')
  expect(roundsTo(house, 'ben')).toEqual([])
  await house.advanceTo('2026-10-12T07:05:00Z')
  const [asked] = roundsTo(house, 'ben')
  expect(wordsOf(asked!.card)).toContain('KR-1 Happy customers')
  const said = saidIn(await house.as('ben').command('/okr update "happy" 42 conf:7 "trial mail helped"'))
  expect(said).toContain('KR-1 Happy customers: 0 customers → 42 customers')
  expect(said).toContain('0.42')
  expect(saidIn(await house.as('ben').command('/okr update bugs -5'))).toContain('20 bugs → 15 bugs')
  const form = formOf(await house.as('ben').command('/okr update KR-3'))
  expect(saidIn(await house.as('ben').submit(form, { steps: ['0', '1'] }))).toContain('2 of 4 steps')
  expect(wordsOf(roundsTo(house, 'ben')[0]!.card)).toContain('✓ KR-1 Happy customers')
  expect(saidIn(await house.as('ana').command('/okr list all'))).toContain('O-1 Delight our customers')
  expect(saidIn(await house.as('mei').command('/okr 树'))).toContain('O-1 Delight our customers · Ben')
  const shown = saidIn(await house.as('ana').command('/okr show KR-1'))
  expect(shown).toContain('trial mail helped')
  const chart = await house.as('mei').command('/okr 图表 O-1')
  expect(chart).toMatchObject({ kind: 'card', file: { name: 'O-1.png' } })
  expect(saidIn(await house.as('ana').command('/okr history KR-1'))).toContain('counts now')
  expect(saidIn(await house.as('ana').command('/okr history KR-3'))).toContain(': 2 of 4 steps – Ben')
})
