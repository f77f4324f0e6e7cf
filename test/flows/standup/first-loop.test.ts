import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { cardOf, formOf, type House } from '../../support/house.ts'
import { wordsOf } from '../../support/words.ts'
import { answer, cardsIn, cardWordsOf, digestOf, digestsIn, openOffice, setUpDaily, toldTo } from './office.ts'

describe('a stand-up from its beginning to its digest', () => {
  let house: House
  beforeEach(async () => {
    house = await openOffice()
    await setUpDaily(house)
  })
  afterEach(() => house.close())

  it('asks in the channel and privately at its time, in the language of each', async () => {
    await house.advanceTo('2026-03-02T07:59:59Z')
    expect(house.chat.messages).toEqual([])

    await house.advanceTo('2026-03-02T08:00:00Z')

    expect(cardsIn(house)).toHaveLength(1)
    expect(cardWordsOf(house)).toContain('Not yet: Ben, Mei')
    expect(cardWordsOf(house)).toContain('Digest at 09:20')
    expect(wordsOf(house.as('ben').lastDirect().card)).toContain('What blocks you?')
    expect(wordsOf(house.as('mei').lastDirect().card)).toContain('请在 16:20 前回答')
    expect(house.directTo('ana')).toEqual([])
  })

  it('shows on the card who has answered, and thanks privately', async () => {
    await house.advanceTo('2026-03-02T08:01:00Z')
    const asked = house.as('ben').lastDirect()

    const form = formOf(await house.as('ben').press(asked.card, 'Answer'))
    const reply = await house.as('ben').submit(form, { [form.fields[0]!.name]: 'The report' })

    expect(reply).toEqual({ kind: 'nothing' })
    expect(cardWordsOf(house)).toContain('Answers: 1 of 2')
    expect(cardWordsOf(house)).toContain('Not yet: Mei')
    expect(wordsOf(asked.card)).toContain('Thank you')
    expect(digestsIn(house)).toEqual([])
  })

  it('posts the digest in the card’s thread as soon as all have answered', async () => {
    await house.advanceTo('2026-03-02T08:01:00Z')

    await answer(house, 'ben', 'The report', 'The slides', 'none')
    await answer(house, 'mei', '报告', '幻灯片', '等待权限')

    const [digest] = digestsIn(house)
    expect(digest?.thread).toBe(cardsIn(house)[0]?.key)
    expect(digestOf(house)).toMatch(/Blockers\nMei 等待权限 \(B-1\)\n[\s\S]*Ben\nWhat did you finish\?\nThe report/)
    expect(cardsIn(house)[0]?.card.blocks.at(-2)).toMatchObject({
      text: [expect.anything(), ' ', { post: digest?.key }],
    })
  })

  it('posts it at the end otherwise, with who was missed, and once', async () => {
    await house.advanceTo('2026-03-02T08:05:00Z')
    await answer(house, 'ben', 'The report')

    await house.advanceTo('2026-03-02T08:19:59Z')
    expect(digestsIn(house)).toEqual([])
    await house.advanceTo('2026-03-02T12:00:00Z')

    expect(digestsIn(house)).toHaveLength(1)
    expect(digestOf(house)).toContain('Missed: Mei')
    expect(toldTo(house, 'mei', '没有收到你的回答')).toHaveLength(1)
  })

  it('says so in a short digest when nobody answers', async () => {
    await house.advanceTo('2026-03-02T09:00:00Z')

    expect(digestOf(house)).toContain('Nobody has answered this time.')
  })

  it('reminds half-way and privately, once, who has not answered', async () => {
    await house.advanceTo('2026-03-02T08:05:00Z')
    await answer(house, 'ben', 'The report')

    await house.advanceTo('2026-03-02T08:09:59Z')
    expect(toldTo(house, 'mei', '小提醒')).toEqual([])
    await house.advanceTo('2026-03-02T08:19:59Z')

    expect(toldTo(house, 'mei', '小提醒')).toHaveLength(1)
    expect(toldTo(house, 'ben', 'A short reminder')).toEqual([])
  })

  it('asks again on the next of its days, and not on the weekend', async () => {
    await house.advanceTo('2026-03-09T07:00:00Z')

    expect(cardsIn(house).map(({ at }) => at.toString())).toEqual(
      [2, 3, 4, 5, 6].map((day) => `2026-03-0${day}T08:00:00Z`),
    )
  })

  it('marks late answers, and puts edits into the card and the digest that are already posted', async () => {
    await house.advanceTo('2026-03-02T08:05:00Z')
    await answer(house, 'ben', 'The report')
    await house.advanceTo('2026-03-02T10:00:00Z')

    await answer(house, 'mei', '报告')
    await answer(house, 'ben', 'The whole report')

    expect(digestsIn(house)).toHaveLength(1)
    expect(digestOf(house)).toContain('Mei (late)')
    expect(digestOf(house)).toContain('The whole report')
    expect(digestOf(house)).not.toContain('Missed')
    expect(cardWordsOf(house)).toContain('Answers: 2 of 2')
  })

  it('takes two answers that come at the same moment, and loses neither', async () => {
    await house.advanceTo('2026-03-02T08:01:00Z')

    await Promise.all([answer(house, 'ben', 'Ben’s'), answer(house, 'mei', 'Mei’s')])

    expect(digestsIn(house)).toHaveLength(1)
    expect(digestOf(house)).toContain('Ben’s')
    expect(digestOf(house)).toContain('Mei’s')
  })

  it('answers the asker about today', async () => {
    await house.advanceTo('2026-03-02T08:01:00Z')
    await answer(house, 'ben', 'The report')

    const card = cardOf(await house.as('mei').command('/standup 状态'))

    expect(card.summary).toBe('Daily：2 人中已有 1 人回答')
    expect(wordsOf(card)).toContain('未回答: Mei')
  })
})
