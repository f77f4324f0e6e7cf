import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import type { Block, Card } from '../../../src/chat/card.ts'
import { plain } from '../../../src/chat/text.ts'
import type { Reply } from '../../../src/flow.ts'
import type { Profile } from '../../../src/platform.ts'
import { INSTALLATION } from '../../support/acting.ts'
import { cardOf, type House } from '../../support/house.ts'
import { wordsOf } from '../../support/words.ts'
import { openLivedOffice, openQuietOffice } from './office.ts'

let house: House
afterEach(() => house.close())

const blocks = <Kind extends Block['kind']>(card: Card, kind: Kind) =>
  card.blocks.filter((block): block is Extract<Block, { kind: Kind }> => block.kind === kind)
const first = <Kind extends Block['kind']>(card: Card, kind: Kind) => blocks(card, kind)[0]
const asked = async (line: string, who = 'ben', channel?: string) => cardOf(await house.as(who).command(line, channel))
const said = async (line: string, who = 'ben') => wordsOf(await asked(line, who))
/** The commands that a report names for more. */
const commandsIn = (card: Card): string[] =>
  blocks(card, 'context').flatMap(({ text }) => (plain(text).startsWith('/') ? plain(text) : []))
const fileOf = (reply: Reply): string =>
  reply.kind === 'card' && reply.file && 'text' in reply.file ? reply.file.text : ''

const filed = async (who: string) => fileOf(await house.as(who).command('/ops report file'))

describe('the report on last week', () => {
  beforeEach(async () => {
    house = await openLivedOffice()
  })

  it('has the numbers that its own commands show', async () => {
    const report = await asked('/ops report')
    const [standup = '', complaint = '', , map = '', kpis = '', walks = ''] = commandsIn(report)

    const history = blocks(await asked(standup), 'facts')[0]?.facts.map(({ value }) => plain(value))
    expect(first(report, 'table')?.rows).toEqual([['Daily', history?.[0], '1/10', history?.[1]]])
    expect(first(report, 'facts')).toEqual(first(await asked(complaint), 'facts'))
    expect(wordsOf(report)).toContain('O-1 Delight our customers · 0.00 → 0.40')
    expect(wordsOf(await asked('/okr show O-1'))).toContain('0.40')
    const levels = first(await asked(map), 'text')
    expect(levels && plain(levels.text)).toContain('high 1')
    expect(report.blocks).toContainEqual(levels)
    const out = first(await asked(kpis), 'list')
    expect(out?.items.map(plain).join()).toContain('84 orders (before: 120 orders)')
    expect(report.blocks).toContainEqual(out)
    const listed = first(await asked(walks), 'list')
    expect(report.blocks).toContainEqual(listed)
    expect(listed?.items.length).toBeGreaterThan(2)
  })

  it('tells each reader what they may know, and a channel what everybody may', async () => {
    const [ana, ben, kai, ada] = [await filed('ana'), await filed('ben'), await filed('kai'), await filed('ada')]
    expect(ana).toContain('Quietly sell the company · 0.00 → 0.90')
    expect(ben).not.toContain('Quietly')
    expect(kai).toContain('<dt>Received</dt><dd>1</dd>')
    expect(kai).not.toContain('C-000002')
    expect(ada).toContain('<dt>Received</dt><dd>2</dd>')
    expect(ada).toContain('C-000002')

    const preview = await asked('/ops report <#ops>', 'ada')
    await house.as('ada').press(preview, 'Post in #ops')
    await house.settle()
    const [posted] = house.inChannel('ops')
    const words = posted ? wordsOf(posted.card) : ''
    expect(words).toContain('Received: 1')
    expect(words).toContain('Asked for by Ada')
    expect(words).not.toMatch(/Quietly|C-000002/)
    expect(wordsOf(preview)).toContain('Received: 1')
    expect(posted?.file).toMatchObject({ name: 'report-2026-10-05-2026-10-11.png' })
  })

  it('goes to a colleague in their language, with what they may see', async () => {
    expect(await said('/ops report <@mei>', 'ada')).toContain('on its way to Mei')
    await house.settle()
    const words = wordsOf(house.directTo('mei').at(-1)?.card as Card)
    expect(words).toContain('运营报告')
    expect(words).toContain('接收: 1')
    expect(await said('/ops report <@guest>')).toContain('don’t know this person')
    expect(await said('/ops report', 'guest')).toContain('guests cannot use it')
  })

  it('is a file that needs nothing else and lets nobody’s words become markup', async () => {
    const file = await filed('ben')

    expect(file).toContain('<h2>Stand-ups</h2>')
    expect(file.match(/<svg /g)).toHaveLength(3)
    expect(file).toContain('&lt;b&gt;supplier&lt;/b&gt;')
    expect(file).not.toMatch(/<script|<b>supplier|(src|href)=/)
  })
})

describe('the report on a quiet week', () => {
  beforeEach(async () => {
    house = await openQuietOffice()
  })

  it('has no section without something to say, and no picture of nothing', async () => {
    const reply = await house.as('ben').command('/ops report')

    expect(wordsOf(cardOf(reply))).toContain('Nothing to report')
    expect(reply).not.toHaveProperty('file')
    expect(fileOf(await house.as('mei').command('/ops 报告 文件'))).toContain('没有可报告的内容')
  })

  it('reads weeks and refuses what is none', async () => {
    expect(await said('/ops report 2026-W40')).toContain('Mon, 28 Sep – Sun, 4 Oct 2026')
    expect(await said('/ops 周报 本周', 'mei')).toContain('2026年10月5日')
    expect(await said('/ops report soonish')).toContain('I can’t read “soonish” as a week')
    expect(await said('/ops report 2026-01-01 2026-09-30')).toContain('at most 92 days')
  })
})

describe('the report every Monday', () => {
  beforeEach(async () => {
    house = await openQuietOffice()
    house.sleepUntil('2026-10-06T06:00:00Z')
  })

  const posts = (place: 'ops' | '@mei') =>
    (place === 'ops' ? house.inChannel('ops') : house.directTo('mei')).filter(({ key }) => /^report\//.test(key))

  it('comes at nine where its readers are, once a week, also after an outage', async () => {
    expect(await said('/ops report mondays me', 'mei')).toContain('首次为 10月12日')
    expect(await said('/ops report mondays me', 'mei')).toContain('已经')
    await asked('/ops report mondays <#ops>', 'ben')

    await house.advanceTo('2026-10-12T00:59:00Z')
    expect(posts('@mei')).toHaveLength(0)
    await house.advanceTo('2026-10-12T01:01:00Z')
    expect(posts('@mei')).toHaveLength(1)
    expect(posts('ops')).toHaveLength(0)
    await house.advanceTo('2026-10-12T08:00:00Z')
    expect(posts('ops')).toHaveLength(1)

    house.sleepUntil('2026-10-21T08:00:00Z')
    await house.wake()
    await house.advanceTo('2026-10-25T20:00:00Z')
    expect(posts('ops').map(({ card }) => card.title)).toEqual([
      'Operations report · Mon, 5 Oct – Sun, 11 Oct 2026',
      'Operations report · Mon, 12 Oct – Sun, 18 Oct 2026',
    ])
    // The clocks go back on the 25th.
    await house.advanceTo('2026-10-26T07:59:00Z')
    expect(posts('ops')).toHaveLength(2)
    await house.advanceTo('2026-10-26T08:01:00Z')
    expect(posts('ops')).toHaveLength(3)
  })

  it('moves with its reader and ends when they leave or the channel closes', async () => {
    await asked('/ops report mondays me', 'mei')
    await asked('/ops report mondays <#ops>', 'ben')
    const profile = { ...house.chat.people.get('mei'), timeZone: 'America/New_York' } as Profile
    const notice = { platform: 'playground', installation: INSTALLATION } as const
    await house.door.notice({ ...notice, kind: 'person-changed', profile })
    await house.advanceTo('2026-10-12T12:59:00Z')
    expect(posts('@mei')).toHaveLength(0)
    await house.advanceTo('2026-10-12T13:01:00Z')
    expect(posts('@mei')).toHaveLength(1)

    await house.door.notice({ ...notice, kind: 'channel-closed', channel: 'ops' })
    await house.settle()
    expect(wordsOf(house.directTo('ben').at(-1)?.card as Card)).toContain('can no longer post in #ops')
    expect(await said('/ops report mondays', 'ben')).not.toContain('#ops\n')
  })

  it('is started for others by administrators only, and stopped by those it concerns', async () => {
    expect(await said('/ops report mondays <@mei>', 'ben')).toContain('Only administrators')
    await asked('/ops report mondays <@mei>', 'ada')
    await asked('/ops report mondays <#ops>', 'ben')

    expect(await said('/ops report mondays <#ops> off', 'ana')).toContain('Only they')
    const list = await asked('/ops report mondays', 'mei')
    expect(wordsOf(list)).toContain('[停止：Mei]')
    expect(wordsOf(list)).not.toContain('[停止：#ops]')
    await house.as('mei').press(list, '停止：Mei')
    expect(await said('/ops report mondays <#ops> off', 'ben')).toContain('no longer')
    await house.advanceTo('2026-10-12T20:00:00Z')
    expect([...posts('@mei'), ...posts('ops')]).toEqual([])
  })
})
