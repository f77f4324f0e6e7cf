import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { cardOf, errorsOf, formOf, type House } from '../../support/house.ts'
import { wordsOf } from '../../support/words.ts'
import { newKpi, newRule, openOffice, posted, says, told } from './office.ts'

let house: House
beforeEach(async () => {
  house = await openOffice()
})
afterEach(() => house.close())

describe('a KPI', () => {
  it('is set up, and says what is wrong beside its field', async () => {
    expect(await says(house, '/kpi list')).toContain('No KPI is yours.')
    expect(await newKpi(house)).toContain('orders is watched from now on.')
    const form = formOf(await house.as('zoe').command('/kpi new 准时发货率'))
    const wrong = errorsOf(await house.as('zoe').submit(form, { key: 'Orders', unit: 'x'.repeat(40) }))
    expect(wrong).toEqual({ key: 'This key is that of “Orders”.', unit: 'That is 40 characters; 20 fit.' })

    const made = wordsOf(cardOf(await house.as('zoe').submit(form, { unit: '%' })))
    expect(made).toContain('准时发货率 is watched from now on.')
    expect(await says(house, '/kpi list 全部', 'mei')).toContain('准时发货率')
  })

  it('takes values exactly as they are typed, in either language', async () => {
    await newKpi(house)
    expect(await says(house, '/kpi set orders 1,200.50')).toContain('1,200.5 orders is entered for Mon, 2 Mar 2026.')
    expect(await says(house, '/kpi set orders 1.2M for:2026-02-27')).toContain('1,200,000 orders')
    expect(await says(house, '/kpi set orders 120万 周期:昨天', 'mei')).toContain('已录入 1,200,000 orders')
    expect(await says(house, '/kpi set orders 999999999999999.000000001 for:2026-02-26')).toContain(
      '999,999,999,999,999.000000001 orders',
    )
    expect(await says(house, '/kpi set orders 1,234')).toContain(
      '1,234 orders is entered for Mon, 2 Mar 2026 instead of',
    )

    const rows = await house.db.$queryRaw`SELECT "value"::text FROM "KpiCorrection"`
    expect(rows).toEqual([{ value: '1200.500000000000000000' }])
  })

  it('refuses what it cannot be, and says how to write it', async () => {
    await newKpi(house)
    const wrong = (line: string, who = 'ben') => says(house, line, who)
    expect(await wrong('/kpi set orders many')).toContain('I can’t read “many” as a number')
    expect(await wrong('/kpi set orders 5 for:2026-03-03')).toContain('has not begun yet')
    expect(await wrong('/kpi set orders 5 for:2026-W10')).toContain('Write it like 2026-11-20')
    expect(await wrong('/kpi set orders 1,5')).toMatch(/can be 1\.5 orders or 15 orders/)
    expect(await wrong('/kpi set orders 10%')).toContain('This is counted in orders.')
    expect(await wrong('/kpi set orders 1e18')).toContain('below 10^18')
    expect(await wrong('/kpi set orders 0.0000000000000000001')).toContain('at most 18 decimals')
    expect(await wrong('/kpi set order 5')).toContain('Do you mean orders?')
    expect(await wrong('/kpi set orders 5', 'zoe')).toContain('can be changed by Ben')
  })

  it('keeps its unit while there are values, and is changed by a form that is not out of date', async () => {
    await newKpi(house)
    const old = formOf(await house.as('ben').command('/kpi edit orders'))
    await says(house, '/kpi set orders 5')
    const form = formOf(await house.as('ben').command('/kpi edit orders'))
    expect(errorsOf(await house.as('ben').submit(form, { unit: '€', period: 'week' }))).toEqual({
      unit: expect.stringContaining('One value is in this unit.'),
      period: expect.stringContaining('There are values by this period.'),
    })
    expect(wordsOf(cardOf(await house.as('ben').submit(form, { name: 'All orders' })))).toContain('orders is changed.')
    expect(Object.values(errorsOf(await house.as('ben').submit(old, { name: 'Mine' }))).join()).toContain('meanwhile')
  })
})

describe('a rule', () => {
  it('opens an alert, counts up on it, and ends it at its own bound', async () => {
    await newKpi(house)
    expect(await newRule(house, { kind: 'above', bound: '100', clear: '80' })).toContain(
      'K-1 watches from now on: above 100 orders; calm again at 80 orders.',
    )
    await says(house, '/kpi set orders 101 for:2026-02-26')
    await says(house, '/kpi set orders 90 for:2026-02-27')
    await says(house, '/kpi set orders 120')
    expect(posted(house)).toEqual([expect.stringContaining('🟠 A-1 Orders: above 100 orders; calm again at 80 orders')])
    expect(posted(house)[0]).toContain('Mon, 2 Mar 2026: 120 orders')
    expect(posted(house)[0]).toContain('fired 2 times')
    expect(told(house, 'ben')).toHaveLength(1)
    expect(await says(house, '/kpi list out', 'zoe')).toContain('one rule fires')

    await says(house, '/kpi set orders 80')
    expect(posted(house)).toEqual([expect.stringContaining('It is over: the rule is calm again.')])
  })

  it('is told in Chinese to whoever reads Chinese', async () => {
    await newKpi(house)
    await newRule(house, { kind: 'below', bound: '100', severity: 'critical' })
    await says(house, '/kpi set orders 50')
    await house.advanceTo('2026-03-02T09:20:00Z')

    expect(told(house, 'mei')).toEqual([expect.stringContaining('Orders：低于 100 orders')])
    expect(told(house, 'mei')[0]).toContain('2026年3月2日（周一）：50 orders')
  })

  it('judges what is there when it is added, edited or removed', async () => {
    await newKpi(house)
    await says(house, '/kpi set orders 120')
    await newRule(house, { kind: 'above', bound: '100' })
    expect(posted(house)).toHaveLength(1)
    const list = cardOf(await house.as('ben').command('/kpi rules orders'))
    await house.as('ben').submit(formOf(await house.as('ben').press(list, 'Edit')), { bound: '200' })
    expect(posted(house)[0]).toContain('It is over')
    await house.as('ben').submit(formOf(await house.as('ben').press(list, 'Edit')), { bound: '110' })
    expect(posted(house)[0]).toContain('It was calm and came back')
    const asked = cardOf(await house.as('ben').press(list, 'Remove'))
    await house.as('ben').press(asked, 'Remove')

    expect(posted(house)[0]).toContain('It is over')
    expect(await says(house, '/kpi rules orders')).toContain('No rule watches this KPI')
  })

  it('says what is wrong with it beside its field', async () => {
    await newKpi(house)
    const card = cardOf(await house.as('ben').command('/kpi rules orders'))
    const form = formOf(await house.as('ben').press(card, 'Add'))
    const wrong = async (values: Record<string, string>) => errorsOf(await house.as('ben').submit(form, values))
    expect(await wrong({ kind: 'above', bound: 'x', row: '0' })).toEqual({
      bound: expect.stringContaining('Write a number'),
      row: expect.stringContaining('1 to 60'),
    })
    expect(await wrong({ kind: 'above', bound: '5', clear: '6' })).toHaveProperty('clear')
    expect(await wrong({ kind: 'fall-previous', bound: '-5' })).toHaveProperty('bound')
    expect(await wrong({ kind: 'fall-previous', bound: '10 %', clear: '5' })).toHaveProperty('clear')
    expect(await wrong({ kind: 'deviation', bound: '3', last: '5 10' })).toHaveProperty('last')
  })

  it('knows when a value is missing: on the next working day, at its time, once', async () => {
    await newKpi(house)
    await newRule(house, { kind: 'missing', bound: '2', severity: 'moderate' })
    await says(house, '/kpi set orders 5')
    // Tuesday's is missing on Wednesday at nine, Wednesday's on Thursday.
    await house.advanceTo('2026-03-05T07:59:59Z')
    expect(posted(house)).toEqual([])
    await house.advanceTo('2026-03-05T08:00:00Z')
    expect(posted(house)).toEqual([expect.stringContaining('no value 2 times in a row')])
    // Friday's is missing on Monday, and nobody misses those of the weekend.
    await house.advanceTo('2026-03-09T07:59:59Z')
    expect(posted(house)[0]).toContain('fired 2 times')
    await house.advanceTo('2026-03-09T08:00:00Z')
    expect(posted(house)[0]).toContain('fired 3 times')
    await says(house, '/kpi set orders 5 for:2026-03-06')

    expect(posted(house)).toEqual([expect.stringContaining('It is over')])
  })

  it('waits without complaint for the first value of a KPI without any', async () => {
    await newKpi(house)
    await newRule(house, { kind: 'deviation', bound: '3' })
    await newRule(house, { kind: 'fall-year', bound: '10 %' })

    expect(posted(house)).toEqual([])
    expect(await says(house, '/kpi show orders')).toContain('no value yet')
  })

  it('is muted for a while: counted, not told, and told once when it still fires', async () => {
    await newKpi(house)
    await newRule(house, { kind: 'above', bound: '100' })
    expect(await says(house, '/kpi mute orders 4h stocktaking in Leipzig')).toContain(
      'Muted until Mon, 2 Mar 2026, 14:00',
    )
    await says(house, '/kpi set orders 120')
    expect([posted(house), told(house, 'ben')]).toEqual([[], []])
    expect(await says(house, '/kpi show orders', 'mei')).toContain('stocktaking in Leipzig')
    await house.advanceTo('2026-03-02T13:00:00Z')
    await house.wake()

    expect(posted(house)).toHaveLength(1)
    expect(told(house, 'ben')).toHaveLength(1)
  })

  it('asks for a reason and a day to come when it is muted', async () => {
    await newKpi(house)
    const wrong = (line: string) => says(house, line)
    expect(await wrong('/kpi mute orders tomorrow')).toContain('Say why')
    expect(await wrong('/kpi mute orders whenever why')).toContain('I can’t read “whenever”')
    expect(await wrong('/kpi mute orders 2026-03-01 why')).toContain('over already')
    expect(await wrong('/kpi unmute orders')).toContain('It is not muted.')
  })

  it('says nothing any more of a KPI that is archived', async () => {
    await newKpi(house)
    await newRule(house, { kind: 'above', bound: '100' })
    await newRule(house, { kind: 'missing', bound: '1' })
    await says(house, '/kpi set orders 120')
    await house.as('ben').press(cardOf(await house.as('ben').command('/kpi archive orders')), 'Archive')
    await house.advanceTo('2026-03-09T12:00:00Z')

    expect(posted(house)).toEqual([expect.stringContaining('It is over')])
    expect(await says(house, '/kpi set orders 5')).toContain('is archived')
  })
})

describe('a look back', () => {
  it('tries rules over the values that there are, and tells nobody', async () => {
    await newKpi(house)
    expect(await says(house, '/kpi try orders', 'zoe')).toContain('No rule watches this KPI.')
    await newRule(house, { kind: 'above', bound: '100' })
    await newRule(house, { kind: 'missing', bound: '2' })
    expect(await says(house, '/kpi try orders', 'zoe')).toContain('There is no value yet')
    for (const [day, value] of [
      ['2026-02-16', 120],
      ['2026-02-17', 130],
      ['2026-02-18', 90],
      ['2026-02-24', 50],
    ])
      await says(house, `/kpi set orders ${value} for:${day}`)
    const said = await says(house, '/kpi try orders', 'zoe')

    expect(said).toContain('K-1 above 100 orders: once\nMon, 16 Feb 2026 until Wed, 18 Feb 2026 (fired 2 times)')
    expect(said).toContain(
      'K-2 no value 2 times in a row: once\nThu, 19 Feb 2026 until Tue, 24 Feb 2026 (fired 2 times)',
    )
    expect(await says(house, '/kpi try orders K-9', 'zoe')).toContain('no rule “K-9”')
    expect(await says(house, '/kpi try orders K-1', 'mei')).toContain(
      '2026年2月16日（周一） 至 2026年2月18日（周三）（触发 2 次）',
    )
  })

  it('is drawn as a picture, with the numbers beside it', async () => {
    await newKpi(house)
    expect(await says(house, '/kpi chart orders')).toContain('There is no value yet to draw.')
    await newRule(house, { kind: 'above', bound: '100', clear: '80' })
    await says(house, '/kpi set orders 120')
    const reply = await house.as('mei').command('/kpi chart orders')

    expect(reply).toMatchObject({
      kind: 'card',
      file: { name: 'orders.png', alt: expect.stringContaining('120 orders') },
    })
    expect(wordsOf(cardOf(reply))).toContain('2026年3月2日（周一） | 120 orders')
    expect(await house.as('zoe').command('/kpi show orders')).toMatchObject({ file: { name: 'orders.png' } })
  })
})

describe('whoever leaves', () => {
  it('hands their KPIs, with what is open about them, to their manager, who is told', async () => {
    await newKpi(house)
    await newRule(house, { kind: 'above', bound: '100' })
    await says(house, '/kpi set orders 120')
    const profile = { ...house.chat.people.get('ben')!, active: false }
    house.chat.people.set('ben', profile)
    await house.door.notice({ kind: 'person-changed', platform: 'playground', installation: 'acme', profile })
    await house.wake()

    const mei = await house.member('mei')
    expect(await house.db.kpi.findFirst()).toMatchObject({ ownerId: mei.id })
    expect(await house.db.alert.findFirst()).toMatchObject({ ownerId: mei.id })
    expect(
      house
        .directTo('mei')
        .map(({ card }) => wordsOf(card))
        .join(),
    ).toContain('Orders (orders)')
  })
})
