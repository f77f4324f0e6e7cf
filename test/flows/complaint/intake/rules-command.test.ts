import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import type { FieldValue } from '../../../../src/chat/form.ts'
import { cardOf, errorsOf, formOf, type House } from '../../../support/house.ts'
import { fileOne, openOffice, saidIn } from '../office.ts'

let house: House
beforeEach(async () => {
  house = await openOffice()
})
afterEach(() => house.close())

async function addRule(values: Record<string, FieldValue>) {
  const mei = house.as('mei')
  return mei.submit(formOf(await mei.press(cardOf(await mei.command('/complaint rules')), 'Add a rule')), values)
}
const list = async (who = 'ana') => saidIn(await house.as(who).command('/complaint rules'))
const rule = async (place: number) =>
  house.as('mei').press(cardOf(await house.as('mei').command('/complaint rules')), `Rule ${place}`)

describe('the rules of who gets what', () => {
  it('say at first that there are none, and who gets everything', async () => {
    expect(await list()).toContain('There are no rules yet.\nOtherwise: Ben, the duty owner.')
    expect(await list()).not.toContain('[Add a rule]')
    expect(await list('li')).toContain('还没有规则。\n其余客诉由值班负责人 Ben 负责。')
  })

  it('are added by an administrator, seen by everybody, and the first that fits wins', async () => {
    await addRule({ type: 'delivery', owner: 'ana' })
    await addRule({ severity: '1', keyword: 'fire, 起火', owner: 'kai', channel: 'general' })
    const parcel = await fileOne(house, { type: 'delivery', what: 'The parcel is late' })
    const fire = await fileOne(house, { customer: { name: 'Gold' }, severity: 1, type: 'product', what: '水壶起火' })

    expect(await list()).toContain('delivery → @Ana\nS1 critical, says “fire” or “起火” → @Kai, #general')
    expect(await list('li')).toContain('交付 → @Ana\nS1 严重，提到“fire”或“起火” → @Kai，#general')
    expect(parcel.ownerId).toBe((await house.member('ana')).id)
    expect(fire.ownerId).toBe((await house.member('kai')).id)
    expect(fire.channelId).toBe((await house.channel('general')).id)
  })

  it('are moved, and the order decides', async () => {
    await addRule({ owner: 'ana' })
    await addRule({ type: 'billing', owner: 'kai' })
    const moved = await house.as('mei').press(cardOf(await rule(2)), 'Move up')

    expect(saidIn(moved)).toContain('It is rule 1 now.')
    expect(await list()).toContain('billing → @Kai\neverything → @Ana')
    expect((await fileOne(house)).ownerId).toBe((await house.member('kai')).id)
  })

  it('are edited, and a form that was overtaken says so', async () => {
    await addRule({ type: 'billing', owner: 'kai' })
    const mei = house.as('mei')
    const form = formOf(await mei.press(cardOf(await rule(1)), 'Edit'))

    await mei.submit(form, { owner: 'lin' })
    const stale = await mei.submit(form, { owner: 'tom' })

    expect(await list()).toContain('billing → @Lin')
    expect(Object.values(errorsOf(stale))).toEqual([
      'Somebody has just changed this rule. Open it again; nothing was overwritten.',
    ])
  })

  it('are deleted after a question, once', async () => {
    await addRule({ type: 'billing', owner: 'kai' })
    const card = cardOf(await rule(1))
    const buttons = card.blocks.flatMap((block) => (block.kind === 'buttons' ? block.buttons : []))

    expect(buttons.find(({ label }) => label === 'Delete')?.confirm?.title).toBe('Delete rule 1?')
    expect(saidIn(await house.as('mei').press(card, 'Delete'))).toContain('The rule is deleted.')
    expect(saidIn(await house.as('mei').press(card, 'Delete'))).toContain('This rule is not there any more.')
  })

  it('need somebody or some channel to go to, and people and channels that are there', async () => {
    await house.db.channel.updateMany({ where: { externalId: 'general' }, data: { closedAt: new Date(0) } })
    house.chat.channels.set('general', { name: 'general', open: false })

    expect(errorsOf(await addRule({ type: 'billing' }))).toEqual({
      owner: 'Choose who gets it, where its card is shown, or both.',
    })
    expect(errorsOf(await addRule({ owner: 'guest', channel: 'general' }))).toEqual({
      owner: 'Choose a colleague who is here.',
      channel: 'I can’t post in this channel. Choose another one.',
    })
  })

  it('are changed by administrators only', async () => {
    await addRule({ type: 'billing', owner: 'kai' })
    const card = cardOf(await rule(1))

    for (const label of ['Edit', 'Delete'])
      expect(saidIn(await house.as('ana').press(card, label))).toContain('Only an administrator')
    expect(await list()).toContain('billing → @Kai')
  })

  it('leave a record of who changed what', async () => {
    await addRule({ type: 'billing', owner: 'kai' })
    const entry = await house.db.auditEntry.findFirstOrThrow({ where: { action: 'complaint.rule-added' } })

    expect(entry.actorId).toBe((await house.member('mei')).id)
    expect(entry.detail).toMatchObject({ type: 'billing', ownerId: (await house.member('kai')).id })
  })
})

describe('trying the rules on a text', () => {
  it('says what is suggested, which rule wins and why, and who would get it, and files nothing', async () => {
    await addRule({ type: 'delivery', keyword: 'never', owner: 'ana', channel: 'general' })
    const said = saidIn(await house.as('kai').command('/complaint rules try the parcel never arrived'))

    expect(said).toContain('Type: delivery · because of “parcel”, “never arrived”')
    expect(said).toContain('Rule: Rule 1 wins: type delivery and “never”.')
    expect(said).toContain('Gets it now: @Ana · by rule 1')
    expect(said).toContain('Card in: #general')
    expect(await house.db.complaint.count()).toBe(0)
  })

  it('says the same in Chinese', async () => {
    await addRule({ keyword: '快递', owner: 'ana' })
    const said = saidIn(await house.as('li').command('/complaint 规则 试算 快递一直没收到'))

    expect(said).toContain('规则: 命中第 1 条规则：“快递”。')
    expect(said).toContain('现在由谁负责: @Ana（按第 1 条规则）')
  })

  it('says who is passed over, and why: away, gone, or named in it', async () => {
    await addRule({ owner: 'ben' })
    await house.as('ben').command('/ops away today thu')
    const away = saidIn(await house.as('ana').command('/complaint rules try it is late'))
    const named = saidIn(await house.as('ana').command('/complaint rules try it is late <@lin>'))
    await house.db.member.updateMany({ where: { name: 'Ben' }, data: { leftAt: new Date(0) } })
    const gone = saidIn(await house.as('ana').command('/complaint rules try it is late'))

    expect(away).toContain('@Lin · by rule 1, in place of Ben')
    expect(away).toContain('Passed over: Ben is away.')
    expect(named).toContain('@Kai · by rule 1, in place of Ben')
    expect(named).toContain('Passed over: Ben is away; Lin is named in it.')
    expect(gone).toContain('@Kai · by rule 1, in place of Ben')
    expect(gone).toContain('Passed over: Ben is no longer here.')
  })

  it('asks for a text', async () => {
    expect(saidIn(await house.as('ana').command('/complaint rules try'))).toContain('Write what happened after it')
  })
})
