import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { newKpi } from '../flows/kpi/office.ts'
import { newObjective, openOffice, saidIn } from '../flows/okr/office.ts'
import { cardOf, formOf, type House } from '../support/house.ts'
import { wordsOf } from '../support/words.ts'

/** Ben has two KPIs, an objective and a complaint; Ana has none of them. */
describe('a KPI', () => {
  let house: House
  beforeAll(async () => {
    house = await openOffice()
    await newKpi(house, { name: 'Orders', key: 'orders' })
    await newKpi(house, { name: '准时发货率', key: '准时率', unit: '%' })
    await newObjective(house, 'ben', { title: 'Ship weekly' })
    const form = formOf(await house.as('ben').command('/complaint', 'general'))
    await house.as('ben').submit(form, { customer: 'Orion Ltd.', what: 'Late', severity: '2', type: 'product' })
  })
  afterAll(() => house.close())

  const says = async (who: string, line: string) => saidIn(await house.as(who).command(line))

  it('becomes a risk by one button, linked both ways', async () => {
    const card = cardOf(await house.as('ana').command('/kpi show orders'))
    const asked = formOf(await house.as('ana').press(card, 'Make it a risk'))
    expect(asked.fields.find(({ name }) => name === 'title')).toMatchObject({ value: 'Orders' })
    expect(saidIn(await house.as('ana').submit(asked, { owner: 'ana' }))).toContain('Linked: orders Orders')
    expect(await says('ben', '/kpi show orders')).toContain('Linked\nR-1 Orders')
  })

  it('is tied to an objective and a complaint, from either end, in either language', async () => {
    expect(await says('ben', '/okr link O-1 准时率')).toContain('O-1 is linked to 准时率.\n准时率 准时发货率')
    expect(await says('ben', '/kpi link orders O-1')).toContain('orders is linked to O-1')
    expect(await says('ben', '/kpi 关联 准时率 to C-1')).toContain('准时率 is linked to C-000001')
    expect(await says('ben', '/kpi link orders Orders')).toContain('itself')
    expect(await says('ben', '/kpi link orders')).toContain('Write /kpi link orders C-12')
    expect(await says('ana', '/kpi link orders C-1')).toContain('can be changed by Ben')

    expect(await says('mei', '/okr show O-1')).toMatch(/orders Orders\n准时率 准时发货率/)
    expect(await says('ben', '/complaint show C-1')).toContain('准时率 准时发货率')
    expect(await says('mei', '/kpi show 准时率')).toMatch(/关联\nC-000001.*\nO-1 Ship weekly/)
  })

  it('is untied as it is called, and not another one whose key looks alike', async () => {
    expect(await says('ben', '/okr unlink O-1 发货率')).toContain('O-1 is not linked to 发货率')
    const reply = await house.as('ben').command('/kpi link 准时率 R-1')
    expect(saidIn(await house.as('ben').press(cardOf(reply), 'Take that back'))).toContain('not linked to R-1 any more')
    expect(await says('ben', '/kpi unlink orders O-1')).toContain('orders is not linked to O-1 any more')
    expect(await says('ben', '/okr show O-1')).toContain('准时率 准时发货率')
    expect(await says('ben', '/okr unlink O-1 准时率')).toContain('O-1 is not linked to 准时率 any more')
  })

  it('is called by its new name where what it is tied to is posted, and is not known to guests', async () => {
    const settings = formOf(await house.as('ada').command('/risk settings'))
    await house.as('ada').submit(settings, { channel: 'okrs' })
    const risk = formOf(await house.as('ben').command('/risk new Nobody orders'))
    await house.as('ben').submit(risk, { owner: 'ben', links: 'orders' })
    const form = formOf(await house.as('ben').command('/kpi edit orders'))
    await house.as('ben').submit(form, { name: 'All orders' })
    const [posted] = house.inChannel('okrs').filter(({ key }) => key.startsWith('risk/'))
    expect(wordsOf(posted!.card)).toContain('Linked: orders All orders')
    expect(await says('guest', '/okr link O-1 orders')).not.toContain('All orders')
  })
})
