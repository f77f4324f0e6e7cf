import { afterAll, beforeAll, expect, it } from 'vitest'
import { cardOf, errorsOf, formOf, type House } from '../../support/house.ts'
import { assess, graded, newRisk, openOffice, riskNow, saidIn } from './office.ts'

let house: House
beforeAll(async () => {
  house = await openOffice()
})
afterAll(() => house.close())

it('leads from a risk to its assessment, to the list and to its history', async () => {
  expect(saidIn(await house.as('ben').command('/risk list'))).toContain('/risk new enters the first one')
  const risk = await newRisk(house, 'ben', { cause: 'One supplier', consequence: 'No parts for a month' })
  expect(risk).toMatchObject({ number: 1, title: 'Our supplier fails', state: 'identified', line: 1 })
  const shown = await house.as('ana').command('/risk show r1')
  expect(saidIn(shown)).toContain('Residual: not assessed yet')
  expect(saidIn(shown)).toContain('Cause: One supplier\n→ Consequence: No parts for a month')

  const form = formOf(await house.as('ben').press(cardOf(shown), 'Assess'))
  const field = form.fields.find(({ name }) => name === 'inherent-likelihood')
  expect(field).toMatchObject({ options: expect.arrayContaining([{ value: '4', label: '4 – likely' }]) })
  expect(errorsOf(await house.as('ben').submit(form, graded([2, 2], [4, 4])))).toHaveProperty('residual-likelihood')
  const said = saidIn(await house.as('ben').submit(form, graded([4, 5], [2, 3])))
  expect(said).toContain('Inherent: 4 × 5 = 20 · 🔴 critical')
  expect(said).toContain('Residual: 2 × 3 = 6 · 🟡 moderate · beyond appetite (4)')
  expect(await riskNow(house, 1)).toMatchObject({ state: 'assessed', score: 6 })

  expect(errorsOf(await assess(house, 'ben', risk, graded([4, 5], [3, 2])))).toHaveProperty('why')
  await assess(house, 'ben', risk, graded([4, 5], [3, 2], 'The audit was late'))
  await newRisk(house, 'ana', { title: 'Fire', likelihood: '5', impact: '5' })
  const list = saidIn(await house.as('mei').command('/risk 列表'))
  expect(list).toMatch(/R-2 Fire · 5 × 5 = 25 · 🔴 极高[\s\S]*R-1 Our supplier fails · 3 × 2 = 6 · 🟡 中/)
  expect(saidIn(await house.as('mei').command('/risk 记录 R-1'))).toContain(
    '剩余风险：2 × 3 = 6 · 🟡 中 → 3 × 2 = 6 · 🟡 中 · “The audit was late”',
  )
})
