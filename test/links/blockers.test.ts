import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { Card } from '../../src/chat/card.ts'
import { newObjective, objectiveNow, openOffice, saidIn } from '../flows/okr/office.ts'
import { answer, digestOf, digestsIn, setUpDaily } from '../flows/standup/office.ts'
import { cardOf, formOf, type House } from '../support/house.ts'
import { wordsOf } from '../support/words.ts'

/** Ben and Mei have answered Daily on Monday at 9:00; something is in Ben's way. Ana does not take part. */
describe('a blocker of a stand-up and an objective', () => {
  let house: House
  beforeAll(async () => {
    house = await openOffice()
    await setUpDaily(house, { questions: 'Done?\nBlocked? [blocker]' })
    await newObjective(house, 'ben', { title: 'Ship weekly' })
    await newObjective(house, 'mei', { title: 'Buy Orion', visibility: 'private' })
    await house.advanceTo('2026-10-05T07:01:00Z')
    await answer(house, 'ben', 'Report', 'No access to staging')
    await answer(house, 'mei', '报告', '等审批')
  })
  afterAll(() => house.close())

  const blockersOf = async (who: string) => cardOf(await house.as(who).press(digestsIn(house)[0]!.card, ONE_BY_ONE))
  const show = async (who: string, reference: string) => saidIn(await house.as(who).command(`/okr show ${reference}`))
  const tie = async (who: string, card: Card) => formOf(await house.as(who).press(card, 'Link to an objective'))

  it('are tied by a button at the blocker, to one of those that the asker may change', async () => {
    const card = await blockersOf('ben')
    expect(wordsOf(card)).toMatch(/B-1 Ben \(open since Mon, 5 Oct\)\nNo access to staging\n.*B-2 Mei/s)

    const form = await tie('ben', card)
    const [objective] = form.fields
    expect(objective).toMatchObject({ options: [{ label: 'O-1 Ship weekly' }] })
    const reply = await house.as('ben').submit(form, { objective: (await objectiveNow(house, 1)).id })

    expect(saidIn(reply)).toContain('O-1 is linked to B-1.\nB-1 No access to staging · blocks Ben · open')
    expect(saidIn(await house.as('ben').submit(form, { objective: 'O-1' }))).toContain('linked to B-1 already')
    expect(await house.db.link.count()).toBe(1)
  })

  it('stand at each other; what was answered is for those who belong', async () => {
    expect(digestOf(house)).toContain('Ben No access to staging (B-1 · linked to O-1 Ship weekly)')
    expect(wordsOf(await blockersOf('mei'))).toContain('已关联 O-1 Ship weekly')
    expect(await show('ben', 'O-1')).toContain('B-1 No access to staging · blocks Ben · open')
    const toOthers = await show('ana', 'O-1')
    expect(toOthers).toContain('B-1 blocks Ben · open')
    expect(toOthers).not.toContain('staging')
    for (const who of ['ana', 'guest'])
      expect(saidIn(await house.as(who).command('/okr link O-1 B-2'))).not.toMatch(/Mei|审批/)
  })

  it('do not speak of what is private to anybody who may not see it', async () => {
    expect(saidIn(await house.as('mei').command('/okr link O-2 b1'))).toContain('O-2 与 B-1 已关联。\nB-1 No access')

    expect(await show('mei', 'O-2')).toContain('B-1 No access to staging · 阻碍 Ben · 未解决')
    const hidden = await blockersOf('ben')
    for (const said of [digestOf(house), JSON.stringify(hidden), await show('ben', 'O-1')]) {
      expect(said).not.toMatch(/Orion|O-2/)
    }
    const value = `${(await objectiveNow(house, 2)).id} B-1`
    expect(saidIn(await house.as('ben').send({ kind: 'press', action: 'okr.untie', value }))).toContain('not there')
    const seen = saidIn(await house.as('ada').command('/standup blockers Daily'))
    expect(seen).toContain('linked to O-1 Ship weekly, O-2 Buy Orion')
  })

  it('lose their names in the channel when the objective turns private, and get them back', async () => {
    const values = { owner: 'ben', visibility: 'private' }
    const edit = async () => formOf(await house.as('ben').command('/okr edit O-1'))
    await house.as('ben').submit(await edit(), values)
    expect(digestOf(house)).not.toContain('Ship weekly')

    await house.as('ben').submit(await edit(), { owner: 'ben', visibility: 'open', title: 'Ship daily' })
    expect(digestOf(house)).toContain('linked to O-1 Ship daily)')
  })

  it('are untied by the button at the blocker or by a command, by whoever may change the objective', async () => {
    const card = await blockersOf('mei')
    expect(saidIn(await house.as('mei').press(card, '取消关联 O-1'))).toContain('只有 O-1 的负责人 Ben')

    await house.as('ben').press(await blockersOf('ben'), 'Unlink O-1')
    expect(digestOf(house)).not.toContain('Ship')
    await house.as('mei').command('/okr 取消关联 O-2 B-1')
    await house.as('ben').command('/okr link O-1 B-1')
    const outside = saidIn(await house.as('kai').command('/okr unlink O-1 b 1'))
    expect(outside).toBe('\nO-1 is not linked to B-1 any more.\nB-1 blocks Ben · open')
    expect(await house.db.link.count()).toBe(0)
    expect(saidIn(await house.as('ben').command('/okr unlink O-1 B-1'))).toContain('O-1 is not linked to B-1.')
  })

  it('stand at a complaint as well', async () => {
    const form = formOf(await house.as('ben').command('/complaint'))
    await house.as('ben').submit(form, { customer: 'Acme', what: 'The export fails' })
    await house.as('ben').command('/okr link O-1 C-1')

    const complaint = async (who: string) => saidIn(await house.as(who).command('/complaint show C-1'))
    expect(await complaint('mei')).toContain('关联: O-1 Ship daily')
    expect(await show('mei', 'O-1')).toContain('C-000001')
    await house.as('ben').command('/okr unlink O-1 C-1')
    expect(await complaint('ben')).not.toContain('O-1')
  })

  it('are tied once by two at once, and both digest and objective say so', async () => {
    const said = await Promise.all(['ben', 'ben', 'ada'].map((who) => house.as(who).command('/okr link O-1 B-2')))

    expect(said.map(saidIn).filter((one) => one.includes('already'))).toHaveLength(2)
    expect(digestOf(house)).toContain('Mei 等审批 (B-2 · linked to O-1 Ship daily)')
  })

  it('stay tied when the blocker is resolved, which both say', async () => {
    const left = await house.as('mei').press(await blockersOf('mei'), '标为已解决')
    expect(saidIn(left)).toContain('B-2 Mei')
    expect(saidIn(left)).not.toContain('B-1')
    expect(digestOf(house)).toContain('Ben No access to staging (B-1 · resolved)')
    expect(saidIn(await house.as('mei').press(cardOf(left), '标为已解决'))).toContain('“Daily”目前没有阻碍。')

    expect(digestOf(house)).toContain('Mei 等审批 (B-2 · resolved · linked to O-1 Ship daily)')
    expect(await show('ben', 'O-1')).toContain('B-2 等审批 · blocks Mei · resolved')
  })

  it('are typed where there are more objectives than a list holds', async () => {
    await answer(house, 'ben', 'Report', 'No budget')
    const { cycleId, ownerId, workspaceId } = await objectiveNow(house, 1)
    const numbers = Array.from({ length: 101 }, (_, at) => at + 10)
    await house.db.okrObjective.createMany({
      data: numbers.map((number) => ({
        ...{ number, cycleId, ownerId, workspaceId, title: 'One more', createdAt: new Date('2026-10-05') },
      })),
    })

    const form = await tie('ben', await blockersOf('ben'))

    expect(form.fields[0]).toMatchObject({ kind: 'text', hint: 'Its reference, such as O-3. /okr list shows them.' })
    expect(saidIn(await house.as('ben').submit(form, { objective: 'o-17' }))).toContain(
      'O-17 is linked to B-1.\nB-1 No budget',
    )
    expect(saidIn(await house.as('ben').submit(form, { objective: 'O-2' }))).toContain('There is no objective O-2')
    await house.as('mei').command('/okr archive O-2')
    const nothing = await house.as('mei').command('/standup 阻碍')
    expect(saidIn(await house.as('mei').press(cardOf(nothing), '关联到目标'))).toContain('没有你可以修改的目标')
  })
})

const ONE_BY_ONE = 'Blockers one by one'
