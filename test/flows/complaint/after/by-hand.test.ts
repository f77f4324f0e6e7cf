import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { cardOf, errorsOf, formOf, type House } from '../../../support/house.ts'
import { wordsOf } from '../../../support/words.ts'
import { fileOne, nowOf, openOffice, refOf, saidIn, toldTo } from '../office.ts'
import { inDays, letterFor, recorded, repliedOne, reply, surveyOf } from './counter.ts'

describe('what the customer told a colleague', () => {
  let house: House
  const rate = (who: string, typed: string) => house.as(who).command(`/complaint rate ${typed}`)

  beforeAll(async () => {
    house = await openOffice()
  })
  afterAll(() => house.close())

  it('is written down with who did it, and the owner hears of it', async () => {
    const complaint = await repliedOne(house)
    const said = saidIn(await rate('ana', `${refOf(complaint)} 4 They liked the call.`))
    const ana = await house.member('ana')

    expect(said).toContain('the customer gave 4 of 5')
    expect(said).toContain('The complaint is closed.')
    expect(await surveyOf(house, complaint)).toMatchObject({
      score: 4,
      note: 'They liked the call.',
      recordedById: ana.id,
    })
    expect(await recorded(house, complaint, 'complaint.rated')).toMatchObject([
      { actorId: ana.id, detail: { score: 4, by: 'colleague' } },
    ])
    expect(toldTo(house, 'ben', 'They liked the call.').length).toBeGreaterThan(0)
    expect((await nowOf(house, complaint)).state).toBe('closed')
  })

  it('reopens the complaint of an unsatisfied customer', async () => {
    const complaint = await repliedOne(house)
    const said = saidIn(await house.as('li').command(`/complaint 满意度 ${refOf(complaint)} ２分 客户很生气`))

    expect(said).toContain('客诉已重开，并已通知上级。')
    expect((await nowOf(house, complaint)).state).toBe('reopened')
    expect((await surveyOf(house, complaint)).note).toBe('客户很生气')
  })

  it('can be written into a form, by the button under the link too', async () => {
    const complaint = await repliedOne(house)
    const form = formOf(await house.as('ben').press(house.as('ben').lastDirect().card, 'Record the answer'))
    expect(formOf(await rate('ben', refOf(complaint)))).toEqual(form)

    expect(errorsOf(await house.as('ben').submit(form, {}))).toEqual({ score: 'Choose a number from 1 to 5.' })
    expect(errorsOf(await house.as('ben').submit(form, { score: '3', note: 'x'.repeat(2_001) }))).toEqual({
      note: 'The note can have 2000 characters at most.',
    })
    expect(saidIn(await house.as('ben').submit(form, { score: '3', note: 'All right' }))).toContain('gave 3 of 5')
    expect((await nowOf(house, complaint)).state).toBe('closed')
  })

  it('is not written down twice, nor about a reply that there is not', async () => {
    const waiting = await fileOne(house)
    const complaint = await repliedOne(house)
    await rate('ben', `${refOf(complaint)} 4`)

    expect(saidIn(await rate('ben', `${refOf(complaint)} 1`))).toContain('is on record: 4 of 5')
    expect(saidIn(await rate('ben', `${refOf(waiting)} 4`))).toContain('waits for a reply')
    expect(saidIn(await rate('ben', `${refOf(complaint)}`))).toContain('is on record')
  })

  it('is not taken from a form about an older reply', async () => {
    const complaint = await repliedOne(house)
    const form = formOf(await rate('ana', refOf(complaint)))
    await rate('ben', `${refOf(complaint)} 1`)
    await reply(house, complaint)

    expect(errorsOf(await house.as('ana').submit(form, { score: '5' }))['']).toContain('newer reply')
    expect((await surveyOf(house, complaint, 2)).score).toBeNull()
  })

  it('is a number from 1 to 5 and a note that is not endless', async () => {
    const complaint = await repliedOne(house)

    for (const typed of ['0', '6', '4.5', 'good', '-1', '١'])
      expect(saidIn(await rate('ben', `${refOf(complaint)} ${typed}`))).toContain('is no score')
    expect(saidIn(await rate('ben', `${refOf(complaint)} 4 ${'x'.repeat(2_001)}`))).toContain('2000 characters at most')
    expect((await surveyOf(house, complaint)).score).toBeNull()
  })

  it('is nothing for guests, for whom it is about, or for those who may not see it', async () => {
    const named = await repliedOne(house, { named: ['ana'] })
    const secret = await repliedOne(house, { confidential: true })

    expect(saidIn(await rate('guest', `${refOf(named)} 5`))).toBeTruthy()
    expect(saidIn(await rate('ana', `${refOf(named)} 5`))).toContain('about you')
    expect(saidIn(await rate('ana', `${refOf(secret)} 5`))).toContain('no complaint')
    expect((await surveyOf(house, named)).score).toBeNull()
    expect((await surveyOf(house, secret)).score).toBeNull()
  })

  it('does not reach those whom an unsatisfied customer’s complaint is about', async () => {
    const complaint = await repliedOne(house, { named: ['kai'] })
    await rate('ben', `${refOf(complaint)} 1`)
    await house.wake()

    expect(toldTo(house, 'kai', refOf(complaint))).toEqual([])
    expect(toldTo(house, 'tom', `${refOf(complaint)}: the customer is not satisfied`).length).toBeGreaterThan(0)
  })

  it('shows the words of a confidential complaint’s customer to nobody in the chain', async () => {
    const complaint = await repliedOne(house, { confidential: true })
    await rate('ben', `${refOf(complaint)} 1 My lawyer will call`)
    await house.wake()

    expect(toldTo(house, 'kai', `${refOf(complaint)}: the customer is not satisfied`)).toHaveLength(1)
    expect(toldTo(house, 'kai', 'lawyer')).toEqual([])
  })

  describe('the link', () => {
    it('comes to the owner alone, with what follows from it', async () => {
      const complaint = await repliedOne(house)
      const key = `complaint/${complaint.id}/survey/1`
      const [message, ...more] = house.chat.messages.filter((one) => one.key === key)

      expect(message?.place).toBe('@ben')
      expect(more).toEqual([])
      expect(wordsOf(message!.card)).toContain('The link works once, until Mon, 16 Mar 2026, 09:00.')
      expect(letterFor(house, complaint)).toContain('The link works until Sun, 15 Mar 2026.')
      expect(wordsOf(message!.card)).toContain('it closes by itself on Mon, 9 Mar 2026.')
    })

    it('is shown again to its owner and to administrators', async () => {
      const complaint = await repliedOne(house)
      const letter = letterFor(house, complaint)

      for (const who of ['ben', 'mei'])
        expect(saidIn(await house.as(who).command(`/complaint survey ${refOf(complaint)}`))).toContain(letter)
      expect(saidIn(await house.as('ben').command(`/complaint 回访 ${refOf(complaint)}`))).toContain(letter)
      expect(saidIn(await house.as('ana').command(`/complaint survey ${refOf(complaint)}`))).not.toContain('http')
    })

    it('gives way to the verdict once there is one', async () => {
      const complaint = await repliedOne(house)
      await rate('ben', `${refOf(complaint)} 5`)
      const card = house.chat.messages.find(({ key }) => key === `complaint/${complaint.id}/survey/1`)?.card

      expect(card && wordsOf(card)).toContain('gave 5 of 5')
      expect(card && wordsOf(card)).not.toContain('http')
      expect(cardOf(await rate('ben', '')).tone).toBe('warning')
    })

    it('is not shown when it would lead nowhere', async () => {
      const [waiting, answered, old] = [await fileOne(house), await repliedOne(house), await repliedOne(house)]
      await rate('ben', `${refOf(answered)} 4`)
      const survey = async ({ number }: { number: number }) =>
        saidIn(await house.as('ben').command(`/complaint survey C-${number}`))

      expect(await survey(waiting)).toContain('waits for a reply')
      expect(await survey(answered)).toContain('is on record')
      house.sleepUntil(inDays(house, 14))
      expect(await survey(old)).toContain('has expired')
      expect(await survey(old)).toContain(`/complaint rate ${refOf(old)}`)
    })
  })
})
