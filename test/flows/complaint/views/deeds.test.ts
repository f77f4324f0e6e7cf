import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { cardOf, errorsOf, formOf, type House } from '../../../support/house.ts'
import { rowsOf } from '../../../support/rows.ts'
import { fileOne, nowOf, openOffice, refOf, saidIn, storyOf, toldTo } from '../office.ts'

let house: House
beforeEach(async () => {
  house = await openOffice()
})
afterEach(() => house.close())

const asked = async (who: string, typed: string): Promise<string> =>
  saidIn(await house.as(who).command(`/complaint ${typed}`)).trim()

describe('a note', () => {
  it('is added by any colleague, by command or by form', async () => {
    const complaint = await fileOne(house)

    expect(await asked('ana', `note ${refOf(complaint)} <@ben> please call`)).toBe('The note on C-000001 is saved.')
    expect((await nowOf(house, complaint)).lastNote).toBe('@Ben please call')
    const form = formOf(await house.as('li').command(`/complaint 备注 ${refOf(complaint)}`))
    expect(errorsOf(await house.as('li').submit(form, { text: '  ' }))).toEqual({ text: '请填写内容。' })
    expect(saidIn(await house.as('li').submit(form, { text: '客户来电' }))).toContain('C-000001 的备注已保存。')
    expect(await storyOf(house, complaint)).toEqual(['filed', 'noted', 'noted'])
  })

  it('may be long, but not longer than can be kept', async () => {
    const complaint = await fileOne(house)

    await asked('ana', `note ${refOf(complaint)} ${'字'.repeat(12_000)}`)
    expect((await nowOf(house, complaint)).lastNote).toHaveLength(12_000)
    expect(await asked('ana', `note ${refOf(complaint)} ${'字'.repeat(12_001)}`)).toContain('longer than 12000')
  })

  it('is not for guests, nor about what one may not see', async () => {
    const complaint = await fileOne(house, { confidential: true })
    const before = await rowsOf(house.db, house.workspace.id)

    expect(await asked('guest', `note ${refOf(complaint)} hi`)).not.toContain('saved')
    expect(await asked('ana', `note ${refOf(complaint)} hi`)).toContain('There is no complaint C-000001')
    expect(await rowsOf(house.db, house.workspace.id)).toEqual(before)
  })
})

describe('evidence', () => {
  it('is a link, words, or both, and nothing else', async () => {
    const complaint = await fileOne(house)
    const reference = refOf(complaint)

    await asked('ana', `evidence ${reference} https://pictures.example/1 the box`)
    await asked('ana', `证据 ${reference} the box was wet`)
    expect(await asked('ana', `evidence ${reference} javascript:alert(1)`)).toContain('is no link that I can take')
    const form = formOf(await house.as('ana').command(`/complaint evidence ${reference}`))
    expect(errorsOf(await house.as('ana').submit(form, {}))).toHaveProperty('link')
    expect(errorsOf(await house.as('ana').submit(form, { link: 'file:///etc/passwd' }))).toHaveProperty('link')
    await house.as('ana').submit(form, { link: 'https://pictures.example/2' })

    const entries = await house.db.complaintEntry.findMany({ where: { kind: 'evidence' }, orderBy: { id: 'asc' } })
    expect(entries.map(({ text }) => text)).toEqual([
      'https://pictures.example/1 the box',
      'the box was wet',
      'https://pictures.example/2',
    ])
  })
})

describe('a link', () => {
  it('stands on both once, however often it is made', async () => {
    const [one, other] = [await fileOne(house), await fileOne(house)]

    expect(await asked('ana', 'link C-1 C-2')).toBe('C-000001 and C-000002 are linked.')
    expect(await asked('ben', '关联 C-2 C-1')).toBe('C-000002 and C-000001 are linked already.')
    expect(await asked('ana', 'link C-1 C-1')).toContain('cannot be linked to itself')
    expect(await asked('ana', 'link C-1')).toContain('With which complaint?')
    expect(await asked('ana', 'show C-2')).toContain('Linked with C-000001')
    expect(await storyOf(house, one)).toEqual(['filed', 'linked'])
    expect(await storyOf(house, other)).toEqual(['filed', 'linked'])
    expect(await asked('ana', 'history C-2')).toContain('Ana linked it with C-000001')
  })

  it('to a confidential one is seen by those only who may see it', async () => {
    const [one] = [await fileOne(house), await fileOne(house, { confidential: true })]

    await asked('ben', 'link C-1 C-2')

    expect(await asked('ana', 'show C-1')).not.toContain('C-000002')
    expect(await asked('ben', 'show C-1')).toContain('Linked with C-000002')
    expect(await storyOf(house, one)).toEqual(['filed'])
    expect(
      house
        .inChannel('triage')
        .map(({ card }) => JSON.stringify(card))
        .join(),
    ).not.toContain('C-000002')
  })
})

describe('confidentiality', () => {
  it('takes the reference out of the cards and stories of its relatives', async () => {
    await fileOne(house)
    await fileOne(house)
    await asked('ben', 'link C-1 C-2')
    const said = () =>
      house.chat.messages
        .map(({ card }) => JSON.stringify(card))
        .filter((card) => !card.includes('is confidential now'))
    const ofOther = () => said().filter((card) => card.includes('C-000002 · ') || card.includes('linked it with'))

    await asked('ben', 'confidential C-1 on')

    expect(ofOther().join()).not.toContain('C-000001')
    expect(ofOther().join()).toContain('Ben linked it with another complaint')
    const question = cardOf(await house.as('ben').command('/complaint confidential C-1 off'))
    await house.as('ben').press(question, 'Open it')
    expect(ofOther().join()).toContain('Linked with C-000001')
    expect(ofOther().join()).toContain('Ben linked it with C-000001')
  })

  it('is decided by the owner and administrators; opening is asked back', async () => {
    const complaint = await fileOne(house)

    expect(await asked('ana', 'confidential C-1 on')).toContain('Only its owner Ben or an administrator')
    expect(await asked('ben', 'confidential C-1')).toContain('On or off?')
    expect(await asked('ben', '保密 C-1 开')).toContain('C-000001 is confidential now')
    expect(await asked('ben', 'confidential C-1 on')).toContain('is confidential already')
    expect(await asked('ana', 'show C-1')).toContain('There is no complaint')
    const question = cardOf(await house.as('mei').command('/complaint confidential C-1 off'))
    expect((await nowOf(house, complaint)).confidential).toBe(true)
    await house.as('mei').press(question, 'Open it')
    expect((await nowOf(house, complaint)).confidential).toBe(false)
    expect(await storyOf(house, complaint)).toEqual(['filed', 'confidential', 'public'])
  })
})

describe('colleagues whom it is about', () => {
  it('do not own it: it goes to whom the rules give it otherwise', async () => {
    const complaint = await fileOne(house)

    expect(await asked('ana', 'named C-1 <@ben>')).toContain('Only its owner Ben or an administrator')
    const said = await asked('mei', '涉及 C-1 <@ben>')

    const now = await nowOf(house, complaint)
    expect(now.ownerId).not.toBe((await house.member('ben')).id)
    expect(now.namedIds).toEqual([(await house.member('ben')).id])
    expect(said).toMatch(/^C-000001 is about Ben\. They have no part in it\.\nIt is \w+’s now\.$/u)
    expect(toldTo(house, 'ben', 'C-000001 is now with')).toHaveLength(1)
    expect(
      house
        .inChannel('triage')
        .map(({ card }) => JSON.stringify(card))
        .join(),
    ).not.toContain('about: Ben')
  })

  it('are changed by form, and a form that is out of date is refused', async () => {
    const complaint = await fileOne(house)
    const form = formOf(await house.as('ben').command('/complaint named C-1'))

    expect(saidIn(await house.as('ben').submit(form, { people: ['ana', 'li'] }))).toContain('is about Ana, Li.')
    expect(errorsOf(await house.as('ben').submit(form, { people: [] }))['']).toContain(
      'Somebody changed this meanwhile',
    )
    const again = formOf(await house.as('ben').command('/complaint named C-1'))
    expect(saidIn(await house.as('ben').submit(again, { people: [] }))).toContain('is about nobody here')
    expect((await nowOf(house, complaint)).namedIds).toEqual([])
  })
})
