import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { createPolicy, setSettings } from '../../../../src/escalation/store/policies.ts'
import { act } from '../../../../src/world.ts'
import { cardOf, formOf, type House } from '../../../support/house.ts'
import { rowsOf } from '../../../support/rows.ts'
import { wordsOf } from '../../../support/words.ts'
import { acting, fileOne, nowOf, openOffice, refOf, saidIn, toldTo } from '../office.ts'
import { bring, say } from '../path/along.ts'

const CONTACT = 'zhang@customer.example'
const WITH_CONTACT = `Write to ${CONTACT} about the bill.`
let house: House
beforeEach(async () => {
  house = await openOffice()
})
afterEach(() => house.close())

/** What stands in any channel now. */
const inChannels = () => [...house.inChannel('triage'), ...house.inChannel('general')].map(({ card }) => wordsOf(card))

/** Whatever is late is told to the owner and then to #general. */
async function escalateToGeneral(): Promise<void> {
  const general = await house.channel('general')
  await act(house.world, house.workspace, async (ctx) => {
    const { id } = await createPolicy(ctx, 'Loud', {
      steps: [
        { after: 0, clock: 'calendar', tell: { to: 'owner' } },
        { after: 1, clock: 'calendar', tell: { to: 'channel', channelId: general.id } },
      ],
      progress: { minutes: 600, clock: 'calendar' },
    })
    await setSettings(ctx.db, ctx.workspace.id, { defaultPolicyId: id })
  })
}
const walkIn = (channel: string) => {
  const walk = house.inChannel(channel).find(({ key }) => key.startsWith('escalation/'))
  if (!walk) throw new Error('Nothing was escalated there')
  return walk.card
}

describe('the customer’s contact data', () => {
  it('is not in an escalation that a step tells to a channel', async () => {
    await escalateToGeneral()
    await fileOne(house, { severity: 1, what: WITH_CONTACT })
    await house.advanceTo('2026-03-02T09:00:00Z')

    expect(wordsOf(walkIn('general'))).toContain('Write to ••• about the bill.')
  })

  it('is masked one by one where a customer can be reached in several ways', async () => {
    const complaint = await fileOne(house, { customer: { name: 'Kim', contact: `${CONTACT}; +49 170 12-34 567` } })
    await say(house, 'ana', complaint, `note Write to ${CONTACT} or call +49 (170) 1234567, not 1234567`)

    expect(inChannels().join('\n')).toContain('Write to ••• or call •••, not 1234567')
  })

  it('that is added later goes out of what stood in the channel before', async () => {
    const complaint = await fileOne(house, { customer: { name: 'Kim' }, what: 'He was billed twice.' })
    await say(house, 'ana', complaint, `note Write to ${CONTACT}`)
    const typed = { customer: 'Kim', contact: CONTACT, what: 'He was billed twice, once more.' }
    const asked = await house.as('ana').submit(formOf(await house.as('ana').command('/complaint')), typed)
    await house.as('ana').press(cardOf(asked), `Add to ${refOf(complaint)}`)

    expect((await nowOf(house, complaint)).customer.contact).toBe(CONTACT)
    expect(inChannels().join('\n')).not.toContain(CONTACT)
  })

  it('of another customer is not in what was added about them', async () => {
    const complaint = await fileOne(house, { customer: { name: 'Kim' }, what: 'The parcel came open and wet.' })
    const typed = { customer: 'Lee', contact: CONTACT, what: `The parcel came open and wet. ${CONTACT}` }
    const asked = await house.as('ana').submit(formOf(await house.as('ana').command('/complaint')), typed)
    await house.as('ana').press(cardOf(asked), `Add to ${refOf(complaint)}`)

    expect(inChannels().join('\n')).toContain('Lee')
    expect(inChannels().join('\n')).not.toContain(CONTACT)
  })

  it('does not stay in the draft from which it was filed', async () => {
    await house.as('mei').command('/complaint watch <#general>')
    await house.as('kai').writes(`Zhang wrote from ${CONTACT}`, 'general')
    const draft = () => house.inChannel('triage').find(({ key }) => key.startsWith('complaint/draft/'))
    const form = formOf(await house.as('ana').press(draft()!.card, 'File'))
    await house.as('ana').submit(form, { customer: 'Zhang', contact: CONTACT })

    expect(wordsOf(draft()!.card)).toContain('Zhang wrote from •••')
  })

  it('is erased in every way in which the customer could be reached, and found by each of them', async () => {
    await fileOne(house, {
      customer: { name: 'Kim', contact: `${CONTACT}; 0170 1234567` },
      what: `Kim (${CONTACT}, 0170 1234567) was billed twice.`,
    })
    await house.as('mei').command(`/ops erase ${CONTACT}`)
    const asked = house.as('mei')
    const card = cardOf(await asked.command(`/ops erase ${CONTACT}`))
    const [form] = card.blocks.flatMap((block) => (block.kind === 'buttons' ? block.buttons : []))
    const next = await asked.press(card, form!.label)
    if (next.kind === 'form') await asked.submit(next.form, {})

    const rows = await rowsOf(house.db, house.workspace.id)
    const written = JSON.stringify({ ...rows, Receipt: [] }, (_, value) =>
      typeof value === 'bigint' ? String(value) : value,
    )
    expect(written).not.toContain('0170 1234567')
    expect(JSON.stringify(await house.db.complaint.findMany())).not.toContain(CONTACT)
  })

  it('in the note of a hand-over is not in the audit trail', async () => {
    const complaint = await fileOne(house, { severity: 1 })
    await house.advanceTo('2026-03-02T08:31:00Z')
    const walk = house.directTo('ben').findLast(({ key }) => key.startsWith('escalation/'))!.card
    const form = formOf(await house.as('ben').press(walk, 'Hand over'))
    await house.as('ben').submit(form, { to: 'ana', note: `Call ${CONTACT}` })

    expect(JSON.stringify(await house.db.auditEntry.findMany({ select: { detail: true } }))).not.toContain(CONTACT)
    expect(toldTo(house, 'ana', `Call ${CONTACT}`)).toHaveLength(1)
    expect((await nowOf(house, complaint)).ownerId).toBe((await house.member('ana')).id)
  })
})

describe('a complaint that becomes confidential', () => {
  it('takes its words out of escalations that stand in channels, and brings them back when it is opened', async () => {
    await escalateToGeneral()
    const complaint = await fileOne(house, { severity: 1 })
    await house.advanceTo('2026-03-02T09:00:00Z')
    expect(wordsOf(walkIn('general'))).toContain('billed twice')

    await say(house, 'ben', complaint, 'confidential on')
    expect(wordsOf(walkIn('general'))).not.toContain('billed twice')
    expect(wordsOf(walkIn('general'))).toContain('S1 critical')
    expect(toldTo(house, 'ben', 'is not acknowledged in time').join()).not.toContain('billed twice')

    const asked = cardOf(await say(house, 'ben', complaint, 'confidential off'))
    const [button] = asked.blocks.flatMap((block) => (block.kind === 'buttons' ? block.buttons : []))
    await house.as('ben').press(asked, button!.label)
    expect(wordsOf(walkIn('general'))).toContain('billed twice')
  })

  it('takes what the customer wrote out of the call for the manager, resolved or not', async () => {
    await escalateToGeneral()
    const complaint = await bring(house, await fileOne(house), 'replied')
    await say(house, 'ben', complaint, 'rate 1 Your people were rude to me')
    await house.advanceTo('2026-03-02T08:10:00Z')
    expect(toldTo(house, 'kai', 'rude to me')).not.toEqual([])
    expect(wordsOf(walkIn('general'))).toContain('rude to me')
    await bring(house, complaint, 'replied').catch(() => undefined)

    await say(house, 'ben', complaint, 'confidential on')

    expect(inChannels().join('\n')).not.toContain('rude to me')
  })

  it('takes its words and its reference out of the draft from which it came', async () => {
    await house.as('mei').command('/complaint watch <#general>')
    await house.as('kai').writes('The kettle caught fire!', 'general')
    const draft = () => house.inChannel('triage').find(({ key }) => key.startsWith('complaint/draft/'))
    const form = formOf(await house.as('ana').press(draft()!.card, 'File'))
    await house.as('ana').submit(form, { customer: 'Hotel Blau' })
    expect(wordsOf(draft()!.card)).toContain('caught fire')

    await house.as('ben').command('/complaint confidential C-1 on')

    expect(wordsOf(draft()!.card)).not.toContain('caught fire')
    expect(wordsOf(draft()!.card)).not.toContain('C-000001')
  })

  it('can be taken from a channel by those who may see it, and by nobody else', async () => {
    await escalateToGeneral()
    const complaint = await fileOne(house, { severity: 1, confidential: true })
    await house.advanceTo('2026-03-02T09:00:00Z')

    const how = walkIn('general')
    const why = how.blocks.flatMap((block) => (block.kind === 'buttons' ? block.buttons : [])).at(-1)?.label ?? ''
    for (const button of ['I take it', 'Snooze 1 h', 'Hand over', why])
      expect([button, saidIn(await house.as('li').press(how, button))]).toEqual([
        button,
        expect.stringContaining('只有收到通知的人'),
      ])
    expect((await nowOf(house, complaint)).ownerId).toBe((await house.member('ben')).id)
    await house.as('tom').press(walkIn('general'), 'I take it')
    expect((await nowOf(house, complaint)).ownerId).toBe((await house.member('tom')).id)
  })

  it('does not tell those who had it before, and may not see it, who has it now', async () => {
    const complaint = await fileOne(house)
    await say(house, 'ben', complaint, 'assign <@ana>')
    await say(house, 'ana', complaint, 'assign <@lin>')
    await say(house, 'lin', complaint, 'confidential on')
    await say(house, 'lin', complaint, 'assign <@tom>')

    expect(toldTo(house, 'ana', 'C-000001').join()).not.toContain('Tom')
    expect(toldTo(house, 'lin', 'C-000001').join()).not.toContain('Tom')
  })
})

describe('a hidden complaint', () => {
  beforeEach(async () => {
    await fileOne(house, { confidential: true, severity: 1 })
  })

  it('is not named in /ops health by anybody but administrators', async () => {
    house.sleepUntil('2026-03-02T12:00:00Z')

    expect(saidIn(await house.as('ana').command('/ops health'))).not.toContain('C-000001')
    expect(saidIn(await house.as('mei').command('/ops health'))).toContain('C-000001')
  })

  it('does not show in a list that says that there was never one', async () => {
    const none = saidIn(await house.as('ana').command('/complaint list'))
    expect(none).toContain('/complaint')
    expect(none).toBe(saidIn(await freshList()))
  })

  it.each([
    'show',
    'note x',
    'evidence x',
    'history',
    'clock',
    'link C-2',
    'assign me',
    'classify s1',
    'rate 1',
    'survey',
  ])('answers to “%s” as one that never was', async (deed) => {
    await fileOne(house, { by: 'ben' })
    const [word, ...rest] = deed.split(' ')
    const ask = async (reference: string) =>
      saidIn(await house.as('ana').command(`/complaint ${word} ${reference} ${rest.join(' ')}`))

    expect((await ask('C-1')).replace('C-000001', '')).toBe((await ask('C-99')).replace('C-000099', ''))
  })
})

/** What somebody reads where nothing was ever filed. */
async function freshList() {
  const other = await openOffice()
  try {
    return await other.as('ana').command('/complaint list')
  } finally {
    await other.close()
  }
}

it('reads what anybody may see after the row is held, and not before', async () => {
  const complaint = await fileOne(house)
  const ben = await house.member('ben')
  let noting: Promise<unknown> = Promise.resolve()
  await acting(house, ben, async (ctx) => {
    await ctx.db.$queryRaw`SELECT 1 FROM "Complaint" WHERE "id" = ${complaint.id} FOR UPDATE`
    noting = say(house, 'ana', complaint, 'note I should not be here')
    await new Promise((resolve) => setTimeout(resolve, 500))
    await ctx.db.complaint.update({ where: { id: complaint.id }, data: { confidential: true } })
  })
  await noting

  expect(await house.db.complaintEntry.count({ where: { kind: 'noted' } })).toBe(0)
})
