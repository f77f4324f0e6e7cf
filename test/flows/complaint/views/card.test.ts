import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { assignTo } from '../../../../src/flows/complaint/path/assign.ts'
import { changeComplaint } from '../../../../src/flows/complaint/store/complaints.ts'
import { tell } from '../../../../src/flows/complaint/story.ts'
import { redraw } from '../../../../src/flows/complaint/views/publish.ts'
import type { House } from '../../../support/house.ts'
import { wordsOf } from '../../../support/words.ts'
import { acting, fileOne, nowOf, openOffice, refOf, toldTo } from '../office.ts'

let house: House
beforeEach(async () => {
  house = await openOffice()
})
afterEach(() => house.close())

const inTriage = () => house.inChannel('triage').map(({ card }) => wordsOf(card))
const note = async (handle: string, complaint: Awaited<ReturnType<typeof fileOne>>, text: string) => {
  await acting(house, await house.member(handle), async (ctx) =>
    tell(ctx, await changeComplaint(ctx.db, complaint, { lastNote: text }), { kind: 'noted', text }),
  )
  await house.settle()
}

describe('the living card', () => {
  it('stands in the channel with both clocks and the next step, and without contact data', async () => {
    await fileOne(house, { product: 'Router 7' })

    expect(inTriage()).toEqual([
      [
        'C-000001 · Zhang Wei',
        'State: received\nSeverity: S3 ordinary\nType: billing\nProduct: Router 7\nOwner: Ben',
        'To acknowledge: due Tue, 3 Mar, 09:00, 24 h left\nTo reply: due Wed, 4 Mar, 09:00, 48 h left',
        'He was billed twice for the order of February.',
        '[Acknowledge] [Note] [Show]',
        'As of Mon, 2 Mar, 09:00 (Europe/Berlin)',
      ].join('\n'),
    ])
  })

  it('speaks the language of the workspace', async () => {
    await house.db.workspace.update({ where: { id: house.workspace.id }, data: { locale: 'zh-CN' } })
    house.workspace.locale = 'zh-CN'

    await fileOne(house)

    expect(inTriage()[0]).toContain('受理时限: 3月3日（周二）09:00 到期，还剩 24 小时')
    expect(inTriage()[0]).toContain('[受理] [备注] [查看]')
  })

  it('shows the last note and carries what happened under it, without the contact that somebody wrote', async () => {
    const complaint = await fileOne(house, { what: 'Call him, or write to ZHANG@customer.example.' })

    await note('ana', complaint, 'I wrote to zhang@customer.example, see https://wiki.example/a.')

    const [card, story] = house.inChannel('triage')
    expect(wordsOf(card?.card as never)).toContain('Last note: I wrote to •••, see https://wiki.example/a.')
    expect(wordsOf(card?.card as never)).toContain('Call him, or write to •••.')
    expect(story?.thread).toBe(card?.key)
    expect(wordsOf(story?.card as never)).toContain('Ana noted: I wrote to •••, see https://wiki.example/a.')
  })

  it('is not sent again when nothing has changed', async () => {
    const complaint = await fileOne(house)
    const before = await house.db.post.findMany({ orderBy: { id: 'asc' } })

    await acting(house, await house.member('mei'), (ctx) => redraw(ctx, complaint))

    expect(await house.db.post.findMany({ orderBy: { id: 'asc' } })).toEqual(before)
  })

  it('says when a clock is breached, and warns by its tone', async () => {
    const complaint = await fileOne(house)

    await house.advanceTo('2026-03-03T10:30:00Z')
    await note('ana', complaint, 'Nobody has called.')

    const [card] = house.inChannel('triage')
    expect(card?.card.tone).toBe('bad')
    expect(wordsOf(card?.card as never)).toContain('breached: was due Tue, 3 Mar, 09:00, 2 h 30 min over')
  })

  it('says since when its clocks are paused', async () => {
    const complaint = await fileOne(house)
    await house.advanceTo('2026-03-02T10:00:00Z')

    await house.as('ben').command(`/complaint pause ${refOf(complaint)} the customer is away`)

    expect(inTriage()[0]).toContain('To reply: paused since Mon, 2 Mar, 11:00, 46 h left')
  })

  it('takes long texts, right-to-left ones and what looks like markup as they are', async () => {
    const what = `<!channel> <@U1> *bold* \u202Eشكوى\u202C 👩‍👩‍👧 ${'👩‍👩‍👧 '.repeat(1_000)}`.slice(0, 12_000)

    const complaint = await fileOne(house, { what })
    await note('ana', complaint, what)

    const quotes = house
      .inChannel('triage')
      .flatMap(({ card }) => card.blocks)
      .flatMap((block) => (block.kind === 'text' ? [block.text].flat() : []))
      .filter((span) => typeof span === 'string' && span.includes('<!channel> <@U1> *bold*'))
    expect(quotes).toHaveLength(3)
    expect(JSON.stringify(quotes).length).toBeLessThan(4_000)
  })
})

describe("the owner's card", () => {
  it('has the contact data, in the language of the owner', async () => {
    const complaint = await fileOne(house)
    const li = await house.member('li')

    await acting(house, await house.member('mei'), (ctx) => assignTo(ctx, complaint, { ownerId: li.id }))
    await house.settle()

    expect(toldTo(house, 'li', '联系方式: zhang@customer.example')).toHaveLength(1)
    expect(toldTo(house, 'ben', 'zhang@customer.example')).toEqual([])
    expect(toldTo(house, 'ben', 'C-000001 is now with Li.')).toHaveLength(1)
  })

  it('is all there is where no channel was set up', async () => {
    await house.db.complaintSettings.updateMany({ data: { triageChannelId: null } })

    const complaint = await fileOne(house)
    await note('ana', complaint, 'He called again.')

    expect(inTriage()).toEqual([])
    expect(toldTo(house, 'ben', 'Last note: He called again.')).toHaveLength(1)
  })
})

describe('a confidential complaint', () => {
  it('has no card in a channel', async () => {
    const complaint = await fileOne(house, { confidential: true })
    await note('ben', complaint, 'It is about the till.')

    expect(inTriage()).toEqual([])
    expect(toldTo(house, 'ben', 'Confidential:')).toHaveLength(1)
  })

  it('leaves one line where it stood, and comes back with its story when it is opened', async () => {
    const complaint = await fileOne(house)
    await note('ana', complaint, 'He called again.')
    await house.as('ben').command(`/complaint confidential ${refOf(complaint)} on`)
    await note('ben', await nowOf(house, complaint), 'It is about the till.')
    const hidden = inTriage()

    const question = await house.as('ben').command(`/complaint confidential ${refOf(complaint)} off`)
    if (question.kind === 'card') await house.as('ben').press(question.card, 'Open it')

    expect(new Set(hidden)).toEqual(new Set(['\nC-000001 is confidential now.']))
    expect(hidden).toHaveLength(2)
    expect(inTriage()[0]).toContain('He was billed twice')
    expect(inTriage().slice(1)).toEqual(['\nAna noted: He called again.', '\nBen opened it to all colleagues'])
  })
})
