import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import type { FieldValue } from '../../../../src/chat/form.ts'
import type { Reply } from '../../../../src/flow.ts'
import { cardOf, formOf, type House } from '../../../support/house.ts'
import { wordsOf } from '../../../support/words.ts'
import { fileOne, nowOf, openOffice, saidIn, storyOf } from '../office.ts'

let house: House
beforeEach(async () => {
  house = await openOffice()
})
afterEach(() => house.close())

async function fileAs(who: string, values: Record<string, FieldValue>): Promise<Reply> {
  const person = house.as(who)
  return person.submit(formOf(await person.command('/complaint')), values)
}
const count = () => house.db.complaint.count()
const LEAK = {
  customer: { name: 'Hotel Blau' },
  product: 'Kettle 2',
  what: 'The kettle leaks hot water onto the table.',
}

describe('before something is filed that is known already', () => {
  it('shows what the same customer still waits for, whatever it is about', async () => {
    await fileOne(house, LEAK)
    const reply = await fileAs('li', { customer: 'hotel BLAU', what: 'Where is my refund?' })

    expect(saidIn(reply)).toContain('尚未登记')
    expect(saidIn(reply)).toContain('C-000001 · Hotel Blau · Kettle 2')
    expect(await count()).toBe(1)
  })

  it('shows what others tell in much the same words, in both languages and in longer texts', async () => {
    await fileOne(house, LEAK)
    await fileOne(house, {
      customer: { name: '张伟' },
      what: `${'我上周在店里买了一个新的水壶。'.repeat(9)}水壶漏水，烧开后热水流到桌面上。`,
    })

    const english = await fileAs('ana', { customer: 'Ms Gold', what: 'Her kettle leaks hot water on the table' })
    const chinese = await fileAs('ana', { customer: '李娜', what: '水壶漏水，热水流到桌面上' })

    expect(saidIn(english)).toContain('C-000001 · Hotel Blau')
    expect(saidIn(chinese)).toContain('C-000002 · 张伟')
    expect(saidIn(chinese)).not.toContain('C-000001')
  })

  it('shows the same customer’s first', async () => {
    await fileOne(house, LEAK)
    await fileOne(house, { customer: { name: 'Ms Gold' }, what: 'An invoice is missing' })
    const said = saidIn(await fileAs('ana', { customer: 'Ms Gold', product: 'Kettle 2', what: LEAK.what }))

    expect(said.indexOf('C-000002')).toBeGreaterThan(0)
    expect(said.indexOf('C-000002')).toBeLessThan(said.indexOf('C-000001'))
  })

  it('does not ask about what is something else, or was closed more than ninety days ago', async () => {
    const old = await fileOne(house, LEAK)
    const closed = { state: 'closed', closedAt: new Date('2025-12-01T08:00:00Z') }
    await house.db.complaint.update({ where: { id: old.id }, data: closed })
    await fileAs('ana', { customer: 'Ms Gold', product: 'Kettle 2', what: LEAK.what })
    await fileAs('ana', { customer: 'Mr Kim', what: 'The hotline hung up on him twice' })

    expect(await count()).toBe(3)
  })

  it('shows what was closed within ninety days, and says at the end that it is closed', async () => {
    const old = await fileOne(house, LEAK)
    const closed = { state: 'closed', closedAt: new Date('2026-02-20T08:00:00Z') }
    await house.db.complaint.update({ where: { id: old.id }, data: closed })
    const asked = await fileAs('ana', { customer: 'Hotel Blau', what: 'The kettle leaks hot water again' })

    expect(saidIn(await house.as('ana').press(cardOf(asked), 'Add to C-000001'))).toContain(
      'It is closed. If the customer still waits for something, reopen it: /complaint reopen C-000001 <reason>.',
    )
  })

  it('shows a confidential one to nobody who may not see it', async () => {
    await fileOne(house, { ...LEAK, confidential: true })
    await fileAs('ana', { customer: 'Hotel Blau', what: LEAK.what })

    expect(await count()).toBe(2)
    expect(saidIn(await fileAs('mei', { customer: 'Hotel Blau', what: LEAK.what }))).toContain('C-000001')
  })
})

describe('what was typed meanwhile', () => {
  const AGAIN = {
    customer: 'Hotel Blau',
    contact: 'desk@blau.example',
    what: 'It leaks still',
    evidence: 'https://a.example/1',
  }

  it('is filed by one press, once, however often it is pressed', async () => {
    await fileOne(house, LEAK)
    const ana = house.as('ana')
    const asked = cardOf(await fileAs('ana', { ...AGAIN, severity: '2' }))

    const replies = await Promise.all([
      ana.press(asked, 'File it as a new one'),
      ana.press(asked, 'File it as a new one'),
    ])
    const later = await ana.press(asked, 'Add to C-000001')

    expect(await count()).toBe(2)
    expect(replies.map(saidIn).join()).toContain('C-000002 is filed')
    expect(saidIn(later)).toContain('This has been filed already, as C-000002.')
    const filed = await house.db.complaint.findFirst({ where: { number: 2 }, include: { customer: true } })
    expect(filed).toMatchObject({ what: 'It leaks still', severity: 2, customer: { contact: 'desk@blau.example' } })
  })

  it('can be added to the one that is there: as a note and evidence, with the contact that was missing', async () => {
    const known = await fileOne(house, LEAK)
    const said = saidIn(await house.as('ana').press(cardOf(await fileAs('ana', AGAIN)), 'Add to C-000001'))

    expect(said).toContain('Added to C-000001.')
    expect(said).toContain('stands there as a note, with one link as evidence')
    expect(await storyOf(house, known)).toEqual(['filed', 'noted', 'evidence'])
    expect(await nowOf(house, known)).toMatchObject({
      lastNote: 'It leaks still',
      customer: { contact: 'desk@blau.example' },
    })
    expect(await count()).toBe(1)
  })

  it('keeps another customer’s name in the note, and says what is not kept and when it sounds worse', async () => {
    const known = await fileOne(house, LEAK)
    const worse = {
      customer: 'Ms Gold',
      contact: 'gold@x.example',
      product: 'Kettle 2',
      what: `${LEAK.what} She was injured.`,
    }
    const said = saidIn(await house.as('ana').press(cardOf(await fileAs('ana', worse)), 'Add to C-000001'))

    expect((await nowOf(house, known)).lastNote).toBe(`Ms Gold\n${LEAK.what} She was injured.`)
    expect(said).toContain('How to reach Ms Gold is not kept there.')
    expect(said).toContain('It sounds like S1 critical, but the complaint is S3 ordinary.')
    expect(said).toContain('[Classify]')
  })

  it('is not added where more people would read it, or those whom it names', async () => {
    await fileOne(house, LEAK)
    const secret = cardOf(await fileAs('mei', { ...AGAIN, confidential: true }))
    const named = cardOf(await fileAs('mei', { ...AGAIN, named: ['ben'] }))

    expect(wordsOf(secret)).not.toContain('[Add to')
    expect(wordsOf(named)).not.toContain('[Add to')
    expect(wordsOf(named)).toContain('names a colleague, so it cannot be added')
  })

  it('is nobody else’s to file, and forgotten after seven days', async () => {
    await fileOne(house, LEAK)
    const asked = cardOf(await fileAs('ana', AGAIN))

    expect(saidIn(await house.as('li').press(asked, 'File it as a new one'))).toContain('你填写的内容已清除')
    await house.advanceTo('2026-03-09T08:01:00Z')
    expect(saidIn(await house.as('ana').press(asked, 'File it as a new one'))).toContain('no longer here')
    expect(await house.db.complaintDraft.count()).toBe(0)
  })

  it('leaves nothing about the customer behind in a draft once it is filed', async () => {
    await fileAs('ana', AGAIN)

    expect((await house.db.complaintDraft.findMany()).map(({ text }) => text)).toEqual([''])
  })
})
