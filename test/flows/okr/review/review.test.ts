import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { Card } from '../../../../src/chat/card.ts'
import { cardOf, errorsOf, formOf, type House } from '../../../support/house.ts'
import { newKeyResult, newObjective, openOffice, saidIn } from '../office.ts'

let house: House
beforeAll(async () => {
  house = await openOffice()
  await house.as('ada').command('/okr cycle new next')
})
afterAll(() => house.close())

const mei = () => house.as('mei')
const grades = (form: { fields: readonly { name: string }[] }) =>
  form.fields.map(({ name }) => name).filter((name) => name.startsWith('grade:'))
const labels = ({ blocks }: Card) =>
  blocks.flatMap((block) => (block.kind === 'buttons' ? block.buttons.map(({ label }) => label) : []))

/** An objective of this person's with so many key results, each of them as far as this. */
async function objectiveWith(who: string, title: string, values: readonly number[]) {
  const objective = await newObjective(house, who, { title, owner: who })
  for (const [at, value] of values.entries()) {
    const keyResult = await newKeyResult(house, who, objective, { title: `${title} ${at + 1}`, owner: who })
    await house.as(who).command(`/okr update KR-${keyResult.number} =${value}`)
  }
  return `O-${objective.number}`
}

describe('a review', () => {
  it('has the four parts, asks why a grade differs from its score, and is found by a word of any part', async () => {
    const reference = await objectiveWith('mei', 'Fans', [50, 80])
    const form = formOf(await mei().command(`/okr 复盘 ${reference}`))
    const [first = ''] = grades(form)
    expect(errorsOf(await mei().submit(form, { [first]: '0.9' }))).toHaveProperty('reason')
    expect(errorsOf(await mei().submit(form, { [first]: '1.5' }))).toHaveProperty(first)
    const said = { problems: '物流太慢', whys: '仓库太远\n没有备选承运商', lessons: '早点谈价', next: '换仓' }
    const card = cardOf(await mei().submit(form, { ...said, [first]: '0.9', reason: '最后一周才上线' }))
    expect(saidIn({ kind: 'card', card })).toContain('最后一周才上线')
    expect(saidIn(await mei().submit(form, { lessons: 'Stale' }))).toContain('没有覆盖任何内容')

    for (const word of ['物流', '承运商', '谈价', '换仓', '上线', 'fans', '物流 承运商'])
      expect(saidIn(await house.as('ben').command(`/okr reviews ${word}`)), word).toContain(`${reference} Fans`)
    for (const word of ['100%', '物流 不存在', '_'])
      expect(saidIn(await house.as('ben').command(`/okr reviews ${word}`)), word).not.toContain('Fans')
  })

  it('says that goals were too easy where everything was reached, and has nothing to carry over', async () => {
    const reference = await objectiveWith('ben', 'Easy', [100, 120])
    const form = formOf(await house.as('ben').command(`/okr review ${reference}`))
    const card = cardOf(await house.as('ben').submit(form, {}))

    expect(saidIn({ kind: 'card', card })).toMatch(/too easy/)
    expect(labels(card).filter((label) => label.startsWith('Carry'))).toEqual([])
  })

  it('carries over what is unfinished once, however often and by however many it is pressed', async () => {
    const reference = await objectiveWith('ana', 'Open', [40, 100, 60])
    const form = formOf(await house.as('ana').command(`/okr review ${reference}`))
    const card = cardOf(await house.as('ana').submit(form, {}))
    const carried = () => house.db.okrKeyResult.findMany({ where: { NOT: { carriedFromId: null } } })
    await Promise.all(
      ['ana', 'kai', 'ada'].map((who) => house.as(who).press(card, 'Carry over all that is unfinished')),
    )
    await house.as('ana').press(card, 'Carry over all that is unfinished')

    expect((await carried()).map(({ start }) => start).toSorted((a, b) => a - b)).toEqual([40, 60])
    expect(saidIn(await house.as('ana').command('/okr list cycle:next'))).toContain('Open')
  })

  it('grades every key result, however many there are, page by page', async () => {
    const objective = await newObjective(house, 'ana', { title: 'Many' })
    const model = await newKeyResult(house, 'ana', objective)
    const { id: _, number: __, ...terms } = await house.db.okrKeyResult.findUniqueOrThrow({ where: { id: model.id } })
    const more = Array.from({ length: 59 }, (_, at) => ({ ...terms, number: model.number + at + 1 }))
    await house.db.okrKeyResult.createMany({ data: more })
    const form = formOf(await house.as('ana').command(`/okr review O-${objective.number}`))
    expect(grades(form)).toHaveLength(25)
    let card = cardOf(await house.as('ana').submit(form, { lessons: 'Fewer goals' }))
    for (const [label, count] of [
      ['Grade key results 26 to 50', 25],
      ['Grade key results 51 to 60', 10],
    ] as const) {
      const page = formOf(await house.as('ana').press(card, label))
      expect(grades(page)).toHaveLength(count)
      const [first = ''] = grades(page)
      expect(errorsOf(await house.as('ana').submit(page, { [first]: '0.3' }))).toHaveProperty('reason')
      card = cardOf(await house.as('ana').submit(page, { [first]: '0.3', reason: 'Half done' }))
    }

    expect(labels(card).filter((label) => label.startsWith('Grade'))).toEqual([])
    const graded = { objectiveId: objective.id, NOT: { grade: null } }
    expect(await house.db.okrKeyResult.count({ where: graded })).toBe(60)
    expect((await house.db.okrReview.findFirstOrThrow({ where: { objectiveId: objective.id } })).lessons).toBe(
      'Fewer goals',
    )
  })
})
