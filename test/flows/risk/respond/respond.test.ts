import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { cardOf, errorsOf, formOf, type House } from '../../../support/house.ts'
import { wordsOf } from '../../../support/words.ts'
import { assess, graded, idOf, newRisk, openOffice, riskNow, saidIn } from '../office.ts'

let house: House
beforeAll(async () => {
  house = await openOffice()
})
afterAll(() => house.close())

const ben = () => house.as('ben')
const STEP = { title: 'Find a second one', owner: 'ana', due: '2026-04-01', measure: 'A contract is signed' }

/** A moderate risk of Ben's. */
async function assessed() {
  const risk = await newRisk(house, 'ben')
  await assess(house, 'ben', risk, graded([4, 5], [2, 3]))
  return risk
}
const respondTo = async (number: number, values: Record<string, string>) =>
  ben().submit(formOf(await ben().command(`/risk respond R-${number}`)), values)

describe('a response', () => {
  it('has a plan, and leads from the assessment to being monitored', async () => {
    const { number } = await newRisk(house, 'ben')
    expect(saidIn(await ben().command(`/risk respond R-${number}`))).toContain(`/risk assess R-${number}`)
    await assess(house, 'ben', { number }, graded([4, 5], [2, 3]))
    const shown = cardOf(await ben().command(`/risk show R-${number}`))
    const form = formOf(await ben().press(shown, 'Respond'))
    expect(errorsOf(await ben().submit(form, {}))).toEqual({ response: expect.any(String), plan: expect.any(String) })
    const long = await ben().submit(form, { response: 'avoid', plan: 'x'.repeat(12_000) })
    expect(errorsOf(long).plan).toContain('12000')
    const said = saidIn(await ben().submit(form, { response: 'mitigate', plan: 'A second supplier' }))
    expect(said).toContain('Plan: A second supplier')
    expect(await riskNow(house, number)).toMatchObject({ state: 'responding', response: 'mitigate' })
    expect(saidIn(await ben().submit(form, { response: 'avoid', plan: 'None' }))).toContain('Somebody has changed')

    const card = cardOf(await ben().command(`/risk show R-${number}`))
    expect(saidIn(await ben().press(card, 'The plan stands'))).toContain('is monitored from now on')
    expect(saidIn(await ben().press(card, 'The plan stands'))).toContain(`/risk review R-${number}`)
    expect((await riskNow(house, number)).state).toBe('monitoring')
    expect(saidIn(await respondTo(number, { response: 'mitigate', plan: 'A second supplier' }))).toContain('as it was')
    await respondTo(number, { response: 'transfer', plan: 'An insurance' })
    expect((await riskNow(house, number)).state).toBe('responding')
    const history = saidIn(await house.as('mei').command(`/risk 记录 R-${number}`))
    expect(history).toContain('监控中 → 应对中')
  })

  it('is not to live with a high one: that is for the second line', async () => {
    const risk = await newRisk(house, 'ben', { likelihood: '4', impact: '4' })
    const reply = await respondTo(risk.number, { response: 'accept', plan: 'We can bear it' })
    expect(errorsOf(reply).response).toContain(`/risk accept R-${risk.number}`)
    const { number } = await assessed()
    expect(saidIn(await respondTo(number, { response: 'accept', plan: 'We can bear it' }))).toContain(
      'Response: accept',
    )
  })
})

describe('an action', () => {
  it('has an owner, a day and a measure; its owner does it, and the risk’s owner hears of it once', async () => {
    const { number, id } = await assessed()
    const form = formOf(await ben().command(`/risk action add R-${number}`))
    const wrong = errorsOf(await ben().submit(form, { due: '2026-03-01', owner: 'udo', title: 'x'.repeat(12_000) }))
    expect(Object.keys(wrong).sort()).toEqual(['due', 'measure', 'owner', 'title'])
    expect(errorsOf(await ben().submit(form, { ...STEP, due: '2026-02-30' }))).toHaveProperty('due')
    expect(saidIn(await ben().submit(form, STEP))).toContain('Find a second one · Ana · due Wed, 1 Apr')
    const { number: step } = await house.db.riskAction.findFirstOrThrow({ where: { riskId: id } })
    expect(wordsOf(house.as('ana').lastDirect().card)).toContain(`Ben gave you RA-${step}`)
    expect(saidIn(await house.as('ana').command('/risk action'))).toContain(`RA-${step} Find a second one`)
    expect(saidIn(await ben().command('/risk action'))).toContain('/risk action add R-12')

    const done = formOf(await house.as('ana').command(`/risk action done ra${step}`))
    expect(done.intro).toContain('A contract is signed')
    expect(errorsOf(await house.as('ana').submit(done, {}))).toHaveProperty('outcome')
    expect(saidIn(await house.as('ana').submit(done, { outcome: 'Signed' }))).toContain(`RA-${step} is done`)
    expect(saidIn(await house.as('ana').submit(done, { outcome: 'Signed' }))).toContain('done already')
    const told = house.directTo('ben').filter(({ key }) => key.startsWith('risk/action-done/'))
    expect(told).toHaveLength(1)
    expect(wordsOf(told[0]!.card)).toContain(`/risk assess R-${number}`)
    expect(await house.db.riskAction.findFirst({ where: { riskId: id } })).toMatchObject({
      ...{ state: 'done', outcome: 'Signed', endedById: await idOf(house, 'ana') },
    })
  })

  it('is changed and dropped by those of its risk, and by nobody else', async () => {
    const { number, id } = await assessed()
    await ben().submit(formOf(await ben().command(`/risk 措施 新增 R-${number}`)), STEP)
    const { number: step } = await house.db.riskAction.findFirstOrThrow({ where: { riskId: id } })
    for (const who of ['ana', 'udo', 'mei'])
      expect(cardOf(await house.as(who).command(`/risk action drop RA-${step}`)).tone).toBe('warning')
    expect(cardOf(await house.as('mei').command(`/risk action done RA-${step}`)).tone).toBe('warning')
    const edit = formOf(await ben().command(`/risk action edit RA-${step}`))
    const drop = formOf(await ben().command(`/risk action drop RA-${step}`))
    expect(saidIn(await ben().submit(edit, { ...STEP, owner: 'mei', due: '2026-05-01' }))).toContain('is saved')
    expect(wordsOf(house.as('mei').lastDirect().card)).toContain(`把 RA-${step} 交给了你`)
    expect(saidIn(await ben().submit(drop, { why: 'No' }))).toContain('Somebody has changed')
    const again = formOf(await ben().command(`/risk action drop RA-${step}`))
    expect(saidIn(await ben().submit(again, { why: 'Too dear' }))).toContain('is dropped')
    expect(saidIn(await house.as('mei').command(`/risk 查看 R-${number}`))).toContain('已取消')
    const trail = await house.db.auditEntry.findMany({ where: { action: { startsWith: 'risk.action-' } } })
    expect(JSON.stringify(trail.map(({ detail }) => detail))).not.toContain('Too dear')
  })

  it('is added once for each of two who add at once, with numbers of their own', async () => {
    const { number, id } = await assessed()
    const forms = await Promise.all(
      ['ben', 'rob'].map(async (who) => formOf(await house.as(who).command(`/risk action add R-${number}`))),
    )
    await Promise.all(['ben', 'rob'].map((who, at) => house.as(who).submit(forms[at]!, { ...STEP, owner: who })))
    const rows = await house.db.riskAction.findMany({ where: { riskId: id } })
    expect(new Set(rows.map(({ number: one }) => one)).size).toBe(2)
  })
})
