import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { PersonUnreachable } from '../../src/errors.ts'
import { claimDue } from '../../src/timers/claim.ts'
import { fire } from '../../src/timers/fire.ts'
import { INSTALLATION } from '../support/acting.ts'
import { errorsOf, formOf } from '../support/house.ts'
import { cardTo, LADDER, type Office, openOffice, read, stateOf, toldTo, trail, trouble, withPolicy } from './office.ts'

let house: Office
beforeEach(async () => {
  house = await openOffice()
  await withPolicy(house, LADDER, 120)
  await trouble(house)
})
afterEach(() => house.close())

const press = (who: string, label: string) => house.as(who).press(cardTo(house, who), label)
const TAKE_CHINESE = '我来处理'

describe('I take it', () => {
  it('stops the walk, and everybody’s message says who has it', async () => {
    await house.advanceTo('2026-03-02T08:30:00Z')
    await press('mei', TAKE_CHINESE)
    await house.advanceTo('2026-03-02T10:00:00Z')

    expect(toldTo(house, 'mei')).toEqual([expect.stringContaining('已由你接手。\n[转交] [为什么找我？]')])
    expect(toldTo(house, 'ben')).toEqual([expect.stringContaining('Taken by Mei.\n[Why me?]')])
    expect(toldTo(house, 'ada')).toEqual([])
    expect(house.news).toMatchObject([{ kind: 'acknowledged', by: { name: 'Mei' } }])
  })

  it('has one winner when two press at once; the other one is told who', async () => {
    await house.advanceTo('2026-03-02T08:30:00Z')
    const cards = { ben: cardTo(house, 'ben'), mei: cardTo(house, 'mei') }

    const replies = await Promise.all([
      house.as('ben').press(cards.ben, 'I take it'),
      house.as('mei').press(cards.mei, TAKE_CHINESE),
    ])

    const refused = replies.filter(({ kind }) => kind === 'card')
    expect(refused).toHaveLength(1)
    expect(read(refused[0]!)).toMatch(
      /Mei has it, since Mon, 2 Mar 2026, 09:30|Ben 已于 2026年3月2日（周一）09:30 接手/,
    )
    expect((await trail(house)).filter((action) => action === 'acknowledged')).toHaveLength(1)
  })

  it('wins over the step that fires at the same instant, or loses to it, and never both', async () => {
    house.sleepUntil('2026-03-02T08:30:00Z')
    const [claim] = await claimDue(house.db, house.now(), 10)
    const card = cardTo(house, 'ben')

    await Promise.all([house.as('ben').press(card, 'I take it'), fire(house.world, claim!), fire(house.world, claim!)])
    await house.settle()
    await house.advanceTo('2026-03-02T09:59:00Z')

    const told = toldTo(house, 'mei')
    expect((await stateOf(house)).state).toBe('acknowledged')
    expect(told.length).toBeLessThanOrEqual(1)
    for (const words of told) expect(words).toContain('已由 Ben 接手。')
    expect(toldTo(house, 'ada')).toEqual([])
  })

  it('leaves a timer without effect that was claimed before', async () => {
    house.sleepUntil('2026-03-02T08:30:00Z')
    const [claim] = await claimDue(house.db, house.now(), 10)
    await press('ben', 'I take it')

    await fire(house.world, claim!)
    await house.settle()

    expect(toldTo(house, 'mei')).toEqual([])
  })

  it('changes nothing when its flow takes for somebody what another one has', async () => {
    await press('ben', 'I take it')
    await house.as('mei').command('/trouble take')

    expect((await stateOf(house)).holderId).toBe((await house.member('ben')).id)
    expect(await trail(house)).toEqual(['opened', 'step-fired', 'acknowledged'])
  })

  it('is refused to whom it does not concern', async () => {
    const reply = await house.as('zoe').press(cardTo(house, 'ben'), 'I take it')

    expect(read(reply)).toContain('Only those who were told')
    expect((await stateOf(house)).state).toBe('open')
  })
})

describe('an acknowledged escalation', () => {
  it('wakes up once without progress, at the step where it was, and who had it is told', async () => {
    await press('ben', 'I take it')
    await house.advanceTo('2026-03-02T10:00:00Z')
    const woken = toldTo(house, 'ben')
    await press('ben', 'I take it')
    await house.advanceTo('2026-03-06T10:00:00Z')

    expect(woken).toHaveLength(2)
    expect(woken[1]).toContain('It was taken before, without progress since.')
    expect(toldTo(house, 'ben')).toHaveLength(2)
    expect(toldTo(house, 'mei')).toEqual([])
    expect(await trail(house)).toEqual(['opened', 'step-fired', 'acknowledged', 'woken', 'step-fired', 'acknowledged'])
    expect(house.news.map(({ kind }) => kind)).toEqual(['acknowledged', 'woken', 'acknowledged'])
  })

  it('goes on from there when nobody takes it again, and tells who had it when they are not of that step', async () => {
    await house.advanceTo('2026-03-02T08:30:00Z')
    await press('ben', 'I take it')
    await house.advanceTo('2026-03-02T11:00:00Z')

    expect(toldTo(house, 'mei')).toHaveLength(2)
    expect(toldTo(house, 'ben').at(-1)).toContain('There has been no progress')
    expect(toldTo(house, 'ada')).toHaveLength(1)
  })

  it('stays with who has it as long as there is progress', async () => {
    await press('ben', 'I take it')
    await house.advanceTo('2026-03-02T09:30:00Z')
    await house.as('ben').command('/trouble progress')
    await house.advanceTo('2026-03-02T11:29:59Z')
    const before = toldTo(house, 'ben').length
    await house.advanceTo('2026-03-02T11:30:00Z')

    expect([before, toldTo(house, 'ben').length]).toEqual([1, 2])
  })

  it('wakes up at once when who has it leaves', async () => {
    await house.advanceTo('2026-03-02T08:30:00Z')
    await press('mei', TAKE_CHINESE)
    const profile = { ...house.chat.people.get('mei')!, active: false }
    house.chat.people.set('mei', profile)
    await house.door.notice({ platform: 'playground', installation: INSTALLATION, kind: 'person-changed', profile })
    await house.settle()

    expect((await stateOf(house)).state).toBe('open')
    expect(toldTo(house, 'ada')).toEqual([expect.stringContaining('You stand in for Mei, who is no longer here.')])
  })
})

describe('snooze', () => {
  it('rests for an hour, then tells the step’s people again and goes on', async () => {
    await press('ben', 'Snooze 1 h')
    const resting = toldTo(house, 'ben')
    await house.advanceTo('2026-03-02T08:59:59Z')
    const before = [toldTo(house, 'ben').length, toldTo(house, 'mei').length]
    await house.advanceTo('2026-03-02T09:30:00Z')

    expect(resting[0]).toContain('Ben snoozed it until Mon, 2 Mar 2026, 10:00.')
    expect(before).toEqual([1, 0])
    expect([toldTo(house, 'ben').length, toldTo(house, 'mei').length]).toEqual([2, 1])
    expect(toldTo(house, 'ben')[0]).not.toContain('snoozed')
  })

  it('lasts until tomorrow at nine of whoever presses', async () => {
    await house.as('ben').command('/ops me zone:Asia/Shanghai')
    await press('ben', 'Snooze until tomorrow 9:00')

    expect((await stateOf(house)).nextAt).toEqual(new Date('2026-03-03T01:00:00Z'))
  })

  it('is refused the fourth time', async () => {
    for (let times = 0; times < 3; times++) await press('ben', 'Snooze 1 h')

    expect(read(await press('ben', 'Snooze 1 h'))).toContain('It has been snoozed 3 times.')
  })

  it('does not keep anybody from taking it', async () => {
    await press('ben', 'Snooze 1 h')
    await press('ben', 'I take it')
    await house.advanceTo('2026-03-02T09:30:00Z')

    expect(toldTo(house, 'ben')).toEqual([expect.stringContaining('You have it.')])
  })
})

describe('hand over', () => {
  const form = async (who: string) => formOf(await press(who, 'Hand over'))

  it('gives it to somebody with a note, who has it from then on', async () => {
    await house.as('ben').submit(await form('ben'), { to: 'zoe', note: 'You know printers.' })
    await house.advanceTo('2026-03-02T09:30:00Z')

    const [told] = toldTo(house, 'zoe')
    expect(told).toContain('Ben handed this to you; you have it now.\nYou know printers.')
    expect(told).toContain('You have it.\n[Hand over] [Why me?]')
    expect(toldTo(house, 'ben')).toEqual([expect.stringContaining('Taken by Zoe.')])
    expect(toldTo(house, 'mei')).toEqual([])
    expect(house.news).toMatchObject([{ kind: 'handed-over', to: { name: 'Zoe' }, note: 'You know printers.' }])
  })

  it('goes on at once when that person cannot be reached, and who gave it is told', async () => {
    house.chat.broken.set('@zoe', new PersonUnreachable('blocked'))
    await house.advanceTo('2026-03-02T08:30:00Z')

    await house.as('ben').submit(await form('ben'), { to: 'zoe' })

    expect((await stateOf(house)).state).toBe('open')
    expect(toldTo(house, 'mei')).toHaveLength(2)
    expect(toldTo(house, 'ben').at(-1)).toContain('There has been no progress, or whoever had it is gone')
  })

  it('is refused to somebody who is away, and to oneself', async () => {
    await house.as('zoe').command('/ops away 2026-03-02 2026-03-03')
    const asked = await form('ben')

    expect(errorsOf(await house.as('ben').submit(asked, { to: 'zoe' }))).toEqual({
      to: 'Zoe is away. Choose somebody who is here.',
    })
    expect(errorsOf(await house.as('ben').submit(asked, { to: 'ben' }))).toEqual({
      to: 'Press “I take it” to keep it yourself.',
    })
    expect((await stateOf(house)).state).toBe('open')
  })

  it('is refused when somebody else has it already', async () => {
    await house.advanceTo('2026-03-02T08:30:00Z')
    const asked = formOf(await press('mei', '转交'))
    await press('ben', 'I take it')

    expect(errorsOf(await house.as('mei').submit(asked, { to: 'zoe' }))['']).toContain('Ben 已于')
  })
})

describe('why me?', () => {
  it('shows the chain so far with its reasons, to the asker alone', async () => {
    await house.as('mei').command('/ops away 2026-03-02 2026-03-03 <@zoe>')
    await house.advanceTo('2026-03-02T08:30:00Z')

    const why = read(await press('zoe', 'Why me?'))

    expect(why).toContain('Step 2 of 3. You stand in for Mei, who is away.')
    expect(why).toContain('Mon, 2 Mar 2026, 09:00 · step 1: Ben was told')
    expect(why).toContain('09:30 · step 2: Mei is away')
    expect(why).toContain('09:30 · step 2: Zoe was told in place of Mei')
    expect(why).toContain('Step 3 comes at Mon, 2 Mar 2026, 10:00')
    expect(why).toContain('By the policy Test, version 1')
  })

  it('is refused to whom it does not concern', async () => {
    expect(read(await house.as('zoe').press(cardTo(house, 'ben'), 'Why me?'))).toContain('Only those who were told')
  })
})
