import { Temporal } from 'temporal-polyfill'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { cardOf, errorsOf, formOf, type House } from '../support/house.ts'
import { wordsOf } from '../support/words.ts'
import { alerts, calm, cardIn, cleared, fires, openWatch, posted, raised, set, told } from './watch.ts'

let house: House
beforeEach(async () => {
  house = await openWatch()
})
afterEach(() => house.close())

describe('a rule that fires', () => {
  it('opens one alert, posted in its channel and told to its owner, and counts up on it', async () => {
    await fires(house)
    await fires(house)
    await fires(house, { firings: 3 })

    expect(await alerts(house)).toMatchObject([{ number: 1, state: 'open', firings: 3 }])
    expect(posted(house)).toHaveLength(1)
    expect(posted(house)[0]).toContain(
      '🟠 A-1 Sales\nSales are low.\nhigh · owner Ben · since Mon, 2 Mar 2026, 09:00 · fired 3 times',
    )
    expect(told(house, 'ben')).toHaveLength(1)
    expect(told(house, 'ben')[0]).toContain('fired 3 times')
  })

  it('goes up the chain in each reader’s language until somebody takes it', async () => {
    await fires(house)
    await house.advanceTo('2026-03-02T09:00:00Z')
    await house.as('mei').press(house.as('mei').lastDirect().card, '我来处理')
    await house.advanceTo('2026-03-02T20:00:00Z')

    expect(told(house, 'mei')).toEqual([expect.stringContaining('销售额偏低。')])
    expect(told(house, 'ada')).toEqual([])
    expect(posted(house)[0]).toContain('Mei has taken it.')
    expect(await alerts(house)).toMatchObject([{ state: 'acknowledged' }])
  })

  it('tells the owner at once, whatever its policy begins with', async () => {
    await house.as('ada').command('/ops policy')
    const policy = await house.db.escalationPolicy.findFirstOrThrow()
    const steps = [{ after: 60, clock: 'calendar', tell: { to: 'manager' } }]
    await house.db.escalationPolicyVersion.updateMany({ data: { steps } })
    await set(house, { highPolicyId: policy.id })
    await fires(house)

    expect(told(house, 'ben')).toHaveLength(1)
    expect(told(house, 'mei')).toEqual([])
    await house.advanceTo('2026-03-02T09:00:00Z')
    expect(told(house, 'mei')).toHaveLength(1)
  })

  it('ends by itself when the rule is calm, everywhere it was told', async () => {
    await fires(house)
    await calm(house)
    await calm(house)
    await house.advanceTo('2026-03-02T20:00:00Z')

    expect(await alerts(house)).toMatchObject([{ state: 'resolved', resolvedById: null }])
    expect(posted(house)[0]).toContain('It is over: the rule is calm again.')
    expect(posted(house)[0]).not.toContain('[')
    expect(told(house, 'ben')[0]).toContain('Resolved.')
    expect(told(house, 'mei')).toEqual([])
  })

  it('is told anew when it matters more than before', async () => {
    await fires(house)
    await house.as('ben').press(cardIn(house), 'I take it')
    await fires(house, { severity: 'critical' })

    expect(await alerts(house)).toMatchObject([{ state: 'open', severity: 'critical', number: 1 }])
    expect(posted(house)).toEqual([expect.stringContaining('🔴 A-1'), expect.stringContaining('🔴 A-1')])
    expect(told(house, 'ben')).toHaveLength(2)
    await house.advanceTo('2026-03-02T08:21:00Z')
    expect(told(house, 'mei')).toHaveLength(1)
  })

  it('goes on with another owner when what it is about has one', async () => {
    await fires(house)
    await fires(house, { owner: 'mei' })
    await house.advanceTo('2026-03-02T09:01:00Z')

    expect(await alerts(house)).toMatchObject([{ ownerId: (await house.member('mei')).id }])
    expect(told(house, 'ada')).toHaveLength(1)
  })

  it('opens one alert when two say so at the same moment', async () => {
    await Promise.all([fires(house), fires(house), fires(house, { firings: 2 })])

    expect(await alerts(house)).toHaveLength(1)
    expect(told(house, 'ben')).toHaveLength(1)
  })
})

describe('what somebody does with an alert', () => {
  it('is taken by one, who is named to whoever comes second', async () => {
    await fires(house)
    const card = cardIn(house)
    await house.as('zoe').press(card, 'I take it')
    const second = await house.as('ana').press(card, 'I take it')

    expect(wordsOf(cardOf(second))).toContain('Zoe has A-1 already')
    expect(posted(house)[0]).toContain('Zoe has taken it.')
    await house.advanceTo('2026-03-02T10:00:00Z')
    expect(told(house, 'mei')).toEqual([])
  })

  it('is assigned to somebody, who is told', async () => {
    await fires(house)
    const shown = cardOf(await house.as('ben').command('/risk alerts A-1'))
    const form = formOf(await house.as('ben').press(shown, 'Assign'))
    await house.as('ben').submit(form, { to: 'ana' })

    expect(told(house, 'ana')).toHaveLength(1)
    expect(posted(house)[0]).toContain('Ana has taken it.')
    expect(errorsOf(await house.as('ben').submit(form, { to: 'ana' })).to).toContain('Ana has A-1 already')
  })

  it('carries the notes that people write', async () => {
    await fires(house)
    const form = formOf(await house.as('ana').press(cardIn(house), 'Write a note'))
    expect(errorsOf(await house.as('ana').submit(form, { text: ' ' })).text).toContain('write something')
    expect(errorsOf(await house.as('ana').submit(form, { text: '长'.repeat(12_000) })).text).toContain('12000')
    await house.as('ana').submit(form, { text: 'The shop is *closed* today.' })

    expect(posted(house)[0]).toContain('Ana, Mon, 2 Mar 2026, 09:00:\nThe shop is *closed* today.')
    expect(told(house, 'ben')[0]).toContain('The shop is *closed* today.')
  })

  it('is resolved with a cause by whoever may, and opens anew with the next firing only', async () => {
    await fires(house)
    expect(wordsOf(cardOf(await house.as('zoe').press(cardIn(house), 'Resolve')))).toContain('can be resolved by Ben')
    const form = formOf(await house.as('mei').press(cardIn(house), 'Resolve'))
    await house.as('mei').submit(form, { text: '假日' })
    await fires(house)

    expect(posted(house)).toEqual([expect.stringContaining('Mei has resolved it: 假日')])
    await fires(house, { firings: 2 })
    expect(await alerts(house)).toMatchObject([{ state: 'resolved' }, { number: 2, state: 'open' }])
    expect(told(house, 'ben')).toHaveLength(2)
  })

  it('lists what is open, the worst first, and says what to do where nothing is', async () => {
    const list = async (who: string, words = '') =>
      wordsOf(cardOf(await house.as(who).command(`/risk alerts ${words}`)))
    expect(await list('ben')).toContain('No alert is open.')
    await fires(
      house,
      { rule: 'a', about: 'Calls', severity: 'low' },
      { rule: 'b', about: 'Fire', severity: 'critical' },
    )

    expect(await list('zoe')).toMatch(/Fire[\s\S]*Calls/)
    expect(await list('zoe', 'mine')).toContain('No alert is yours.')
    expect(await list('zoe', 'critical')).not.toContain('Calls')
    expect(await list('mei', '低')).toContain('Calls')
    expect(await list('mei', '已结束')).toContain('当前没有预警')
    expect(await list('zoe', 'A-77')).toContain('There is no alert “A-77”')
  })
})

describe('a muted alert', () => {
  const muted = { until: 'x' as never, reason: 'Stocktaking' }
  const until = (iso: string) => ({ ...muted, until: instant(iso) })

  it('is counted and not told, and told once when the mute ends while it fires', async () => {
    await fires(house, { muted: until('2026-03-02T12:00:00Z') })
    await fires(house, { firings: 2, muted: until('2026-03-02T12:00:00Z') })
    await house.advanceTo('2026-03-02T11:59:00Z')
    expect([posted(house), told(house, 'ben')]).toEqual([[], []])
    expect(wordsOf(cardOf(await house.as('ben').command('/risk alerts')))).toContain(
      'Muted until Mon, 2 Mar 2026, 13:00: Stocktaking',
    )

    await house.advanceTo('2026-03-02T12:00:00Z')
    await fires(house, { firings: 2 })
    await house.advanceTo('2026-03-02T12:20:00Z')
    expect(posted(house)).toEqual([expect.stringContaining('fired 2 times')])
    expect(told(house, 'ben')).toHaveLength(1)
  })

  it('is not told when it was calm before the mute ends', async () => {
    await fires(house, { muted: until('2026-03-02T12:00:00Z') })
    await calm(house)
    await house.advanceTo('2026-03-02T14:00:00Z')

    expect([posted(house), told(house, 'ben')]).toEqual([[], []])
  })

  it('stops looking for somebody when it is muted meanwhile, and begins again afterwards', async () => {
    await fires(house)
    await fires(house, { muted: until('2026-03-02T12:00:00Z') })
    await house.advanceTo('2026-03-02T11:00:00Z')
    expect(told(house, 'mei')).toEqual([])
    expect(posted(house)[0]).toContain('Muted until')

    await house.advanceTo('2026-03-02T12:00:00Z')
    await house.wake()
    expect(told(house, 'ben')).toHaveLength(2)
    expect(posted(house)).toHaveLength(2)
  })
})

describe('a rule that is calm and fires again', () => {
  it('is the same alert within the hour, and nobody hears of it 500 times', async () => {
    for (let flip = 0; flip < 125; flip++) {
      const at = instant('2026-03-02T08:00:00Z').add({ seconds: Math.floor(flip * 14.4) })
      if (flip % 10 === 0) await house.advanceTo(at.toString())
      else house.sleepUntil(at.toString())
      await raised(house)
      if (flip % 10 === 0) await house.wake()
      await cleared(house)
    }
    await house.wake()

    expect(await alerts(house)).toMatchObject([{ comebacks: 124, state: 'resolved' }])
    expect(posted(house)).toHaveLength(1)
    expect(told(house, 'ben').length).toBeLessThanOrEqual(3)
  }, 60_000)

  it('looks for somebody again when it stays', async () => {
    await fires(house)
    await calm(house)
    await house.advanceTo('2026-03-02T08:10:00Z')
    await fires(house)
    await house.advanceTo('2026-03-02T08:24:00Z')
    expect(told(house, 'ben')).toHaveLength(1)
    expect(posted(house)[0]).toContain('people are told again at 09:25')
    await house.advanceTo('2026-03-02T08:25:00Z')
    await house.wake()

    expect(told(house, 'ben')).toHaveLength(2)
    await house.advanceTo('2026-03-02T09:25:00Z')
    expect(told(house, 'mei')).toHaveLength(1)
  })

  it('is a new alert when it was calm for an hour', async () => {
    await fires(house)
    await calm(house)
    await house.advanceTo('2026-03-02T09:00:00Z')
    await fires(house)

    expect(await alerts(house)).toMatchObject([{ state: 'resolved' }, { state: 'open', number: 2 }])
    expect(told(house, 'ben')).toHaveLength(2)
  })
})

describe('a storm', () => {
  const many = (count: number, from = 0) =>
    Array.from({ length: count }, (_, at) => ({
      rule: `rule-${from + at}`,
      about: `Line ${from + at}`,
      severity: at % 10 === 7 ? ('critical' as const) : ('high' as const),
      owner: at % 2 === 0 ? 'ben' : 'zoe',
    }))

  it('is told as one message, what is critical apart and first, and once to each owner by severity', async () => {
    await fires(house, ...many(30))
    await house.advanceTo('2026-03-02T08:00:30Z')
    await fires(house, ...many(10, 30))

    expect(posted(house)).toHaveLength(1)
    expect(posted(house)[0]).toMatch(/40 alerts at once[\s\S]*Critical \(4\)[\s\S]*Line 37[\s\S]*Others \(36\)/)
    expect(told(house, 'ben')).toEqual([expect.stringContaining('20 of these alerts are yours')])
    expect(told(house, 'zoe').map((words) => words.split('\n')[0])).toEqual(
      expect.arrayContaining(['4 of these alerts are yours', '16 of these alerts are yours']),
    )
  })

  it('is over after a minute without another one', async () => {
    await fires(house, ...many(30))
    await house.advanceTo('2026-03-02T08:02:00Z')
    await fires(house, { rule: 'later' })

    expect(posted(house)).toEqual([expect.stringContaining('30 alerts at once'), expect.stringContaining('A-31')])
  })

  it('ends with the last of its alerts, and what somebody takes of it is theirs alone', async () => {
    await fires(house, ...many(30).filter(({ owner }) => owner === 'ben'))
    const one = cardOf(await house.as('ben').command('/risk alerts A-1'))
    await house.as('ana').press(one, 'I take it')
    expect(told(house, 'ben')[0]).toContain('14 of these alerts are yours')
    expect(posted(house)[0]).toMatch(/A-1 Line 0 · Ana · taken/)
    for (const { rule } of many(30)) await calm(house, { rule })

    await house.advanceTo('2026-03-02T10:00:00Z')
    expect(told(house, 'mei')).toEqual([])
    expect((await alerts(house)).every(({ state }) => state === 'resolved')).toBe(true)
    expect(await house.db.escalation.count({ where: { state: { not: 'resolved' } } })).toBe(0)
  })

  it('is taken as a whole by one press', async () => {
    await fires(house, ...many(30).filter(({ owner }) => owner === 'ben'))
    await house.as('ben').press(house.as('ben').lastDirect().card, 'I take it')

    expect((await alerts(house)).every(({ state }) => state === 'acknowledged')).toBe(true)
  })
})

describe('how alerts are told', () => {
  it('is decided by administrators and the second line, and forms out of date are told so', async () => {
    const refused = wordsOf(cardOf(await house.as('ben').command('/risk alerts settings')))
    const form = formOf(await house.as('ada').command('/risk alerts settings'))
    expect(refused).toContain('second line')
    expect(errorsOf(await house.as('ada').submit(form, { storm: '0' })).storm).toContain('1 to 1000')
    const saved = wordsOf(cardOf(await house.as('ada').submit(form, { storm: '3', channel: 'general' })))
    expect(saved).toContain('3 a minute')
    expect(errorsOf(await house.as('ada').submit(form, { storm: '4', channel: 'general' }))['']).toContain('meanwhile')
    await fires(house)

    expect(posted(house, 'general')).toHaveLength(1)
  })
})

const instant = (iso: string) => Temporal.Instant.from(iso)
