import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { cardOf, errorsOf, formOf, type House } from '../../../support/house.ts'
import { wordsOf } from '../../../support/words.ts'
import { assess, graded, idOf, newRisk, openOffice, riskNow, saidIn } from '../office.ts'

let house: House
beforeEach(async () => {
  house = await openOffice()
})
afterEach(() => house.close())

const ben = () => house.as('ben')
const PROPOSAL = { reason: 'Two suppliers cost too much', until: '2026-06-30' }
const questionsTo = (who: string) => house.directTo(who).filter(({ key }) => key.startsWith('risk/acceptance/'))
const acceptance = () => house.db.riskAcceptance.findFirstOrThrow({ orderBy: { id: 'desc' } })

/** R-1 of Ben's, high, proposed by him. */
async function proposed(values: Record<string, string> = PROPOSAL) {
  const risk = await newRisk(house, 'ben', { likelihood: '4', impact: '4' })
  const form = formOf(await ben().command(`/risk accept R-${risk.number}`))
  await ben().submit(form, values)
  return risk
}

async function decide(who: string, label: 'Accept' | 'Decline', why = 'Seen the figures') {
  const form = formOf(await house.as(who).press(questionsTo('rob').at(-1)!.card, label))
  return house.as(who).submit(form, { why })
}

describe('living with a high risk', () => {
  it('is proposed with a reason and an end within twelve months, and decided by the second line', async () => {
    const { number } = await newRisk(house, 'ben', { likelihood: '4', impact: '4' })
    const form = formOf(await ben().command(`/risk accept R-${number}`))
    expect(form.intro).toContain('Decided by: Rob')
    expect(Object.keys(errorsOf(await ben().submit(form, { until: '2026-03-02' }))).sort()).toEqual(['reason', 'until'])
    expect(errorsOf(await ben().submit(form, { ...PROPOSAL, until: '2027-03-03' })).until).toContain('2 Mar 2027')
    expect(errorsOf(await ben().submit(form, { ...PROPOSAL, reason: 'x'.repeat(12_000) })).reason).toContain('12000')
    expect(saidIn(await ben().submit(form, PROPOSAL))).toContain('the second line decides')
    expect(saidIn(await ben().submit(form, PROPOSAL))).toContain('Somebody has changed')
    expect((await riskNow(house, number)).state).toBe('responding')
    expect(questionsTo('ada')).toEqual([])
    expect(wordsOf(questionsTo('rob')[0]!.card)).toContain('Two suppliers cost too much')

    const decision = formOf(await house.as('rob').press(questionsTo('rob')[0]!.card, 'Accept'))
    expect(errorsOf(await house.as('rob').submit(decision, {}))).toHaveProperty('why')
    await house.as('rob').submit(decision, { why: 'Seen the figures' })
    expect(await riskNow(house, number)).toMatchObject({ state: 'monitoring', response: 'accept' })
    expect(await acceptance()).toMatchObject({ state: 'accepted', decidedById: await idOf(house, 'rob') })
    expect(wordsOf(questionsTo('rob')[0]!.card)).toContain('Accepted by Rob until Tue, 30 Jun 2026')
    expect(wordsOf(ben().lastDirect().card)).toContain(`Rob accepts that you live with R-${number}`)
    expect(saidIn(await house.as('rob').submit(decision, { why: 'Again' }))).toContain('Rob has accepted it already')
    expect(saidIn(await house.as('mei').command(`/risk 查看 R-${number}`))).toContain(
      'Rob 已接受，有效期至 2026年6月30日',
    )
  })

  it('is asked about again after two working days, and goes to the administrators after two more', async () => {
    await proposed()
    const told = (who: string) =>
      house.directTo(who).filter(({ key, card }) => key.startsWith('escalation/') && card.title === 'Live with R-1?')

    await house.advanceTo('2026-03-03T14:59:00Z')
    expect(told('rob')).toHaveLength(0)
    await house.advanceTo('2026-03-03T15:01:00Z')
    expect(wordsOf(told('rob')[0]!.card)).toContain('[Accept] [Decline]')
    expect(told('ada')).toHaveLength(0)
    await house.advanceTo('2026-03-05T13:01:00Z')
    expect(told('ada')).toHaveLength(1)
    expect([...told('ben'), ...told('kai')]).toEqual([])

    await decide('rob', 'Accept')
    await house.settle()
    expect(wordsOf(told('rob')[0]!.card)).toContain('Accepted by Rob')
    expect(wordsOf(told('rob')[0]!.card)).not.toContain('[Decline]')
    expect(await house.db.escalation.count({ where: { subject: { startsWith: 'decision/' }, state: 'open' } })).toBe(0)
  })

  it('is not asked about any more once it is withdrawn', async () => {
    const risk = await proposed()
    await assess(house, 'ben', risk, graded([4, 4], [2, 2], 'Much better'))

    await house.advanceTo('2026-03-13T16:00:00Z')
    expect(house.directTo('rob').filter(({ key }) => key.startsWith('escalation/'))).toEqual([])
  })

  it('is never decided by its owner or whoever proposed it, nor by the third line', async () => {
    await proposed()
    const { id } = await acceptance()
    for (const who of ['ben', 'kai', 'ada', 'udo']) {
      const reply = await house.as(who).send({ kind: 'press', action: 'risk.acceptance-accept', value: id })
      expect(cardOf(reply).tone).toBe('warning')
    }
    // Whoever proposes it for somebody else does not decide it either: it goes to the administrators.
    const form = formOf(await house.as('rob').command('/risk edit R-1'))
    await house.as('rob').submit(form, { title: 'Ours', owner: 'rob' })
    expect(
      saidIn(await house.as('rob').send({ kind: 'press', action: 'risk.acceptance-accept', value: id })),
    ).toContain('somebody else decides')
    await house.as('rob').submit(formOf(await house.as('rob').command('/risk accept R-1')), PROPOSAL)
    expect(questionsTo('ada')).toHaveLength(1)
    expect(wordsOf(questionsTo('rob')[0]!.card)).toContain('withdrawn')
  })

  it('is declined with a reason, and responded to in another way', async () => {
    const { number } = await proposed()
    await decide('rob', 'Decline', 'Get a second one')
    expect(await riskNow(house, number)).toMatchObject({ state: 'responding', response: null })
    expect(wordsOf(ben().lastDirect().card)).toContain('Get a second one')
    expect(saidIn(await ben().command(`/risk show R-${number}`))).toContain('Rob has declined to accept it')
  })

  it('tells the second of two who decide at once what the first has decided', async () => {
    await proposed()
    await house.as('ada').command('/ops role risk <@kai>')
    const [one, other] = await Promise.all(
      ['rob', 'kai'].map(async (who) => {
        const card = cardOf(await house.as(who).command('/risk accept R-1'))
        return formOf(await house.as(who).press(card, who === 'rob' ? 'Accept' : 'Decline'))
      }),
    )
    const said = (
      await Promise.all([house.as('rob').submit(one!, { why: 'Yes' }), house.as('kai').submit(other!, { why: 'No' })])
    ).map(saidIn)
    expect(said.filter((words) => words.includes('already'))).toHaveLength(1)
    expect(await house.db.riskStep.count({ where: { to: 'monitoring' } })).toBeLessThanOrEqual(1)
  })

  it('is over where the risk becomes worse, is responded to otherwise or is closed', async () => {
    const risk = await proposed()
    await decide('rob', 'Accept')
    await assess(house, 'ben', risk, graded([5, 5], [3, 4], 'A little better'))
    expect((await acceptance()).state).toBe('accepted')
    await assess(house, 'ben', risk, graded([5, 5], [5, 4], 'Much worse'))
    expect((await acceptance()).state).toBe('withdrawn')
    expect(await riskNow(house, risk.number)).toMatchObject({ state: 'responding', response: null })

    const again = formOf(await ben().command(`/risk accept R-${risk.number}`))
    await ben().submit(again, PROPOSAL)
    await assess(house, 'ben', risk, graded([5, 5], [4, 5], 'The other way round'))
    expect((await acceptance()).state).toBe('withdrawn')
    await ben().submit(formOf(await ben().command(`/risk accept R-${risk.number}`)), PROPOSAL)
    await ben().submit(formOf(await ben().command(`/risk close R-${risk.number}`)), { why: 'Over' })
    expect((await acceptance()).state).toBe('withdrawn')
    expect(wordsOf(questionsTo('rob').at(-1)!.card)).toContain('withdrawn')
  })

  it('ends at the end of its last day, dated exactly however late it is noted, once', async () => {
    const { number } = await proposed()
    await decide('rob', 'Accept')
    await house.db.risk.updateMany({ data: { nextReviewOn: new Date('2026-08-01') } })
    house.sleepUntil('2026-06-30T23:59:59Z')
    await house.wake()
    expect((await acceptance()).state).toBe('accepted')
    house.sleepUntil('2026-07-03T10:00:00Z')
    await house.wake()
    await house.wake()
    const ended = await acceptance()
    expect([ended.state, ended.endedAt?.toISOString()]).toEqual(['expired', '2026-07-01T00:00:00.000Z'])
    const risk = await riskNow(house, number)
    expect(risk).toMatchObject({ state: 'responding', response: null, nextReviewOn: new Date('2026-07-01') })
    expect(await house.db.auditEntry.count({ where: { action: 'risk.acceptance-expired' } })).toBe(1)
    expect(saidIn(await ben().command(`/risk show R-${number}`))).toContain('Its acceptance has expired')
    expect(saidIn(await ben().command(`/risk monitor R-${number}`))).toContain('There is no plan')
    const told = saidIn(await ben().command(`/risk history R-${number}`))
    expect(told).toMatch(
      /02:00 · its acceptance has expired[\s\S]*Rob · accepted it · “Seen the figures”[\s\S]*Ben · proposed to accept it/,
    )
  })

  it('is nobody’s to decide about where it is moderate, and says whom to ask where nobody may', async () => {
    const { number } = await newRisk(house, 'ben', { likelihood: '3', impact: '3' })
    expect(saidIn(await ben().command(`/risk accept R-${number}`))).toContain(`/risk respond R-${number}`)
    const high = await newRisk(house, 'ada', { likelihood: '4', impact: '4', owner: 'ada' })
    await house.as('ada').command('/ops role revoke risk <@rob>')
    await house.db.member.update({ where: { id: await idOf(house, 'rob') }, data: { roles: [] } })
    expect(saidIn(await house.as('ada').command(`/risk accept R-${high.number}`))).toContain('/ops role risk')
  })
})
