import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { errorsOf, formOf, type House } from '../../../support/house.ts'
import { wordsOf } from '../../../support/words.ts'
import { assess, graded, idOf, newRisk, openOffice, riskNow, saidIn } from '../office.ts'

let house: House
beforeEach(async () => {
  house = await openOffice()
})
afterEach(() => house.close())

const ben = () => house.as('ben')
const roundsTo = (who: string) => house.directTo(who).filter(({ key }) => key.startsWith('risk/round/'))
const datesTo = (who: string) => roundsTo(who).map(({ key }) => key.slice(-10))
const walks = () => house.db.escalation.findMany({ where: { flow: 'risk' }, orderBy: { id: 'asc' } })
const walkTold = (who: string) =>
  house.directTo(who).filter(({ card }) => wordsOf(card).includes(': overdue about risks'))
const nextOn = async (number: number) => (await riskNow(house, number)).nextReviewOn?.toISOString().slice(0, 10)
const inGermany = async () => {
  const form = formOf(await house.as('rob').command('/risk settings'))
  await house.as('rob').submit(form, { zone: 'Europe/Berlin', holidays: 'DE' })
}
const reviewIt = async (who: string, values: Record<string, string> = {}, number = 1) =>
  house.as(who).submit(formOf(await house.as(who).command(`/risk review R-${number}`)), values)

describe('a review', () => {
  it('follows the level of what is left, and stays due where it is due', async () => {
    const risk = await newRisk(house, 'ben', { likelihood: '5', impact: '5' })
    expect(await nextOn(1)).toBe('2026-03-09')
    await assess(house, 'ben', risk, graded([5, 5], [3, 4], 'Better'))
    expect(await nextOn(1)).toBe('2026-04-02')
    await assess(house, 'ben', risk, graded([5, 5], [4, 3], 'Otherwise'))
    expect(await nextOn(1)).toBe('2026-04-02')
    await assess(house, 'ben', risk, graded([5, 5], [1, 2], 'Much better'))
    expect(await nextOn(1)).toBe('2027-03-02')
    await assess(house, 'ben', risk, graded([5, 5], [2, 3], 'Worse'))
    expect(await nextOn(1)).toBe('2026-06-02')
    house.sleepUntil('2026-06-03T10:00:00Z')
    await assess(house, 'ben', risk, graded([5, 5], [1, 1], 'Better again'))
    expect(await nextOn(1)).toBe('2026-06-02')
  })

  it('is asked for on its day, in the owner’s morning, once; the card shows that it was done', async () => {
    await newRisk(house, 'mei', { likelihood: '5', impact: '5' })
    await house.advanceTo('2026-03-09T00:59:00Z')
    expect(roundsTo('mei')).toEqual([])
    await house.advanceTo('2026-03-10T12:00:00Z')
    expect(roundsTo('mei').map(({ at }) => `${at}`)).toEqual(['2026-03-09T01:00:00Z'])
    expect(wordsOf(roundsTo('mei')[0]!.card)).toContain(
      'R-1 Our supplier fails\n5 × 5 = 25 · 🔴 极高 · 应于 3月9日（周一）复审',
    )

    const form = formOf(await house.as('mei').press(roundsTo('mei')[0]!.card, '复审 R-1'))
    expect(
      Object.keys(errorsOf(await house.as('mei').submit(form, { still: 'x', next: '2026-03-10' }))).sort(),
    ).toEqual(['next', 'still'])
    expect(errorsOf(await house.as('mei').submit(form, { note: 'x'.repeat(12_000) })).note).toContain('12000')
    expect(errorsOf(await house.as('mei').submit(form, { next: '2026-03-18' })).next).toContain('第二道防线')
    expect(saidIn(await house.as('mei').submit(form, { note: 'Seen' }))).toContain('R-1 已复审')
    expect(saidIn(await house.as('mei').submit(form, { note: 'Seen' }))).toContain('有人做了修改')
    expect(await nextOn(1)).toBe('2026-03-17')
    expect(wordsOf(roundsTo('mei')[0]!.card)).toContain('✓ R-1')
    expect(await house.db.riskReview.findMany()).toMatchObject([{ note: 'Seen', dueOn: new Date('2026-03-09') }])
    expect(saidIn(await house.as('mei').command('/risk 记录 R-1'))).toContain(
      'Mei · 已复审，下次 2026年3月17日（周二） · “Seen”',
    )
    expect(saidIn(await reviewIt('rob', { still: 'no', next: '2026-12-01' }))).toContain('/risk assess R-1')
    expect(await nextOn(1)).toBe('2026-12-01')
  })

  it('waits over a holiday and a weekend for the next working morning', async () => {
    await inGermany()
    await newRisk(house, 'ben', { likelihood: '4', impact: '4' })
    await house.db.risk.updateMany({ data: { nextReviewOn: new Date('2026-05-01') } })
    await house.advanceTo('2026-05-05T12:00:00Z')
    expect(datesTo('ben')).toEqual(['2026-05-04'])
  })

  it('goes up after three working days, in one walk, and ends it by being done', async () => {
    await newRisk(house, 'ben', { likelihood: '5', impact: '5' })
    await newRisk(house, 'ben', { likelihood: '5', impact: '5', title: 'Fire' })
    await house.advanceTo('2026-03-12T07:59:00Z')
    expect(await walks()).toEqual([])
    await house.advanceTo('2026-03-12T12:00:00Z')
    expect(datesTo('ben')).toEqual(['2026-03-09'])
    expect(await walks()).toMatchObject([{ ownerId: await idOf(house, 'ben'), state: 'open' }])
    expect(wordsOf(walkTold('kai')[0]!.card)).toContain(
      'R-1 Our supplier fails · 5 × 5 = 25 · 🔴 critical · review was due',
    )
    await reviewIt('ben')
    expect((await walks())[0]?.state).toBe('open')
    expect(wordsOf(walkTold('kai')[0]!.card)).not.toContain('R-1 Our')
    await ben().submit(formOf(await ben().command('/risk close R-2')), { why: 'Over' })
    expect((await walks())[0]?.state).toBe('resolved')
    expect(roundsTo('ben')[0]!.card.summary).toBe('Everything about your risks is done')
  })

  it('is asked of whoever stands in, who may do it; without anybody it waits, and does not go up', async () => {
    await newRisk(house, 'ben', { likelihood: '5', impact: '5' })
    await newRisk(house, 'ana', { likelihood: '5', impact: '5' })
    await ben().command('/ops away 2026-03-08 2026-03-20 <@mei>')
    await house.as('ana').command('/ops away 2026-03-08 2026-03-20')
    await house.advanceTo('2026-03-20T12:00:00Z')
    expect(datesTo('ben')).toEqual([])
    expect(wordsOf(roundsTo('mei')[0]!.card)).toContain('Ben 不在，由你代办')
    expect((await walks()).map(({ ownerId }) => ownerId)).toEqual([await idOf(house, 'ben')])
    expect(saidIn(await reviewIt('mei'))).toContain('R-1 已复审')
    expect((await walks())[0]?.state).toBe('resolved')
    await house.advanceTo('2026-03-23T12:00:00Z')
    expect(datesTo('ana')).toEqual(['2026-03-23'])
  })

  it('is asked once, however long nobody was there to ask, and however often a timer comes', async () => {
    await newRisk(house, 'ben', { likelihood: '5', impact: '5' })
    house.sleepUntil('2026-03-11T20:00:00Z')
    await house.wake()
    await house.db.timer.updateMany({
      where: { kind: 'risk.round' },
      data: { dueAt: new Date('2026-03-11T19:00:00Z') },
    })
    await house.wake()
    expect(datesTo('ben')).toEqual(['2026-03-11'])
  })

  it('that is moved by somebody on the same form at the same moment is moved once', async () => {
    await newRisk(house, 'ben', { likelihood: '5', impact: '5' })
    const forms = await Promise.all(
      ['ben', 'kai'].map(async (who) => formOf(await house.as(who).command('/risk review R-1'))),
    )
    await Promise.all(['ben', 'kai'].map((who, at) => house.as(who).submit(forms[at]!, {})))
    expect(await house.db.riskReview.count()).toBe(1)
  })
})

describe('an action', () => {
  it('is prompted on its day, goes up after two working days, and ends with its walk', async () => {
    await newRisk(house, 'ben', { likelihood: '3', impact: '3' })
    const form = formOf(await ben().command('/risk action add R-1'))
    await ben().submit(form, { title: 'Sign', owner: 'ana', due: '2026-03-06', measure: 'Signed' })
    await house.advanceTo('2026-03-06T12:00:00Z')
    expect(datesTo('ana')).toEqual(['2026-03-06'])
    expect(wordsOf(roundsTo('ana')[0]!.card)).toContain('RA-1 Sign\nR-1 Our supplier fails\ndue Fri, 6 Mar')
    await house.advanceTo('2026-03-10T07:59:00Z')
    expect(await walks()).toEqual([])
    await house.advanceTo('2026-03-10T12:00:00Z')
    expect(wordsOf(walkTold('kai')[0]!.card)).toContain('RA-1 Sign · was due Fri, 6 Mar')
    const done = formOf(await house.as('ana').press(roundsTo('ana')[0]!.card, 'RA-1 is done'))
    await house.as('ana').submit(done, { outcome: 'Signed' })
    expect((await walks())[0]?.state).toBe('resolved')
    expect(wordsOf(roundsTo('ana')[0]!.card)).toContain('✓ RA-1 Sign')
  })

  it('is prompted again where its day is moved, and not on the old one', async () => {
    await newRisk(house, 'ben', { likelihood: '3', impact: '3' })
    const step = { title: 'Sign', owner: 'ana', due: '2026-03-06', measure: 'Signed' }
    await ben().submit(formOf(await ben().command('/risk action add R-1')), step)
    await ben().submit(formOf(await ben().command('/risk action edit RA-1')), { ...step, due: '2026-03-11' })
    await house.advanceTo('2026-03-13T07:00:00Z')
    expect(datesTo('ana')).toEqual(['2026-03-11'])
  })
})

describe('an acceptance', () => {
  it('is warned of 14 days before its end, and comes back on the working morning after it, also over a holiday', async () => {
    await inGermany()
    await newRisk(house, 'ben', { likelihood: '4', impact: '4' })
    await ben().submit(formOf(await ben().command('/risk accept R-1')), { reason: 'Dear', until: '2026-04-30' })
    const question = house.directTo('rob').findLast(({ key }) => key.startsWith('risk/acceptance/'))!
    const decision = formOf(await house.as('rob').press(question.card, 'Accept'))
    await house.as('rob').submit(decision, { why: 'Yes' })
    await house.db.risk.updateMany({ data: { nextReviewOn: new Date('2026-06-01') } })
    await house.advanceTo('2026-05-04T12:00:00Z')
    expect(datesTo('ben')).toEqual(['2026-04-16', '2026-05-04'])
    expect(wordsOf(roundsTo('ben')[0]!.card)).toContain('✓ R-1')
    expect(wordsOf(roundsTo('ben')[1]!.card)).toContain('Its acceptance has expired: Thu, 30 Apr 2026')
    const { endedAt } = await house.db.riskAcceptance.findFirstOrThrow()
    expect(endedAt?.toISOString()).toBe('2026-04-30T22:00:00.000Z')
    expect((await riskNow(house, 1)).state).toBe('responding')
  })
})
