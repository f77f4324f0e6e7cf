import { Temporal } from 'temporal-polyfill'
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { standup } from '../../../src/flows/standup/flow.ts'
import { act } from '../../../src/world.ts'
import type { House } from '../../support/house.ts'
import { textOf } from '../../support/remembering-chat.ts'
import { answer, openOffice, saidIn, setUpDaily } from './office.ts'

describe('history and export', () => {
  let house: House
  beforeAll(async () => {
    house = await openOffice()
    await setUpDaily(house, { questions: 'Done?\nFeeling? [mood]' })
    for (const day of [2, 3, 4]) {
      await house.advanceTo(`2026-03-0${day}T08:01:00Z`)
      await answer(house, 'ben', `=SUM(1,${day})\n"quoted"`, '5')
      if (day === 2) await answer(house, 'mei', '报告')
      await house.advanceTo(`2026-03-0${day}T09:00:00Z`)
    }
  })
  afterAll(() => house.close())

  it('shows the participation of the team by name', async () => {
    const said = saidIn(await house.as('mei').command('/standup history'))

    expect(said).toContain('举行: 3 次\n参与率: 67%')
    expect(said).toContain('Ben | 3/3 | 100% | 3\nMei | 1/3 | 33% | 0')
  })

  it('shows one member day by day', async () => {
    const said = saidIn(await house.as('ben').command('/standup history <@mei> 7'))

    expect(said).toContain('Mei in Daily')
    expect(said).toContain('Wed, 4 Mar | missed\nTue, 3 Mar | missed\nMon, 2 Mar | answered')
  })

  it.each([
    ['/standup history 0', 'The number of days must be between 1 and 366.'],
    ['/standup history <@ben> <@mei>', 'Name one member only.'],
    ['/standup history <@ana>', 'Ana does not take part in Daily.'],
    ['/standup export 2026-03-05 2026-03-01', 'The last day must not be before the first one.'],
    ['/standup export 2020-01-01 2026-03-01', 'At most 366 days go into one file.'],
    ['/standup export Daily 2026-13-01', 'I can’t read “2026-13-01” as a date.'],
    ['/standup export 2025-01-01 2025-02-01', 'Daily has no answers in this time.'],
  ])('answers %s with a clear sentence', async (typed, words) => {
    expect(saidIn(await house.as('ben').command(typed))).toContain(words)
  })

  it('is for those who take part, the lead and administrators', async () => {
    for (const command of ['history', 'export']) {
      expect(saidIn(await house.as('ana').command(`/standup ${command} Daily`))).toContain('Only those who take part')
    }
  })

  it('sends all answers privately as a file that no spreadsheet runs', async () => {
    const reply = await house.as('mei').command('/standup 导出 2026-03-02 2026-03-03', 'general')

    const { file, card } = house.as('mei').lastDirect()
    expect(saidIn(reply)).toContain('文件会私下发给你。')
    expect(card.summary).toBe('“Daily”的回答（文件）')
    expect(file?.name).toBe('standup-2026-03-02-2026-03-03.csv')
    expect(textOf(file).split('\r\n').slice(0, 3)).toEqual([
      '\uFEFF日期,站会,成员,问题,回答,回答时间',
      `2026-03-02,Daily,${['Ben', 'Done?', `"'=SUM(1,2)\n""quoted"""`, '2026-03-02T08:01:00Z'].join(',')}`,
      '2026-03-02,Daily,Ben,Feeling?,😀 很好,2026-03-02T08:01:00Z',
    ])
  })
})

describe('what will be asked of a member', () => {
  let house: House
  beforeEach(async () => {
    house = await openOffice()
  })
  afterEach(() => house.close())

  const upcomingOf = async (who: string) => {
    const member = await house.member(who)
    const until = Temporal.Instant.from('2026-03-07T00:00:00Z')
    const all = await act(house.world, house.workspace, async (ctx) => standup.upcoming!(ctx, member, until))
    return all.map(({ at, what }) => `${at.toString().slice(0, 16)} ${what}`)
  }

  it('leaves out days away and what is skipped', async () => {
    await setUpDaily(house)
    const { id } = await house.member('mei')
    const absence = { memberId: id, fromDate: new Date('2026-03-03'), toDate: new Date('2026-03-04') }
    await house.db.absence.create({ data: absence })
    await house.as('mei').command('/standup skip')

    expect(await upcomingOf('mei')).toEqual(['2026-03-05T08:00 Daily', '2026-03-06T08:00 Daily'])
    expect(await upcomingOf('ben')).toHaveLength(5)
    expect(await upcomingOf('ana')).toEqual([])
  })

  it('knows what is on already and still to come in one’s own zone', async () => {
    await house.advanceTo('2026-03-05T20:00:00Z')
    await setUpDaily(house, { zoneMode: 'member', participants: ['mei', 'ana'] })
    await house.advanceTo('2026-03-06T02:00:00Z')

    expect(await upcomingOf('ana')).toEqual(['2026-03-06T14:00 Daily'])
    expect(await upcomingOf('mei')).toEqual([])
  })

  it('is nothing while it is paused', async () => {
    await setUpDaily(house)
    await house.as('ben').command('/standup pause')

    expect(await upcomingOf('ben')).toEqual([])
  })
})
