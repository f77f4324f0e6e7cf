import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { cardOf, errorsOf, formOf, type House } from '../../support/house.ts'
import { assess, graded, idOf, newRisk, openOffice, riskNow, saidIn } from './office.ts'

let house: House
beforeAll(async () => {
  house = await openOffice()
})
afterAll(() => house.close())

const ben = () => house.as('ben')

describe('a risk', () => {
  it('ends with a reason, says what is possible then, and begins anew', async () => {
    const { number } = await newRisk(house, 'ben', { likelihood: '3', impact: '3' })
    const form = formOf(await ben().command(`/risk close R-${number}`))
    expect(errorsOf(await ben().submit(form, {}))).toHaveProperty('why')
    expect(errorsOf(await ben().submit(form, { why: 'x'.repeat(12_000) })).why).toContain('12000')
    expect(saidIn(await ben().submit(form, { why: 'We have two suppliers now' }))).toContain(`R-${number} is closed`)
    expect(await riskNow(house, number)).toMatchObject({ state: 'closed', closeReason: 'We have two suppliers now' })
    expect(saidIn(await ben().submit(form, { why: 'Again' }))).toContain(`/risk reopen R-${number}`)
    for (const word of ['close', 'assess'])
      expect(saidIn(await ben().command(`/risk ${word} R-${number}`))).toContain(`/risk reopen R-${number}`)
    expect(saidIn(await ben().command(`/risk edit R-${number}`))).toContain('is closed')
    expect(saidIn(await ben().command('/risk list'))).not.toContain(`R-${number} `)
    expect(saidIn(await house.as('mei').command('/risk 列表 已关闭'))).toContain(`R-${number} `)

    const shown = cardOf(await ben().command(`/risk show R-${number}`))
    const again = formOf(await ben().press(shown, 'Reopen'))
    expect(saidIn(await ben().submit(again, { why: 'One of them left' }))).toContain('open again')
    expect(await riskNow(house, number)).toMatchObject({ state: 'identified', closedAt: null, score: 9 })
    // What it was taken for before may well be right: saying so is an assessment too.
    await assess(house, 'ben', { number }, {})
    expect((await riskNow(house, number)).state).toBe('assessed')
    const told = saidIn(await house.as('mei').command(`/risk 历史 R-${number}`))
    expect(told).toMatch(/已关闭 → 已识别 · “One of them left”[\s\S]*已评估 → 已关闭 · “We have two suppliers now”/)
  })

  it('is not closed with open actions unless it is said why these are not done any more', async () => {
    const risk = await newRisk(house, 'ben')
    const row = { workspaceId: risk.workspaceId, riskId: risk.id, ownerId: risk.ownerId, measure: 'It is there' }
    const days = { dueOn: new Date('2026-04-01'), createdAt: new Date('2026-03-02') }
    await house.db.riskAction.create({ data: { ...row, ...days, number: 1, title: 'Find a second one' } })
    const form = formOf(await ben().command(`/risk close R-${risk.number}`))
    expect(form.intro).toContain('RA-1 Find a second one')
    expect(errorsOf(await ben().submit(form, { why: 'Over' }))).toHaveProperty('drop')
    await ben().submit(form, { why: 'Over', drop: 'Not needed' })
    expect(await house.db.riskAction.findFirst({ where: { riskId: risk.id } })).toMatchObject({
      ...{ state: 'dropped', outcome: 'Not needed', endedById: await idOf(house, 'ben') },
    })
  })

  it('is changed by its owner, those above, the second line and administrators, and by nobody who audits', async () => {
    const { number } = await newRisk(house, 'ben')
    for (const who of ['ana', 'mei', 'udo'])
      expect(cardOf(await house.as(who).command(`/risk edit R-${number}`)).tone).toBe('warning')
    expect(saidIn(await house.as('udo').command('/risk new Fire'))).toContain('third line')
    expect(saidIn(await house.as('udo').command(`/risk show R-${number}`))).toContain('Our supplier fails')
    for (const who of ['ben', 'kai', 'rob', 'ada'])
      expect(formOf(await house.as(who).command(`/risk edit R-${number}`)).id).toBe('risk.edit')
  })

  it('tells a form that is out of date, and whoever is given it', async () => {
    const { number } = await newRisk(house, 'ben')
    const form = formOf(await ben().command(`/risk edit R-${number}`))
    const said = saidIn(await ben().submit(form, { title: 'Fire', owner: 'ana' }))
    expect(said).toContain(`R-${number} Fire`)
    expect(saidIn(await house.as('rob').submit(form, { owner: 'ben', title: 'Flood' }))).toContain(
      'Somebody has changed',
    )
    expect(saidIn({ kind: 'card', card: house.as('ana').lastDirect().card })).toContain(`Ben gave you R-${number}`)
    expect(
      errorsOf(
        await house.as('rob').submit({ ...form, context: `${(await riskNow(house, number)).id} 2` }, { owner: 'udo' }),
      ),
    ).toHaveProperty('owner')
  })

  it('keeps everything that was typed and says beside each field what is too long', async () => {
    const form = formOf(await ben().command('/risk new'))
    const long = 'x'.repeat(12_000)
    const errors = errorsOf(
      await ben().submit(form, {
        owner: 'ben',
        title: long,
        description: long,
        cause: long,
        likelihood: '3',
        links: 'C-9',
      }),
    )
    expect(Object.keys(errors).sort()).toEqual(['cause', 'description', 'impact', 'links', 'title'])
  })
})

it('tells the second of two assessors that the first was there, and shows both', async () => {
  const { number } = await newRisk(house, 'ben', { likelihood: '4', impact: '4' })
  const [one, other] = [
    formOf(await ben().command(`/risk assess R-${number}`)),
    formOf(await house.as('rob').command(`/risk assess R-${number}`)),
  ]
  const replies = await Promise.all([
    ben().submit(one, graded([4, 4], [2, 2], 'Better')),
    house.as('rob').submit(other, graded([4, 4], [3, 4], 'Not so fast')),
  ])
  const late = replies.filter(({ kind }) => kind === 'invalid')
  expect(late).toHaveLength(1)
  const said = saidIn(late[0]!)
  expect(said).toContain('has assessed it meanwhile')
  expect(said).toContain('2 × 2 = 4 · 🟢 low')
  expect(said).toContain('3 × 4 = 12 · 🟠 high')
  const rows = await house.db.riskAssessment.findMany({ where: { risk: { number } }, orderBy: { seq: 'asc' } })
  expect(rows.map(({ seq, kind }) => [seq, kind])).toEqual([
    [1, 'inherent'],
    [2, 'residual'],
  ])
  await expect(house.db.riskAssessment.update({ where: { id: rows[0]!.id }, data: { impact: 1 } })).rejects.toThrow()
})

it('calls it a move where two grades have one score, and asks why', async () => {
  const { number } = await newRisk(house, 'ben', { likelihood: '1', impact: '4' })
  expect(errorsOf(await assess(house, 'ben', { number }, graded([2, 2])))).toHaveProperty('why')
  await assess(house, 'ben', { number }, graded([2, 2], undefined, 'Two smaller ones'))
  expect(await riskNow(house, number)).toMatchObject({ inherentLikelihood: 2, inherentImpact: 2, score: 4 })
})
