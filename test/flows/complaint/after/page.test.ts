import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { fileOne, nowOf, refOf, storyOf, toldTo } from '../office.ts'
import {
  type Counter,
  inDays,
  letterFor,
  linkFor,
  openCounter,
  recorded,
  repliedOne,
  reply,
  surveyOf,
} from './counter.ts'

const LONG = '还是不满意。'.repeat(330)

describe('the page that asks the customer', () => {
  let at: Counter

  beforeAll(async () => {
    at = await openCounter()
  })
  afterAll(() => at.close())

  it('asks from 1 to 5 and for a note, and shows nothing from inside', async () => {
    const complaint = await repliedOne(at.house, { what: 'A secret of ours about the order', confidential: true })
    const { status, html } = await at.open(linkFor(at.house, complaint))

    expect(status).toBe(200)
    expect(html).toContain(`your complaint ${refOf(complaint)}`)
    expect(html.match(/type="radio" name="score"/g)).toHaveLength(5)
    expect(html).toContain('<textarea id="note"')
    expect(html).toContain((await at.house.db.workspace.findFirstOrThrow()).name)
    expect(html).not.toMatch(/secret of ours|Zhang Wei|zhang@|Ben|gave the money back/)
  })

  it('speaks the customer’s language, in the sentence to be sent as well', async () => {
    const complaint = await repliedOne(at.house, { customer: { name: '张伟', locale: 'zh_TW' } })
    const { html } = await at.open(linkFor(at.house, complaint))

    expect(letterFor(at.house, complaint)).toMatch(new RegExp(`^您好！您的投诉 ${refOf(complaint)} 我们已经答复.*http`))
    expect(html).toContain('<html lang="zh-CN">')
    expect(html).toContain('您对处理结果满意吗')
  })

  it('speaks the language of the workspace’s customers to one of whom nothing is known', async () => {
    await at.house.db.complaintSettings.updateMany({ data: { customerLocale: 'zh-CN' } })
    const complaint = await repliedOne(at.house, { customer: { name: 'Somebody' } })

    expect((await at.open(linkFor(at.house, complaint))).html).toContain('<html lang="zh-CN">')
    await at.house.db.complaintSettings.updateMany({ data: { customerLocale: 'en' } })
  })

  it('closes the complaint of a satisfied customer', async () => {
    const complaint = await repliedOne(at.house)
    const { status, html } = await at.answer(linkFor(at.house, complaint), { score: '5', note: '' })
    await at.house.settle()

    expect(status).toBe(200)
    expect(html).toContain('Thank you')
    expect(html).not.toContain('We are sorry')
    expect((await nowOf(at.house, complaint)).state).toBe('closed')
    expect(await surveyOf(at.house, complaint)).toMatchObject({ score: 5, note: null, recordedById: null })
    expect(toldTo(at.house, 'ben', `${refOf(complaint)}: the customer gave 5 of 5`).length).toBeGreaterThan(0)
    expect(await recorded(at.house, complaint, 'complaint.closed')).toMatchObject([{ detail: { why: 'satisfied' } }])
  })

  it('closes that of a customer who is neither satisfied nor dissatisfied', async () => {
    const complaint = await repliedOne(at.house)
    await at.answer(linkFor(at.house, complaint), { score: '3' })

    expect((await nowOf(at.house, complaint)).state).toBe('closed')
  })

  it('reopens that of an unsatisfied one, and calls the owner’s manager', async () => {
    const complaint = await repliedOne(at.house)
    const { html } = await at.answer(linkFor(at.house, complaint), { score: '2', note: LONG })
    await at.house.wake()

    expect(html).toContain('We are sorry')
    expect(await nowOf(at.house, complaint)).toMatchObject({ state: 'reopened', reopenings: 1 })
    expect(await storyOf(at.house, complaint)).toEqual(expect.arrayContaining(['rated', 'reopened']))
    expect(
      await at.house.db.complaintEntry.findFirst({ where: { complaintId: complaint.id, kind: 'rated' } }),
    ).toMatchObject({ text: LONG })
    expect(toldTo(at.house, 'kai', `${refOf(complaint)}: the customer is not satisfied`)).toHaveLength(1)
    expect(toldTo(at.house, 'tom', refOf(complaint))).toEqual([])
    expect(await at.house.db.escalation.count({ where: { subject: `${complaint.id}/unsatisfied/1` } })).toBe(1)
  })

  it('writes down that it was the customer, without what they wrote', async () => {
    const complaint = await repliedOne(at.house)
    await at.answer(linkFor(at.house, complaint), { score: '1', note: 'Never again' })

    const [entry] = await recorded(at.house, complaint, 'complaint.rated')
    expect(entry).toMatchObject({ actorId: null, detail: { score: 1, round: 1, by: 'customer' } })
    expect(JSON.stringify(await at.house.db.auditEntry.findMany({ select: { detail: true } }))).not.toContain('Never')
  })

  it('says what is missing or too long, and keeps what was written', async () => {
    const link = linkFor(at.house, await repliedOne(at.house))
    const nothing = await at.answer(link, { note: 'It was <b>fine</b>' })
    const tooMuch = await at.answer(link, { score: '4', note: 'x'.repeat(2_001) })
    const nonsense = await at.answer(link, { score: '6' })

    expect([nothing.status, tooMuch.status, nonsense.status]).toEqual([422, 422, 422])
    expect(nothing.html).toContain('Please choose a number from 1 to 5.')
    expect(nothing.html).toContain('It was &lt;b&gt;fine&lt;/b&gt;</textarea>')
    expect(tooMuch.html).toContain('Please write 2000 characters at most. You wrote 2001.')
    expect(tooMuch.html).toContain('value="4" required checked')
    expect((await at.open(link)).status).toBe(200)
  })

  it('can be used once, and thanks whoever comes again', async () => {
    const complaint = await repliedOne(at.house)
    const link = linkFor(at.house, complaint)
    await at.answer(link, { score: '4' })

    expect(await at.open(link)).toMatchObject({ status: 410, html: expect.stringContaining('Thank you') })
    expect((await at.answer(link, { score: '1' })).status).toBe(410)
    expect(await surveyOf(at.house, complaint)).toMatchObject({ score: 4 })
    expect((await nowOf(at.house, complaint)).state).toBe('closed')
  })

  it('lets one of many answers at the same moment count', async () => {
    const complaint = await repliedOne(at.house)
    const link = linkFor(at.house, complaint)
    const answers = await Promise.all(['1', '5', '2', '4'].map((score) => at.answer(link, { score })))

    expect(answers.map(({ status }) => status).sort()).toEqual([200, 410, 410, 410])
    expect(await storyOf(at.house, complaint)).toEqual(expect.arrayContaining(['rated']))
    expect((await storyOf(at.house, complaint)).filter((kind) => kind === 'rated')).toHaveLength(1)
  })

  it('lets the customer or a colleague count, whoever comes first, and never both', async () => {
    const complaint = await repliedOne(at.house)
    const answered = at.answer(linkFor(at.house, complaint), { score: '1' })
    const typed = at.house.as('ana').command(`/complaint rate ${refOf(complaint)} 1`)
    await Promise.all([answered, typed])

    expect((await storyOf(at.house, complaint)).filter((kind) => kind === 'rated')).toHaveLength(1)
    expect(await nowOf(at.house, complaint)).toMatchObject({ state: 'reopened', reopenings: 1 })
  })

  it('thanks as well when a colleague has written it down meanwhile', async () => {
    const complaint = await repliedOne(at.house)
    const link = linkFor(at.house, complaint)
    await at.house.as('ana').command(`/complaint rate ${refOf(complaint)} 5`)

    expect(await at.open(link)).toMatchObject({ status: 410, html: expect.stringContaining('your answer already') })
  })

  it('has nothing to ask once there will be another reply, and asks about that one anew', async () => {
    const complaint = await repliedOne(at.house)
    const first = linkFor(at.house, complaint)
    await at.answer(first, { score: '1' })
    const again = await reply(at.house, complaint)
    const second = linkFor(at.house, again)

    expect(second).not.toBe(first)
    expect((await at.answer(second, { score: '5' })).status).toBe(200)
    expect((await at.open(first)).status).toBe(410)
    expect(await nowOf(at.house, complaint)).toMatchObject({ state: 'closed', reopenings: 1 })
  })

  it('says that somebody works on it again when it was reopened by hand', async () => {
    const complaint = await repliedOne(at.house)
    await at.house.db.complaint.update({ where: { id: complaint.id }, data: { state: 'reopened', reopenings: 1 } })

    expect(await at.open(linkFor(at.house, complaint))).toMatchObject({
      status: 410,
      html: expect.stringContaining('looking into your complaint again'),
    })
  })

  it('works until 14 days are over', async () => {
    const complaint = await repliedOne(at.house, { customer: { name: '张伟', locale: 'zh-CN' } })
    const link = linkFor(at.house, complaint)
    const end = inDays(at.house, 14)
    at.house.sleepUntil(end.replace('08:00:00', '07:59:59'))
    expect((await at.open(link)).status).toBe(200)

    at.house.sleepUntil(end)
    expect(await at.open(link)).toMatchObject({ status: 410, html: expect.stringContaining('此链接已过期') })
    expect((await at.answer(link, { score: '1' })).status).toBe(410)
    expect((await nowOf(at.house, complaint)).state).toBe('replied')
  })

  it('is not opened by a link to a complaint that was never replied to', async () => {
    const complaint = await fileOne(at.house)

    expect(at.house.chat.messages.some(({ key }) => key.startsWith(`complaint/${complaint.id}/survey`))).toBe(false)
  })
})
