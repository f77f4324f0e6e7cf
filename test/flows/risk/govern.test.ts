import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { cardOf, errorsOf, formOf, type House } from '../../support/house.ts'
import { idOf, newRisk, openOffice, riskNow, saidIn } from './office.ts'

let house: House
beforeAll(async () => {
  house = await openOffice()
})
afterAll(() => house.close())

const rob = () => house.as('rob')
const categoryOf = async (name: string) =>
  (await house.db.riskCategory.findFirstOrThrow({ where: { OR: [{ name }, { key: name }] } })).id

describe('categories', () => {
  it('are three from the start, in everybody’s language, and for the second line to change', async () => {
    expect(saidIn(await house.as('mei').command('/risk 类别'))).toMatch(/法规 \| ≤ 4 \| 0 \| 0\n运营[\s\S]*市场/)
    expect(saidIn(await house.as('ben').command('/risk categories'))).not.toContain('[Add a category]')
    expect(saidIn(await house.as('ben').command('/risk categories add Weather'))).toContain('second line')
    expect(saidIn(await house.as('udo').command('/risk categories delete Market'))).toContain('changes nothing')

    const form = formOf(await rob().command('/risk categories add Supply chain'))
    expect(errorsOf(await rob().submit(form, { name: 'market', appetite: '26' }))).toMatchObject({
      ...{ name: expect.stringContaining('already'), appetite: expect.any(String) },
    })
    expect(saidIn(await rob().submit(form, { appetite: '6' }))).toContain('Supply chain | ≤ 6 | 0 | 0')
  })

  it('keep their risks when they are renamed, and tell a form that is out of date', async () => {
    const market = await categoryOf('market')
    const risk = await newRisk(house, 'ben', { category: market, likelihood: '3', impact: '4' })
    const form = formOf(await rob().press(cardOf(await rob().command('/risk categories')), 'Edit Market'))
    const said = saidIn(await rob().submit(form, { name: 'Sales', appetite: '12' }))
    expect(said).toContain('Sales | ≤ 12 | 1 | 0')
    expect(saidIn(await house.as('mei').command(`/risk 查看 R-${risk.number}`))).toContain('在风险偏好内（12）')
    expect(saidIn(await rob().submit(form, { name: 'Other' }))).toContain('Somebody has changed')
  })

  it('ask where their risks go before they are deleted', async () => {
    const [gone, into] = [await categoryOf('Supply chain'), await categoryOf('operational')]
    const risk = await newRisk(house, 'ben', { category: gone })
    const form = formOf(await rob().command('/risk categories delete supply'))
    expect(errorsOf(await rob().submit(form, {})).into).toContain('There is a risk in it')
    expect(errorsOf(await rob().submit(form, { into: gone }))).toHaveProperty('into')
    const stale = formOf(await house.as('ben').command('/risk new Late'))
    expect(saidIn(await rob().submit(form, { into }))).toContain('One risk went to Operational')
    expect(await riskNow(house, risk.number)).toMatchObject({ categoryId: into, version: risk.version + 1 })
    expect(errorsOf(await house.as('ben').submit(stale, { owner: 'ben', category: gone }))).toHaveProperty('category')
    expect(errorsOf(await rob().submit(form, { into }))).toHaveProperty('category')

    await rob().submit(formOf(await rob().command('/risk categories add Supply chain')), {})
    expect(await categoryOf('Supply chain')).toBe(gone)
  })

  it('leave no risk behind when one is entered at the moment in which its category goes', async () => {
    const [gone, into] = [await categoryOf('Supply chain'), await categoryOf('operational')]
    const removal = formOf(await rob().command('/risk categories delete supply'))
    const entry = formOf(await house.as('ben').command('/risk new At that moment'))
    await Promise.all([
      rob().submit(removal, { into }),
      house.as('ben').submit(entry, { owner: 'ben', category: gone }),
    ])
    expect(await house.db.risk.count({ where: { category: { archivedAt: { not: null } } } })).toBe(0)
  })
})

it('says the scales in the company’s own words, five of each or none', async () => {
  expect(saidIn(await house.as('mei').command('/risk 评分标准'))).toContain('5 – 几乎确定')
  const form = formOf(await rob().press(cardOf(await rob().command('/risk scales')), 'Edit'))
  expect(
    errorsOf(await rob().submit(form, { likelihood: 'one\ntwo', impact: `${'x'.repeat(99)}\n2\n3\n4\n5` })),
  ).toMatchObject({
    ...{ likelihood: expect.stringContaining('2'), impact: expect.stringContaining('60') },
  })
  await rob().submit(form, { likelihood: 'once in 10 years\n in 5 years\nyearly\nmonthly\n\nweekly' })
  const asked = formOf(await house.as('ben').command('/risk new')).fields.find(({ name }) => name === 'likelihood')
  expect(asked).toMatchObject({ options: expect.arrayContaining([{ value: '5', label: '5 – weekly' }]) })
  expect(saidIn(await rob().submit(form, { impact: '' }))).toContain('Somebody has changed')
})

it('posts risks where they stand, and keeps them as they are', async () => {
  const form = formOf(await rob().command('/risk settings'))
  expect(form.fields.find(({ name }) => name === 'reviewCritical')).toMatchObject({ value: 'week' })
  expect(errorsOf(await rob().submit(form, { zone: 'Atlantis', holidays: 'XX' }))).toMatchObject({
    ...{ zone: expect.stringContaining('Atlantis'), holidays: expect.stringContaining('XX') },
  })
  await rob().submit(
    { ...form, fields: [...form.fields, { kind: 'channel', name: 'channel', label: '' }] },
    { channel: 'risks' },
  )
  const risk = await newRisk(house, 'ben', { title: 'Fire' })
  const card = () => saidIn({ kind: 'card', card: house.inChannel('risks').at(-1)!.card })
  expect(card()).toContain('Residual: not assessed yet')
  const asked = formOf(await house.as('ben').command(`/risk assess R-${risk.number}`))
  await house.as('ben').submit(asked, { 'inherent-likelihood': '2', 'inherent-impact': '3' })
  expect(card()).toContain('2 × 3 = 6 · 🟡 moderate')
  expect(house.inChannel('risks')).toHaveLength(1)
  expect(saidIn(await rob().submit(form, { reviewHigh: 'year' }))).toContain('Somebody has changed')
})

describe('roles', () => {
  it('are given and taken by administrators, never both to one person', async () => {
    expect(saidIn(await house.as('mei').command('/ops 角色'))).toMatch(/第二道防线：风险与合规（风险）: @Rob/)
    expect(saidIn(await house.as('ben').command('/ops role risk <@ben>'))).toContain('administrator')
    const ada = house.as('ada')
    expect(saidIn(await ada.command('/ops role audit <@rob>'))).toContain('cannot belong')
    expect(saidIn(await ada.command('/ops role risk <@guest>'))).toContain('guest')
    expect(saidIn(await ada.command('/ops role risk'))).toContain('/ops role')
    expect(saidIn(await ada.command('/ops role 审计 <@ana>'))).toContain('Ana: Third line')
    expect(saidIn(await ada.command('/ops role audit <@ana>'))).toContain('already')
    expect(saidIn(await ada.command('/ops role audit <@ana> off'))).toContain('no longer')
    expect((await house.member('ana')).roles).toEqual([])
    const trail = await house.db.auditEntry.findMany({ where: { subject: `member:${await idOf(house, 'ana')}` } })
    expect(trail.map(({ action }) => action)).toEqual(expect.arrayContaining(['ops.role-granted', 'ops.role-revoked']))
  })

  it('let the third line read the audit trail, and nobody else but administrators', async () => {
    expect(saidIn(await house.as('rob').command('/ops audit'))).toContain('third line')
    for (const who of ['udo', 'ada']) {
      await house.as(who).command('/ops audit')
      const { card, file } = house.as(who).lastDirect()
      expect(saidIn({ kind: 'card', card })).toContain('is whole')
      expect(JSON.stringify(file)).toContain('risk.category-deleted')
    }
    expect(saidIn(await house.as('udo').command('/ops audit 2025-01-01 2025-01-31'))).toContain('Nothing was recorded')
    expect(saidIn(await house.as('udo').command('/ops audit soon'))).toContain('soon')
  })
})
