import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { cardOf, type House } from '../../support/house.ts'
import { assess, graded, newRisk, openOffice, saidIn } from './office.ts'

let house: House
beforeAll(async () => {
  house = await openOffice()
  await house.as('ben').command('/risk categories')
  const market = await house.db.riskCategory.findFirstOrThrow({ where: { key: 'market' } })
  // Three that stood there a month ago, two of which moved alike, and two that came since.
  const [one, two, three] = [
    await newRisk(house, 'ben', { title: 'One', likelihood: '2', impact: '3' }),
    await newRisk(house, 'ben', { title: 'Two', likelihood: '2', impact: '3', category: market.id }),
    await newRisk(house, 'ana', { title: 'Three', likelihood: '5', impact: '5' }),
  ]
  house.sleepUntil('2026-03-20T08:00:00Z')
  await assess(house, 'ben', one, graded([3, 3], undefined, 'Later'))
  house.sleepUntil('2026-04-20T08:00:00Z')
  await assess(house, 'ben', one, graded([4, 5], [4, 4], 'Much later'))
  await assess(house, 'ben', two, graded([4, 4], undefined, 'Too'))
  await assess(house, 'ana', three, graded([5, 5], [5, 3], 'Insured'))
  await newRisk(house, 'ana', { title: 'Four', likelihood: '1', impact: '1' })
  await newRisk(house, 'ana', { title: 'Five' })
})
afterAll(() => house.close())

describe('the heat map', () => {
  it('counts the open risks of each cell, those beyond appetite, and what moved within a month', async () => {
    const reply = await house.as('ben').command('/risk map')
    const said = saidIn(reply)
    expect(said).toContain('🔴 critical 0 · 🟠 high 3 · 🟡 moderate 0 · 🟢 low 1')
    expect(said).toMatch(/Likelihood \\ Impact \| 1 \| 2 \| 3 \| 4 \| 5\n/)
    expect(said).toContain('Impact: 1 – negligible · 2 – minor')
    expect(said).toMatch(/4 – likely \| – \| – \| – \| 2 \(R-1, R-2\) \| –/)
    expect(said).toContain('Beyond appetite: R-1, R-2, R-3')
    expect(said).toContain('Moves since Fri, 20 Mar')
    expect(said).toContain('R-1: 3 × 3 = 9 · 🟡 moderate → 4 × 4 = 16 · 🟠 high')
    expect(said).toContain('R-2: 2 × 3 = 6 · 🟡 moderate → 4 × 4 = 16 · 🟠 high')
    expect(said).toContain('R-3: 5 × 5 = 25 · 🔴 critical → 5 × 3 = 15 · 🟠 high')
    expect(said).toContain('One risk is not assessed yet')
    expect(reply).toMatchObject({ file: { name: 'risks-2026-04-20.png', alt: expect.stringContaining('4 risks') } })
  })

  it('says the same in Chinese, of some of them, and what to do when there is none', async () => {
    const said = saidIn(await house.as('mei').command('/risk 热力图 类别:市场'))
    expect(said).toContain('4 – 很可能 | – | – | – | 1 (R-2) | –')
    expect(said).not.toContain('R-1')
    expect(cardOf(await house.as('mei').command('/risk 热力图 类别:运营')).summary).toContain('没有已评估的风险')
  })
})
