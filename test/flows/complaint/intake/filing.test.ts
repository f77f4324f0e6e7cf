import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import type { FieldValue } from '../../../../src/chat/form.ts'
import type { Reply } from '../../../../src/flow.ts'
import { cardOf, errorsOf, formOf, type House } from '../../../support/house.ts'
import { acting, fileOne, nowOf, openOffice, saidIn, storyOf, toldTo } from '../office.ts'

let house: House
beforeEach(async () => {
  house = await openOffice()
})
afterEach(() => house.close())

const KETTLE = { customer: 'Hotel Blau', what: 'The kettle caught fire.', product: 'Kettle 2' }

async function fileAs(who: string, values: Record<string, FieldValue>): Promise<Reply> {
  const person = house.as(who)
  return person.submit(formOf(await person.command('/complaint')), values)
}

const complaints = () => house.db.complaint.findMany({ orderBy: { number: 'asc' }, include: { customer: true } })

describe('filing a complaint by the form', () => {
  it('tells the asker reference, owner, class with the reason for it, and by when it will be answered', async () => {
    const said = saidIn(await fileAs('ana', KETTLE))

    expect(said).toContain('C-000001 is filed')
    expect(said).toContain('Owner: @Ben · as the duty owner')
    expect(said).toContain('Severity: S1 critical · suggested because of “caught fire”')
    expect(said).toContain('Type: product · suggested because of “caught fire”')
    expect(said).toContain('Acknowledge by: Mon, 2 Mar 2026, 09:30')
    expect(said).toContain('Reply by: Mon, 2 Mar 2026, 13:00')
    expect(said).toContain('[Classify]')
  })

  it('says the same in Chinese', async () => {
    const said = saidIn(await fileAs('li', { customer: '蓝色酒店', what: '水壶起火，要求退款' }))

    expect(said).toContain('C-000001 已登记')
    expect(said).toContain('负责人: @Ben（值班负责人）')
    expect(said).toContain('级别: S1 严重（规则建议，依据：“起火”）')
    expect(said).toContain('受理截止: 2026年3月2日（周一）16:30')
  })

  it('tells the owner, and puts the card into the triage channel', async () => {
    await fileAs('ana', { ...KETTLE, contact: 'desk@blau.example' })

    expect(toldTo(house, 'ben', 'desk@blau.example')).toHaveLength(1)
    expect(house.inChannel('triage').map(({ card }) => JSON.stringify(card))).toEqual([
      expect.not.stringContaining('desk@blau.example'),
    ])
  })

  it('records what the rules suggest and what a person decides', async () => {
    const said = saidIn(await fileAs('ana', { ...KETTLE, severity: '4', type: 'service' }))

    expect((await complaints())[0]).toMatchObject({
      ...{ severity: 4, type: 'service', suggestedSeverity: 1, suggestedType: 'product' },
      ...{ state: 'received', source: 'command', via: 'phone' },
    })
    expect(said).toContain('S4 minor · chosen by you; the rules suggest S1 critical because of “caught fire”')
  })

  it('keeps links as evidence and all of twelve thousand characters', async () => {
    const what = '客户说'.repeat(4_000)
    await fileAs('ana', { ...KETTLE, what, evidence: 'https://a.example/1\n\nhttps://a.example/2' })
    const [complaint] = await complaints()

    expect(complaint?.what).toBe(what)
    expect(await storyOf(house, complaint!)).toEqual(['filed', 'evidence', 'evidence'])
  })

  it('says beside each field what is wrong, and files nothing', async () => {
    const wrong = { customer: ' ', what: 'x'.repeat(12_001), evidence: 'https://a.example\nsee attachment' }

    expect(errorsOf(await fileAs('ana', wrong))).toEqual({
      customer: 'Who complains? Write the customer’s name.',
      what: 'What happened can have 12,000 characters at most. Put the rest behind a link as evidence.',
      evidence: 'Line 2: “see attachment” is no link. It has to begin with https://.',
    })
    expect(await complaints()).toEqual([])
  })

  it('gives two people who file at the same moment different numbers, and their new customer one row', async () => {
    const forms = await Promise.all(
      ['ana', 'li'].map(async (who) => ({ who, form: formOf(await house.as(who).command('/complaint')) })),
    )
    await Promise.all(forms.map(({ who, form }) => house.as(who).submit(form, { ...KETTLE, what: `By ${who}` })))
    const filed = await complaints()

    expect(filed.map(({ number }) => number)).toEqual([1, 2])
    expect(new Set(filed.map(({ customerId }) => customerId)).size).toBe(1)
  })

  it('files once what is submitted twice, even at the same moment', async () => {
    const ana = house.as('ana')
    const form = formOf(await ana.command('/complaint'))

    await Promise.all([ana.submit(form, KETTLE), ana.submit(form, KETTLE)])
    const third = await ana.submit(form, KETTLE)

    expect(await complaints()).toHaveLength(1)
    expect(saidIn(third)).toContain('This has been filed already, as C-000001.')
    await ana.submit(form, KETTLE, 'same receipt')
    expect(await complaints()).toHaveLength(1)
  })

  it('finds the customer again by name and contact in any case, and never an erased one', async () => {
    await fileOne(house, { customer: { name: 'Hotel Blau', contact: 'Desk@blau.example' } })
    await fileOne(house, { customer: { name: 'HOTEL blau', contact: 'desk@BLAU.example', locale: 'zh-CN' } })
    await fileOne(house, { customer: { name: 'Hotel Blau' } })
    const [first, second, third] = await complaints()

    expect(second?.customerId).toBe(first?.customerId)
    expect(second?.customer).toMatchObject({ name: 'Hotel Blau', locale: 'zh-CN' })
    expect(third?.customerId).not.toBe(first?.customerId)

    await house.db.complaintCustomer.update({ where: { id: third!.customerId }, data: { erasedAt: new Date(0) } })
    const fourth = await fileOne(house, { customer: { name: 'Hotel Blau' } })
    expect(fourth.customerId).not.toBe(third?.customerId)
  })

  it('is not for guests', async () => {
    const reply = await house.as('guest').command('/complaint')

    expect(saidIn(reply)).not.toContain('C-')
    expect(reply.kind).toBe('card')
  })
})

describe('who gets it', () => {
  it('is never somebody whom the complaint names or mentions: it says so', async () => {
    const { id } = await house.member('ben')
    const named = saidIn(await fileAs('ana', { ...KETTLE, named: ['ben'] }))
    const mentioned = await fileOne(house, { what: `<@${id}> was rude to him`, customer: { name: 'Li' } })

    expect(named).toContain('Owner: @Kai · as the duty owner, in place of Ben')
    expect(named).toContain('Passed over: Ben is named in it.')
    expect(await nowOf(house, mentioned)).toMatchObject({ namedIds: [id], what: '@Ben was rude to him' })
    expect(mentioned.ownerId).toBe((await house.member('kai')).id)
  })

  it('is the backup while the owner is away, then the manager', async () => {
    await house.as('ben').command('/ops away today thu')
    expect(saidIn(await fileAs('ana', KETTLE))).toContain('Owner: @Lin')

    await house.as('lin').command('/ops away today thu')
    const said = saidIn(await fileAs('ana', { customer: 'Ms Gold', what: 'Her parcel is late' }))
    expect(said).toContain('Owner: @Kai')
    expect(said).toContain('Passed over: Ben is away; Lin is away.')
  })

  it('is an administrator before anything is set up, and the reply says what to do next', async () => {
    await house.db.complaintSettings.deleteMany()
    const forAna = await fileAs('ana', KETTLE)
    const forMei = await fileAs('mei', { customer: 'Ms Gold', what: 'Her parcel is late' })

    expect(saidIn(forAna)).toContain('Owner: @Mei · as an administrator')
    expect(saidIn(forAna)).toContain('no duty owner is set. An administrator can set one with /complaint settings.')
    expect(saidIn(forAna)).toContain('No triage channel is set, so only the owner is told.')
    expect(saidIn(forAna)).not.toContain('[Settings]')
    expect(formOf(await house.as('mei').press(cardOf(forMei), 'Settings')).id).toBe('complaint.settings')
    expect(house.inChannel('triage')).toEqual([])
  })

  it('is the filer when everybody else is named, and somebody even then', async () => {
    await house.db.complaintSettings.deleteMany()
    const first = await fileOne(house, { named: ['mei'] })
    const second = await fileOne(house, { named: ['mei', 'ana'] })

    expect(first.ownerId).toBe((await house.member('ana')).id)
    expect([...first.namedIds, ...second.namedIds]).not.toContain(second.ownerId)
  })

  it('leaves the telling of a confidential one to private cards', async () => {
    const said = saidIn(await fileAs('ana', { ...KETTLE, confidential: true }))

    expect(said).toContain('Confidential: only the owner, those above and administrators see it.')
    expect(said).not.toContain('[Classify]')
    expect(house.inChannel('triage')).toEqual([])
    expect(toldTo(house, 'ben', 'C-000001')).toHaveLength(1)
  })
})

it('refuses more than twelve thousand characters from anybody', async () => {
  const ana = await house.member('ana')

  await expect(acting(house, ana, () => fileOne(house, { what: 'x'.repeat(12_001) }))).rejects.toThrow(/12,000/)
})
