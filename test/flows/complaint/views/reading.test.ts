import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import type { Reply } from '../../../../src/flow.ts'
import { complaint as flow } from '../../../../src/flows/complaint/flow.ts'
import { cardOf, type House } from '../../../support/house.ts'
import { textOf } from '../../../support/remembering-chat.ts'
import { wordsOf } from '../../../support/words.ts'
import { fileOne, openOffice, refOf, saidIn } from '../office.ts'

let house: House
beforeEach(async () => {
  house = await openOffice()
})
afterEach(() => house.close())

const asked = async (who: string, typed: string, channel?: string): Promise<string> =>
  saidIn(await house.as(who).command(`/complaint ${typed}`, channel))
const labelsIn = (reply: Reply): string[] =>
  cardOf(reply).blocks.flatMap((block) => (block.kind === 'buttons' ? block.buttons.map(({ label }) => label) : []))

describe('/complaint show', () => {
  it('has the contact data in a direct conversation only', async () => {
    const complaint = await fileOne(house, { what: 'Write to zhang@customer.example.' })
    const reference = refOf(complaint)

    expect(await asked('ana', `show ${reference}`)).toContain('Contact: zhang@customer.example')
    const inChannel = await asked('ana', `show ${reference}`, 'general')
    expect(inChannel).toContain('Contact: ask me in a direct message: /complaint show C-000001')
    expect(inChannel).not.toContain('zhang@customer.example')
    expect(await asked('li', '查看 c12', 'general')).toBe(
      '\n没有客诉 C-000012，或者你无权查看。用 /complaint 列表 查看你能看到的客诉。',
    )
  })

  it('offers each what they can do now', async () => {
    const complaint = await fileOne(house)
    const labels = async (who: string) => labelsIn(await house.as(who).command(`/complaint show ${refOf(complaint)}`))

    const ties = ['Link to an objective', 'Make it a risk']
    expect(await labels('ana')).toEqual(['Note', 'Evidence', 'History', 'Clocks', ...ties])
    expect(await labels('ben')).toEqual([
      ...['Acknowledge', 'Merge', 'Withdraw', 'Assign', 'Classify', 'Pause'],
      ...['Note', 'Evidence', 'History', 'Clocks', ...ties],
    ])
  })

  it('puts what is longer than a card into a file', async () => {
    const what = `${'The line was dead for days. '.repeat(420)}END`
    const reply = await house.as('ana').command(`/complaint show ${refOf(await fileOne(house, { what }))}`)

    expect(saidIn(reply)).toContain('The file has all of them.')
    expect(textOf(reply.kind === 'card' ? reply.file : undefined)).toContain(`## What happened\n\n${what}\n`)
  })

  it('tells nobody else that a confidential one is there', async () => {
    const complaint = await fileOne(house, { confidential: true })

    expect(await asked('ana', `show ${refOf(complaint)}`)).toContain('There is no complaint C-000001 that you can see.')
    expect(await asked('kai', `show ${refOf(complaint)}`)).toContain('Confidential:')
  })
})

describe('/complaint list', () => {
  it('says how to begin where nothing was ever filed', async () => {
    expect(await asked('ana', 'list')).toBe(
      [
        '',
        'There is no complaint yet.',
        'File one with /complaint, or from the menu of a message. First an administrator says where the cards go and who is on duty: /complaint settings.',
      ].join('\n'),
    )
    expect(await asked('li', '列表')).toContain('还没有客诉。')
  })

  it('finds what the filters mean, the most urgent first', async () => {
    await fileOne(house, { what: 'The router has no signal.', type: 'product', product: 'Router 7' })
    await fileOne(house, { severity: 1, type: 'service' })
    await fileOne(house, { confidential: true })
    await house.as('mei').command('/complaint assign C-1 <@ana>')
    const found = async (who: string, typed: string) =>
      [...(await asked(who, `list ${typed}`)).matchAll(/^C-0+(\d+) /gmu)].map(([, number]) => Number(number))

    expect(await found('ana', '')).toEqual([2, 1])
    expect(await found('ben', '')).toEqual([2, 3, 1])
    expect(await found('kai', '')).toEqual([2, 3, 1])
    expect(await found('ana', 'mine')).toEqual([1])
    expect(await found('ana', 's1')).toEqual([2])
    expect(await found('ana', '产品')).toEqual([1])
    expect(await found('ana', 'No SIGNAL')).toEqual([1])
    expect(await found('ana', 'product:router')).toEqual([1])
    expect(await found('ana', '100%')).toEqual([])
    expect(await found('ana', '<@ben>')).toEqual([2])
    expect(await found('ana', 'closed')).toEqual([])
    await house.advanceTo('2026-03-02T08:40:00Z')
    expect(await found('ana', '超时')).toEqual([2])
    expect(await asked('ana', 'list')).toContain('2 found, 1 yours, 1 breached')
    await house.as('ana').command('/complaint pause C-1 the customer is away')
    expect(await asked('ana', 'list mine')).toContain('Router 7 · Ana · paused')
  })

  it('turns pages with the filters', async () => {
    for (let at = 0; at < 17; at++) await fileOne(house, { type: at === 0 ? 'product' : 'billing' })

    const first = await house.as('ana').command('/complaint list billing')
    const second = await house.as('ana').press(cardOf(first), 'More')

    expect(saidIn(first)).toContain('16 found, 0 yours, 0 breached · 1–15')
    expect(saidIn(second)).toContain('16 found, 0 yours, 0 breached · 16–16')
    expect(labelsIn(second)).not.toContain('More')
    expect(saidIn(await house.as('ana').press(cardOf(second), 'C-000002'))).toContain('C-000002 · Zhang Wei')
  })
})

describe('/complaint history', () => {
  it('tells who did what, when in the time of the reader, and from where', async () => {
    const complaint = await fileOne(house)
    await house.as('li').command(`/complaint note ${refOf(complaint)} 客户来电`)

    expect(await asked('li', `历史 ${refOf(complaint)}`)).toBe(
      [
        'C-000001 的经过',
        '2026年3月2日（周一）16:00 · Ana 登记了这件客诉',
        '2026年3月2日（周一）16:00 · Li 添加了备注：客户来电',
        '时间按你所在的时区（Asia/Shanghai）显示。',
      ].join('\n'),
    )
  })

  it('has what happened to a complaint before it was merged into this one, page by page', async () => {
    const [one, other] = [await fileOne(house), await fileOne(house)]
    await house.as('ana').command(`/complaint note ${refOf(one)} He called twice.`)
    await house.db.complaint.update({ where: { id: one.id }, data: { state: 'merged', mergedIntoId: other.id } })
    for (let at = 0; at < 20; at++) await house.as('ana').command(`/complaint note ${refOf(other)} call ${at}`)

    const first = await house.as('ana').command(`/complaint history ${refOf(other)}`)
    const second = await house.as('ana').press(cardOf(first), 'Later')

    expect(saidIn(first)).toContain('1–20 of 23')
    expect(saidIn(first)).toContain('[C-000001] Ana noted: He called twice.')
    expect(saidIn(second)).toContain('Ana noted: call 19')
    expect(saidIn(await house.as('ana').press(cardOf(second), 'Earlier'))).toContain('Ana noted: call 0')
  })
})

describe('/complaint export', () => {
  const fileFor = (who: string) => textOf(house.directTo(who).findLast(({ file }) => file)?.file)

  it('comes as a direct message, and says so where it was asked', async () => {
    await fileOne(house, { customer: { name: '=cmd()', contact: 'x@customer.example' }, product: 'A, "B"' })

    expect(await asked('ana', 'export', 'general')).toBe('\nI have sent you the file in a direct message.')
    const [head = '', line = '', end] = fileFor('ana').split('\r\n')
    expect(head.startsWith('\uFEFFreference,state,severity,type,product,customer,owner,received')).toBe(true)
    expect(line).toBe(
      `C-000001,received,S3,billing,"A, ""B""",'=cmd(),Ben,2026-03-02T08:00:00Z,,,,2026-03-03T08:00:00Z,0,,2026-03-04T08:00:00Z,0,,,,`,
    )
    expect(end).toBe('')
    expect(house.inChannel('general')).toEqual([])
    const entry = await house.db.auditEntry.findFirstOrThrow({ where: { action: 'complaint.exported' } })
    expect(entry.detail).toEqual({ count: 1 })
  })

  it('has contact data for administrators, and confidential ones for those who may see them', async () => {
    await fileOne(house)
    await fileOne(house, { confidential: true })

    await house.as('ana').command('/complaint export')
    await house.as('mei').command('/complaint export')

    expect(fileFor('ana')).not.toMatch(/zhang@customer|C-000002/)
    expect(fileFor('mei').match(/zhang@customer/g)).toHaveLength(2)
    expect(await asked('ana', 'export closed')).toBe('\nNo complaint fits, so there is nothing to export.')
  })
})

it('draws nothing that cannot be pressed', async () => {
  const filed = await fileOne(house)
  await house.as('ben').command(`/complaint acknowledge ${refOf(filed)}`)

  const shown = [
    cardOf(await house.as('ben').command(`/complaint show ${refOf(filed)}`)),
    cardOf(await house.as('ben').command('/complaint list')),
    ...house.chat.messages.map(({ card }) => card),
  ]
  const actions = shown
    .flatMap(({ blocks }) => blocks)
    .flatMap((block) => (block.kind === 'buttons' ? block.buttons.map(({ action }) => action) : []))
    .filter((action) => action.startsWith('complaint.'))

  expect(shown.map(wordsOf).join('\n')).toContain('Investigate')
  expect([...new Set(actions)].filter((action) => !flow.buttons[action.slice('complaint.'.length)])).toEqual([])
})
