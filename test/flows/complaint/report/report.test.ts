import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { closeComplaint } from '../../../../src/flows/complaint/path/close.ts'
import { planWeekly } from '../../../../src/flows/complaint/report/weekly.ts'
import { type Complaint, changeComplaint } from '../../../../src/flows/complaint/store/complaints.ts'
import { changeSettings, settingsOf } from '../../../../src/flows/complaint/store/settings.ts'
import type { Attachment } from '../../../../src/platform.ts'
import { act } from '../../../../src/world.ts'
import { cardOf, type House } from '../../../support/house.ts'
import { wordsOf } from '../../../support/words.ts'
import { acting, fileOne, nowOf, openOffice, refOf, saidIn } from '../office.ts'

describe('the voice of the customer', () => {
  let house: House
  beforeEach(async () => {
    house = await openOffice()
    const { calendar } = await settingsOf(house.db, house.workspace.id)
    await changeSettings(house.db, house.workspace.id, { calendar: { ...calendar, timeZone: 'Europe/Berlin' } })
  })
  afterEach(() => house.close())

  const report = (who = 'ana', period = '') => house.as(who).command(`/complaint report ${period}`, 'general')
  const close = async (complaint: Complaint) => {
    const replied = await changeComplaint(house.db, complaint, { state: 'replied' })
    await acting(house, await house.member('ben'), (ctx) => closeComplaint(ctx, replied, 'by hand'))
    return nowOf(house, complaint)
  }
  const weekly = () => act(house.world, house.workspace, planWeekly)
  const posted = () => house.inChannel('triage').filter(({ key }) => key.startsWith('complaint/report/'))

  it('says what to do where nothing was ever filed, and draws nothing', async () => {
    const reply = await report()

    expect(saidIn(reply)).toContain('File a complaint with /complaint')
    expect(reply).not.toHaveProperty('file')
  })

  it('shows the same numbers as a table and as a picture', async () => {
    await close(await fileOne(house))
    await fileOne(house, { severity: 1, type: 'delivery' })

    const reply = await report('ana', 'week')

    expect(saidIn(reply)).toMatch(/Received: 2\nClosed: 1\nOpen at the end: 1/)
    expect(saidIn(reply)).toContain('delivery | 1 | 0 | 0 | 0 | 1')
    expect(saidIn(reply)).toContain('2026-03-02 | 2 | 1 | 1')
    expect(pngSizeOf(reply.kind === 'card' ? reply.file : undefined)).toEqual([1_520, 736])
  })

  it('speaks the language of whoever asks', async () => {
    await fileOne(house)

    const reply = await report('li', '本周')

    expect(cardOf(reply).summary).toBe('2026年3月2日（周一）客诉：接收 1 件')
    expect(saidIn(reply)).toContain('按时受理: 没有到期的时限')
    expect(saidIn(reply)).toContain('尚不明确：1')
  })

  it('refuses a period that it cannot read', async () => {
    expect(saidIn(await report('ana', 'soonish'))).toContain('I can’t read “soonish” as a period')
  })

  it('counts what is confidential only for who may see it', async () => {
    await fileOne(house, { confidential: true })
    await fileOne(house)

    expect(saidIn(await report('mei'))).toContain('Received: 2')
    expect(saidIn(await report('ben'))).toContain('Received: 2')
    expect(saidIn(await report('ana'))).toContain('Received: 1')
    expect(saidIn(await report('ana'))).not.toContain('Zhang Wei: 2')
  })

  it('never shows how a customer can be reached', async () => {
    await fileOne(house)
    await fileOne(house)

    expect(saidIn(await report('mei'))).toContain('Zhang Wei: 2')
    expect(JSON.stringify(cardOf(await report('mei')))).not.toContain('zhang@customer.example')
  })

  it('tells what is most pressing by severity and by how many customers it concerns', async () => {
    const minor = await fileOne(house, { severity: 3 })
    const grave = await fileOne(house, { severity: 2 })

    expect(saidIn(await report())).toContain(`Most pressing now\n${refOf(grave)}: one customer\n${refOf(minor)}`)
  })

  it('is posted in the triage channel every Monday at nine, once, about the week before', async () => {
    await fileOne(house, { confidential: true })
    await fileOne(house)
    await weekly()
    await weekly()

    await house.advanceTo('2026-03-09T07:59:00Z')
    const before = posted().length
    await house.advanceTo('2026-03-16T08:00:00Z')

    expect(before).toBe(0)
    expect(posted().map(({ key, at }) => `${key} ${at}`)).toEqual([
      'complaint/report/2026-03-02 2026-03-09T08:00:00Z',
      'complaint/report/2026-03-09 2026-03-16T08:00:00Z',
    ])
    expect(wordsOf(posted()[0]?.card ?? ({} as never))).toMatch(/Received: 1\n/)
    expect(posted()[0]?.file?.name).toBe('complaints-2026-03-08.png')
  })

  it('comes late and once after an outage, about the week before it was due', async () => {
    await fileOne(house)
    await weekly()

    house.sleepUntil('2026-03-25T10:00:00Z')
    await house.wake()

    expect(posted().map(({ key }) => key)).toEqual(['complaint/report/2026-03-02'])
  })
})

/** The width and height that stand in a PNG's head. */
function pngSizeOf(file: Attachment | undefined): [number, number] {
  if (!file || !('png' in file)) throw new Error('There is no picture')
  const bytes = Buffer.from(file.png, 'base64')
  expect(bytes.subarray(1, 4).toString()).toBe('PNG')
  return [bytes.readUInt32BE(16), bytes.readUInt32BE(20)]
}
