import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { cardOf, errorsOf, formOf, type House } from '../../support/house.ts'
import { wordsOf } from '../../support/words.ts'
import {
  answer,
  answerFormOf,
  cardsIn,
  cardWordsOf,
  digestOf,
  digestsIn,
  openOffice,
  saidIn,
  setUpDaily,
} from './office.ts'

const QUESTIONS = 'Done?\nConfidence? [number]\nWhere? [office/home]\nFeeling? [mood]'

describe('answering by the form', () => {
  let house: House
  beforeEach(async () => {
    house = await openOffice()
    await setUpDaily(house, { questions: QUESTIONS })
    await house.advanceTo('2026-03-02T08:01:00Z')
  })
  afterEach(() => house.close())

  it('reads numbers, choices and moods, and shows them in the language of the channel', async () => {
    await answer(house, 'mei', '报告', '7,5', 'home', '2')
    await answer(house, 'ben', 'Report')

    for (const words of ['7.5', 'home', '🙁 Low']) expect(digestOf(house)).toContain(words)
  })

  it('shows what is there already when it is opened again', async () => {
    await answer(house, 'ben', 'Report', '7', 'office', '4')

    const values = (await answerFormOf(house, 'ben')).fields.map((field) =>
      'value' in field ? field.value : undefined,
    )

    expect(values).toEqual(['Report', 7, 'office', '4'])
  })

  it('confirms an edit, before and after the digest', async () => {
    await answer(house, 'ben', 'Report')
    expect(saidIn(await answer(house, 'ben', 'The report'))).toContain('Your changes are in.')
    await answer(house, 'mei', '报告')

    const form = await answerFormOf(house, 'ben')
    expect(form.intro).toBe('Daily of Mon, 2 Mar has closed. Your changes go into its digest.')
    expect(saidIn(await answer(house, 'mei', '另一份报告'))).toContain('修改已保存。')
    expect(digestOf(house)).not.toContain('(late)')
  })

  it('offers everybody the same on the closed card, no more as the first thing to do', async () => {
    await answer(house, 'ben', 'Report')
    await answer(house, 'mei', '报告')

    expect(cardsIn(house)[0]!.card.blocks.at(-1)).toEqual({
      kind: 'buttons',
      buttons: [{ label: 'Add or change answers', action: 'standup.answer', value: expect.any(String), opens: 'form' }],
    })
  })

  it('says beside the field what is wrong, and keeps nothing', async () => {
    const form = await answerFormOf(house, 'mei')
    const [text, number] = form.fields.map(({ name }) => name) as [string, string]

    const errors = errorsOf(await house.as('mei').submit(form, { [text]: 'x'.repeat(12_001), [number]: 'seven' }))

    expect(errors).toEqual({
      [text]: '内容过长，最多 12000 个字符。',
      [number]: '看不懂这个数字，请写成 7 或 3.5 这样。',
    })
    expect(await house.db.standupAnswer.count()).toBe(0)
  })

  it('wants one answer at least', async () => {
    expect(Object.values(errorsOf(await answer(house, 'ben', '', ' ')))).toEqual([
      'Answer at least one question, or skip this stand-up.',
    ])
  })

  it('counts a form that comes twice once', async () => {
    const form = await answerFormOf(house, 'ben')
    const values = { [form.fields[0]!.name]: 'Report' }

    await house.as('ben').submit(form, values, 'view:7')
    await house.as('ben').submit(form, values, 'view:7')

    expect(await house.db.auditEntry.count({ where: { action: 'standup.answered' } })).toBe(1)
  })

  it('says thank you where it was asked for in the channel', async () => {
    const reply = await house.as('ana').command('/standup answer', 'general')
    expect(saidIn(reply)).toContain('You take part in no stand-up')

    const form = formOf(await house.as('ben').command('/standup answer', 'general'))
    const values = {
      ...Object.fromEntries(form.fields.map(({ name }) => [name, ''])),
      [form.fields[0]!.name]: 'Report',
    }
    const thanks = await house
      .as('ben')
      .send(
        { kind: 'submission', form: form.id, context: form.context!, values, people: [], channels: [] },
        { channel: 'general' },
      )
    expect(saidIn(thanks)).toContain('Thank you')
  })
})

describe('what people may write', () => {
  let house: House
  beforeEach(async () => {
    house = await openOffice()
    await setUpDaily(house, { questions: 'Done?' })
    await house.advanceTo('2026-03-02T08:01:00Z')
  })
  afterEach(() => house.close())

  it('keeps 12,000 characters, shortens them in the digest and shows all of them to who asks', async () => {
    const long = `${'长'.repeat(5_999)}👩‍👩‍👧‍👦 ${'x'.repeat(5_986)}end`
    await answer(house, 'mei', long)
    await answer(house, 'ben', 'short')
    const [digest] = digestsIn(house)

    const reply = await house.as('ana').press(digest!.card, 'Show all in full')

    expect(wordsOf(digest!.card).length).toBeLessThan(1_500)
    expect(wordsOf(digest!.card)).toContain('…')
    expect(reply).toMatchObject({
      kind: 'card',
      file: { name: 'Daily-2026-03-02.txt', text: expect.stringContaining(long) },
    })
  })

  it('does not put a long answer into the form again, and keeps it when the field stays empty', async () => {
    await house.as('mei').dm('y'.repeat(3_001))
    const form = await answerFormOf(house, 'mei')

    expect(form.fields[0]).toMatchObject({ hint: expect.stringContaining('3001') })
    expect(form.fields[0]).not.toHaveProperty('value')
    await answer(house, 'mei', '')
    expect(await house.db.standupAnswer.findFirst()).toMatchObject({ text: 'y'.repeat(3_001) })
  })

  it.each([
    '<!channel> look',
    '<script>alert(1)</script>',
    '`code` *bold* _it_',
    'שלום עולם',
    'مرحبا ‮ abc',
    '👩🏽‍🚀🚀',
  ])('hands on %j as plain words', async (typed) => {
    await answer(house, 'ben', typed)
    await answer(house, 'mei', 'x')

    const texts = digestsIn(house)[0]!.card.blocks.flatMap((block) =>
      block.kind === 'text' ? [block.text].flat() : [],
    )
    expect(texts).toContain(typed)
  })
})

describe('answering late', () => {
  let house: House
  beforeEach(async () => {
    house = await openOffice()
    await setUpDaily(house, { questions: 'Done?' })
    await house.advanceTo('2026-03-03T08:01:00Z')
  })
  afterEach(() => house.close())

  it('puts an answer to yesterday’s into yesterday’s digest and says which day it is for', async () => {
    const yesterday = cardsIn(house)[0]!.card
    const form = formOf(await house.as('mei').press(yesterday, 'Add or change answers'))
    await house.as('mei').submit(form, { [form.fields[0]!.name]: '周一的' })

    expect(form.intro).toContain('3月2日（周一）')
    const [monday] = digestsIn(house)
    expect(wordsOf(monday!.card)).toContain('Mei (late)')
    expect(cardWordsOf(house)).toContain('Not yet: Ben, Mei')
  })

  it('takes no more answers after a week, and says so', async () => {
    const old = cardsIn(house)[0]!.card
    await house.advanceTo('2026-03-10T07:00:00Z')

    expect(saidIn(await house.as('mei').press(old, 'Add or change answers'))).toContain('已结束超过 7 天')
  })

  it('offers the last one when nothing is on', async () => {
    await house.advanceTo('2026-03-03T12:00:00Z')

    expect((await answerFormOf(house, 'ben')).intro).toBe(
      'Daily of Tue, 3 Mar has closed. Your answers still go into its digest, marked as late.',
    )
  })

  it('refuses who does not take part', async () => {
    expect(cardOf(await house.as('ana').press(cardsIn(house)[0]!.card, 'Add or change answers')).summary).toBe(
      'You do not take part in Daily.',
    )
  })
})
