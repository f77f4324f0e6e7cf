import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { newKeyResult, newObjective, openOffice, saidIn } from '../flows/okr/office.ts'
import { answer, digestsIn, setUpDaily } from '../flows/standup/office.ts'
import { cardOf, formOf, type House } from '../support/house.ts'

/** Ben and Mei have answered Daily on Monday at 9:00; something is in Ben's way. */
describe('something of another flow becomes a risk', () => {
  let house: House
  beforeAll(async () => {
    house = await openOffice()
    await setUpDaily(house, { questions: 'Done?\nBlocked? [blocker]' })
    const objective = await newObjective(house, 'ben', { title: 'Ship weekly' })
    await newKeyResult(house, 'ben', objective, { title: 'Releases' })
    await house.advanceTo('2026-10-05T07:01:00Z')
    await answer(house, 'ben', 'Report', 'No access to staging')
    await answer(house, 'mei', '报告', '无')
    const form = formOf(await house.as('ben').command('/complaint', 'general'))
    await house.as('ben').submit(form, { customer: 'Orion Ltd.', what: 'It burnt', severity: '2', type: 'product' })
  })
  afterAll(() => house.close())

  const fieldOf = (reply: Parameters<typeof cardOf>[0], name: string) =>
    formOf(reply).fields.find((field) => field.name === name)

  it('by one button at a blocker, linked both ways, once', async () => {
    const blockers = cardOf(await house.as('ben').press(digestsIn(house)[0]!.card, 'Blockers one by one'))
    const asked = await house.as('ben').press(blockers, 'Make it a risk')
    expect(fieldOf(asked, 'title')).toMatchObject({ value: 'No access to staging' })
    const late = await house.as('ben').press(blockers, 'Make it a risk')
    const said = saidIn(await house.as('ben').submit(formOf(asked), { owner: 'ben' }))
    expect(said).toContain('R-1 No access to staging')
    expect(said).toContain('Linked: B-1 No access to staging · blocks Ben · open')
    expect(saidIn(await house.as('ben').submit(formOf(late), { owner: 'ben' }))).toContain(
      'made a risk of B-1 meanwhile: R-1',
    )
    expect(await house.db.risk.count()).toBe(1)
    const again = cardOf(await house.as('ben').press(digestsIn(house)[0]!.card, 'Blockers one by one'))
    expect(saidIn({ kind: 'card', card: again })).toContain('R-1 No access to staging')
  })

  it('two at the same moment make one', async () => {
    const [one, other] = [
      formOf(await house.as('ben').send(make('O-1'))),
      formOf(await house.as('ana').send(make('O-1'))),
    ]
    await Promise.all([house.as('ben').submit(one, { owner: 'ben' }), house.as('ana').submit(other, { owner: 'ana' })])
    expect(await house.db.risk.count({ where: { title: 'Ship weekly' } })).toBe(1)
    // Another one of the same thing is another form.
    const third = formOf(await house.as('ana').send(make('O-1')))
    expect(saidIn(await house.as('ana').submit(third, { owner: 'ana', title: 'Late' }))).toContain('R-3 Late')
  })

  it('from a key result and from a complaint', async () => {
    const shown = cardOf(await house.as('ben').command('/okr show KR-1'))
    const form = formOf(await house.as('ben').press(shown, 'Make it a risk'))
    expect(form.fields.find(({ name }) => name === 'title')).toMatchObject({ value: 'Releases' })
    const complaint = cardOf(await house.as('ben').command('/complaint show C-1'))
    const asked = await house.as('ben').press(complaint, 'Make it a risk')
    expect(fieldOf(asked, 'links')).toMatchObject({ value: 'C-000001' })
    const said = saidIn(await house.as('ben').submit(formOf(asked), { owner: 'ben', title: 'It burns' }))
    expect(said).toContain('Linked: C-000001')
    expect(saidIn(await house.as('ben').command('/complaint show C-1'))).toContain('R-4 It burns')
  })

  it('and is tied and untied by hand', async () => {
    expect(saidIn(await house.as('ana').command('/risk link R-1 O-1'))).toContain('Only Ben')
    expect(saidIn(await house.as('ben').command('/risk link R-1 to R-1'))).toContain('itself')
    const reply = await house.as('ben').command('/risk link R-1 O-1')
    expect(saidIn(reply)).toContain('R-1 is linked to O-1')
    expect(saidIn(await house.as('ben').command('/risk 关联 R-1 O-1'))).toContain('already')
    expect(saidIn(await house.as('ben').press(cardOf(reply), 'Take that back'))).toContain('not linked to O-1 any more')
    expect(saidIn(await house.as('ben').command('/risk unlink R-1 O-1'))).toContain('is not linked to O-1')
    expect(saidIn(await house.as('ben').command('/okr link O-1 R-1'))).toContain('O-1 is linked to R-1')
  })
})

const make = (value: string) => ({ kind: 'press', action: 'risk.make', value }) as const
