import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { cardOf, formOf, type House } from '../../support/house.ts'
import { wordsOf } from '../../support/words.ts'
import { answer, cardsIn, cardWordsOf, digestsIn, openOffice, saidIn, setUpDaily, toldTo } from './office.ts'

describe('pausing and resuming', () => {
  let house: House
  beforeEach(async () => {
    house = await openOffice()
    await setUpDaily(house)
  })
  afterEach(() => house.close())

  it('asks nobody while it is paused, and goes on afterwards', async () => {
    await house.as('ben').command('/standup pause')
    await house.advanceTo('2026-03-03T12:00:00Z')
    expect(house.chat.messages).toEqual([])

    expect(saidIn(await house.as('ben').command('/standup resume'))).toContain('Next time: Wed, 4 Mar 2026, 09:00.')
    await house.advanceTo('2026-03-04T08:00:00Z')
    expect(cardsIn(house)).toHaveLength(1)
    expect(toldTo(house, 'ben', 'I was not running')).toEqual([])
  })

  it('lets what is on now go on to its digest', async () => {
    await house.advanceTo('2026-03-02T08:01:00Z')
    await house.as('ben').command('/standup pause')
    await answer(house, 'ben', 'Done')
    await house.advanceTo('2026-03-02T08:20:00Z')

    expect(digestsIn(house)).toHaveLength(1)
  })

  it('says when there is nothing to pause or to resume', async () => {
    expect(saidIn(await house.as('ben').command('/standup resume'))).toContain('Daily is not paused.')
    await house.as('ben').command('/standup pause')
    expect(saidIn(await house.as('mei').command('/standup 暂停'))).toContain('“Daily”已经暂停。')
  })

  it('is for its lead and administrators', async () => {
    for (const command of ['pause', 'resume', 'delete', 'start']) {
      expect(saidIn(await house.as('ana').command(`/standup ${command} Daily`))).toContain('Only its lead, Ben')
    }
  })
})

describe('deleting', () => {
  let house: House
  beforeEach(async () => {
    house = await openOffice()
    await setUpDaily(house)
  })
  afterEach(() => house.close())

  const deleteDaily = async () => {
    const asked = cardOf(await house.as('ben').command('/standup delete'))
    return { asked, reply: await house.as('ben').press(asked, 'Delete') }
  }

  it('asks first, and then it is gone', async () => {
    const { asked, reply } = await deleteDaily()

    expect(wordsOf(asked)).toContain('Delete Daily?')
    expect(reply).toMatchObject({ kind: 'card', replaces: true })
    expect(saidIn(await house.as('ben').command('/standup list'))).toContain('There is no stand-up yet.')
    await house.advanceTo('2026-03-03T12:00:00Z')
    expect(house.chat.messages).toEqual([])
  })

  it('ends what is on: its cards say so, nobody can answer and no digest comes', async () => {
    await house.advanceTo('2026-03-02T08:01:00Z')
    const form = formOf(await house.as('mei').command('/standup answer'))
    const before = structuredClone(cardsIn(house)[0]!.card)

    const { asked } = await deleteDaily()

    expect(wordsOf(asked)).toContain('It is on right now')
    expect(cardWordsOf(house)).toContain('Daily was deleted.')
    expect(wordsOf(house.directTo('mei')[0]!.card)).toContain('“Daily”已删除')
    expect(saidIn(await house.as('ben').press(before, 'Answer'))).toContain('Daily was deleted meanwhile.')
    const late = await house.as('mei').submit(form, { [form.fields[0]!.name]: '报告' })
    expect(late).toEqual({ kind: 'invalid', errors: { '': '“Daily”已被删除。' } })
    await house.advanceTo('2026-03-02T12:00:00Z')
    expect(digestsIn(house)).toEqual([])
  })

  it('takes back all that it promised', async () => {
    await house.advanceTo('2026-03-02T08:01:00Z')
    await deleteDaily()

    expect(await house.db.timer.findMany({ where: { firedAt: null, cancelledAt: null } })).toEqual([])
  })

  it('frees the name', async () => {
    await deleteDaily()
    expect((await setUpDaily(house)).kind).toBe('card')
  })

  it('stays in the trail', async () => {
    await deleteDaily()
    expect(await house.db.auditEntry.count({ where: { action: 'standup.deleted' } })).toBe(1)
  })
})

describe('starting by hand', () => {
  let house: House
  beforeEach(async () => {
    house = await openOffice()
    await setUpDaily(house)
  })
  afterEach(() => house.close())

  it('asks now, and not again at the usual time', async () => {
    expect(saidIn(await house.as('ben').command('/standup start'))).toContain('Daily has started.')
    await house.advanceTo('2026-03-02T09:00:00Z')

    expect(cardsIn(house).map(({ at }) => at.toString())).toEqual(['2026-03-02T07:00:00Z'])
    await house.advanceTo('2026-03-03T08:00:00Z')
    expect(cardsIn(house)).toHaveLength(2)
  })

  it('holds one a day, whoever presses and however often', async () => {
    const [first, second] = await Promise.all([
      house.as('ben').command('/standup start'),
      house.as('mei').command('/standup start Daily'),
    ])

    expect([saidIn(first), saidIn(second)].filter((said) => /has started|已开始/.test(said))).toHaveLength(1)
    expect(cardsIn(house)).toHaveLength(1)
    await house.advanceTo('2026-03-02T12:00:00Z')
    expect(saidIn(await house.as('ben').command('/standup start'))).toContain('has already been held')
  })

  it('asks on any day, at once and in every zone', async () => {
    await setUpDaily(house, { name: 'Wide', zoneMode: 'member', participants: ['mei', 'ana'], channel: 'team' })
    await house.db.member.updateMany({ data: { workingDays: [1, 2, 3, 4, 5, 6, 7] } })
    await house.advanceTo('2026-03-07T10:00:00Z')

    await house.as('ben').command('/standup start Wide')

    expect(wordsOf(cardsIn(house, 'team').at(-1)!.card)).toContain('Not yet: Ana, Mei')
  })

  it('has nobody to ask when everybody is away', async () => {
    await house.advanceTo('2026-03-07T10:00:00Z')

    expect(saidIn(await house.as('ben').command('/standup start'))).toContain('Everybody in Daily is away today')
  })
})

describe('which stand-up is meant', () => {
  let house: House
  beforeEach(async () => {
    house = await openOffice()
    await setUpDaily(house)
    await setUpDaily(house, { name: 'Design crit', channel: 'team', participants: ['mei', 'ana'] })
    await setUpDaily(house, { name: 'Design review', channel: 'team', participants: ['mei'] })
  })
  afterEach(() => house.close())

  const titleOf = async (who: string, typed: string, channel?: string) =>
    cardOf(await house.as(who).command(`/standup show ${typed}`, channel)).summary

  it('is the one that is named, in any case and by how it begins', async () => {
    expect(await titleOf('ben', 'dAILY')).toBe('Daily')
    expect(await titleOf('ben', '"design crit"')).toBe('Design crit')
    expect(await titleOf('ben', 'design r')).toBe('Design review')
  })

  it('is the one of this channel, or the only one of mine', async () => {
    expect(await titleOf('mei', '', 'general')).toBe('Daily')
    expect(await titleOf('ana', '', 'team')).toBe('Design crit')
    expect(await titleOf('ana', '')).toBe('Design crit')
  })

  it('is asked for when it could be several', async () => {
    const card = cardOf(await house.as('mei').command('/standup status', 'team'))
    expect(wordsOf(card)).toContain('[Design crit] [Design review]')

    expect(saidIn(await house.as('mei').press(card, 'Design crit'))).toContain('“Design crit”今天没有进行。')
  })

  it('is suggested when the name is unknown', async () => {
    expect(await titleOf('ben', 'Dialy')).toBe('There is no stand-up called “Dialy”. Did you mean “Daily”?')
    expect(await titleOf('ben', 'design')).toContain(
      'Several stand-ups begin with “design”: Design crit, Design review.',
    )
    expect(await titleOf('mei', 'xyzzy')).toBe('没有名为“xyzzy”的站会。用 /standup list 查看全部。')
  })

  it('can be picked from the list', async () => {
    const list = cardOf(await house.as('ana').command('/standup list'))

    expect(wordsOf(list)).toContain('Design crit – Mon–Fri at 09:00, Europe/Berlin · you take part')
    expect(saidIn(await house.as('ana').press(list, 'Daily'))).toContain('Lead: Ben')
  })
})
