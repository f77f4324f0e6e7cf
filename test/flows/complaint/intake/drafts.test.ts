import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import type { Heard } from '../../../../src/platform.ts'
import { INSTALLATION } from '../../../support/acting.ts'
import { cardOf, formOf, type House } from '../../../support/house.ts'
import { wordsOf } from '../../../support/words.ts'
import { openOffice, saidIn, toldTo } from '../office.ts'

let house: House
beforeEach(async () => {
  house = await openOffice()
})
afterEach(() => house.close())

const hearing = (hears: boolean) =>
  house.door.notice({ kind: 'hearing', platform: 'playground', installation: INSTALLATION, hears })
const MESSAGE: Heard = {
  id: 'm1',
  text: 'Hotel Blau writes: the kettle caught fire!',
  author: 'kai',
  authorName: 'Kai',
  link: 'https://chat.example/general/m1',
}
const said = (message: Partial<Heard> = {}, who = 'kai', channel = 'general') =>
  house.as(who).send({ kind: 'overheard', message: { ...MESSAGE, ...message } }, { channel })
const shortcut = (who: string, message: Partial<Heard> = {}, channel = 'general') =>
  house.as(who).send({ kind: 'shortcut', shortcut: 'complaint.file', message: { ...MESSAGE, ...message } }, { channel })
const draftCards = () => house.chat.messages.filter(({ key }) => key.startsWith('complaint/draft/'))
const presetOf = (reply: Awaited<ReturnType<typeof shortcut>>, name: string) =>
  formOf(reply).fields.find((field) => field.name === name)

describe('the shortcut on a message', () => {
  it('opens the form with its words, and keeps link, author and text with the complaint', async () => {
    const reply = await shortcut('ana')
    expect(presetOf(reply, 'what')).toMatchObject({ value: MESSAGE.text })
    expect(presetOf(reply, 'via')).toMatchObject({ value: 'chat' })
    await house.as('ana').submit(formOf(reply), { customer: 'Hotel Blau', what: 'The kettle caught fire' })

    expect(await house.db.complaint.findFirst()).toMatchObject({
      ...{ source: 'message', what: 'The kettle caught fire', filedById: (await house.member('ana')).id },
      ...{ messageLink: MESSAGE.link, messageAuthor: 'Kai', messageText: MESSAGE.text },
    })
  })

  it('used again says that it was filed, and as what', async () => {
    await house.as('ana').submit(formOf(await shortcut('ana')), { customer: 'Hotel Blau' })

    expect(saidIn(await shortcut('li'))).toContain('Ana 已经登记过：C-000001。')
  })

  it('files once what two people have open, and tells the second who was first', async () => {
    const [mine, yours] = [formOf(await shortcut('ana')), formOf(await shortcut('li'))]
    await Promise.all([
      house.as('ana').submit(mine, { customer: 'Hotel Blau' }),
      house.as('li').submit(yours, { customer: 'Hotel Blau' }),
    ])

    expect(await house.db.complaint.count()).toBe(1)
    expect(await house.db.complaintDraft.count({ where: { message: 'm1' } })).toBe(1)
  })

  it('offers the colleagues whom it mentions as those whom it is about', async () => {
    const ben = await house.member('ben')
    const reply = await shortcut('ana', { text: '<@ben> was rude to Hotel Blau' })

    expect(presetOf(reply, 'what')).toMatchObject({ value: '@Ben was rude to Hotel Blau' })
    expect(presetOf(reply, 'named')).toMatchObject({ values: [ben.id] })
  })

  it('keeps all of a long message, also where the form could hold only its beginning', async () => {
    const text = `${'The kettle leaks. '.repeat(400)}The end.`
    await house
      .as('ana')
      .submit(formOf(await shortcut('ana', { text })), { customer: 'Gold', what: text.slice(0, 3_000).trim() })
    const complaint = await house.db.complaint.findFirstOrThrow()

    expect(complaint.what).toBe(text)
    expect(complaint.messageText).toBe(text)
  })

  it('keeps a message apart from one of another channel, and of another person’s conversation', async () => {
    await shortcut('ana')
    await shortcut('ana', {}, 'triage')
    await house.as('ana').send({ kind: 'shortcut', shortcut: 'complaint.file', message: MESSAGE })
    await house.as('li').send({ kind: 'shortcut', shortcut: 'complaint.file', message: MESSAGE })

    expect(await house.db.complaintDraft.count()).toBe(4)
  })
})

describe('watching a channel', () => {
  it('says plainly when it lacks the permission to hear, and begins as soon as it is granted', async () => {
    const reply = saidIn(await house.as('mei').command('/complaint watch <#general>'))

    expect(reply).toContain('I lack the permission to read messages in public channels (channels:history)')
    expect(reply).toContain('watching begins as soon as it is granted')
    expect(saidIn(await house.as('mei').command('/complaint watched'))).toContain('#general · not heard yet')

    await hearing(true)
    await said()
    expect(draftCards()).toHaveLength(1)
    expect(saidIn(await house.as('mei').command('/complaint watch'))).not.toContain('not heard yet')
  })

  it('makes each message a draft in the triage channel, once', async () => {
    await hearing(true)
    expect(saidIn(await house.as('mei').command('/complaint watch <#general>'))).toContain('The drafts come to #triage')
    await said()
    await said()
    await said({ id: 'm2', text: 'Another: +49 30 1234567, lisa@blau.example' })
    expect(wordsOf(draftCards()[1]!.card)).toContain('Another: •••, •••')

    expect(draftCards().map(({ place }) => place)).toEqual(['#triage', '#triage'])
    expect(wordsOf(draftCards()[0]!.card)).toContain(
      'Kai wrote in #general\nHotel Blau writes: the kettle caught fire!',
    )
  })

  it('posts the drafts where it was said as long as there is no triage channel', async () => {
    await hearing(true)
    await house.db.complaintSettings.updateMany({ data: { triageChannelId: null } })

    expect(saidIn(await house.as('mei').command('/complaint watch <#general>'))).toContain('come to #general itself')
    await said()
    expect(draftCards().map(({ place }) => place)).toEqual(['#general'])
  })

  it('makes nothing of what is said elsewhere, or after it has stopped', async () => {
    await hearing(true)
    await house.as('mei').command('/complaint watch <#general>')
    await said({}, 'kai', 'triage')
    expect(saidIn(await house.as('mei').command('/complaint 取消监听 <#general>'))).toContain(
      '#general is no longer watched.',
    )
    await said()

    expect(draftCards()).toEqual([])
    expect(saidIn(await house.as('mei').command('/complaint unwatch <#general>'))).toContain('#general is not watched.')
  })

  it('is for administrators, and asks for a channel', async () => {
    expect(saidIn(await house.as('ana').command('/complaint watch <#general>'))).toContain('Only an administrator')
    expect(saidIn(await house.as('mei').command('/complaint watch general'))).toContain('Mention the channel after it')
  })

  it('ends when the channel is closed: the administrators are told', async () => {
    await hearing(true)
    await house.as('mei').command('/complaint watch <#general>')
    await house.door.notice({
      kind: 'channel-closed',
      platform: 'playground',
      installation: INSTALLATION,
      channel: 'general',
    })
    await house.settle()

    expect(toldTo(house, 'mei', '#general is closed to me, so I no longer watch it')).toHaveLength(1)
    expect((await house.channel('general')).watchedBy).toEqual([])
  })

  it('tells the administrators when the triage channel is closed', async () => {
    await house.door.notice({
      kind: 'channel-closed',
      platform: 'playground',
      installation: INSTALLATION,
      channel: 'triage',
    })
    await house.settle()

    expect(toldTo(house, 'mei', 'New complaints reach their owner only')).toHaveLength(1)
  })
})

describe('a draft of a watched channel', () => {
  beforeEach(async () => {
    await hearing(true)
    await house.as('mei').command('/complaint watch <#general>')
    await said()
  })
  const card = () => draftCards()[0]!.card

  it('is filed by one press and the customer’s name, and its card says so', async () => {
    const form = formOf(await house.as('ana').press(card(), 'File'))
    await house.as('ana').submit(form, { customer: 'Hotel Blau' })

    expect(await house.db.complaint.findFirst()).toMatchObject({ source: 'watched', what: MESSAGE.text, severity: 1 })
    expect(wordsOf(card())).toContain('Filed by Ana as C-000001.')
    expect(wordsOf(card())).not.toContain('[File]')
  })

  it('is dismissed by one press; whoever presses then is told who did it', async () => {
    const before = card()
    expect(saidIn(await house.as('ana').press(before, 'Dismiss'))).toContain('Dismissed. Nothing was filed.')

    expect(wordsOf(card())).toContain('Dismissed by Ana: no complaint.')
    expect(saidIn(await house.as('li').press(before, 'File'))).toContain('Ana 已忽略这条消息')
    expect(saidIn(await house.as('kai').press(before, 'Dismiss'))).toContain('Ana has dismissed this already.')
  })

  it('tells whoever presses later, or has the form open still, who has filed it', async () => {
    const before = card()
    const late = formOf(await house.as('li').press(before, 'File'))
    await house.as('ana').submit(formOf(await house.as('ana').press(before, 'File')), { customer: 'Hotel Blau' })

    expect(saidIn(await house.as('kai').press(before, 'Dismiss'))).toContain('Ana has filed this already: C-000001.')
    expect(await house.as('li').submit(late, { customer: 'Hotel Rot' })).toMatchObject({
      kind: 'invalid',
      errors: { '': 'Ana 已经登记过：C-000001。' },
    })
  })

  it('can still be filed from the message itself after it was dismissed', async () => {
    await house.as('ana').press(card(), 'Dismiss')
    await house.as('li').submit(formOf(await shortcut('li')), { customer: 'Hotel Blau' })

    expect(wordsOf(card())).toContain('Filed by Li as C-000001.')
  })

  it('no longer shows its words once it is filed as confidential', async () => {
    await house
      .as('ana')
      .submit(formOf(await house.as('ana').press(card(), 'File')), { customer: 'Blau', confidential: true })

    expect(wordsOf(card())).toContain('Filed by Ana.')
    expect(wordsOf(card())).not.toContain('caught fire')
    expect(saidIn(await shortcut('li'))).not.toContain('C-000001')
  })

  it('added to what is there already is filed with it, and its link is evidence', async () => {
    await house
      .as('ana')
      .submit(formOf(await house.as('ana').command('/complaint')), { customer: 'Hotel Blau', what: 'Fire' })
    const form = formOf(await house.as('li').press(card(), 'File'))
    const asked = await house.as('li').submit(form, { customer: 'Hotel Blau' })
    await house.as('li').press(cardOf(asked), '补充到 C-000001')

    const evidence = await house.db.complaintEntry.findFirst({ where: { kind: 'evidence' } })
    expect(evidence?.text).toBe(MESSAGE.link)
    expect(wordsOf(card())).toContain('Filed by Li as C-000001.')
  })
})
