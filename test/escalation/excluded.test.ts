import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { PersonUnreachable } from '../../src/errors.ts'
import { errorsOf, formOf } from '../support/house.ts'
import {
  cardTo,
  LADDER,
  type Office,
  openOffice,
  read,
  stateOf,
  step,
  toldTo,
  trail,
  trouble,
  withPolicy,
} from './office.ts'

let house: Office
beforeEach(async () => {
  house = await openOffice()
})
afterEach(() => house.close())

const exclude = (who: string) => house.as('zoe').command(`/trouble exclude <@${who}>`)
const reasons = async () =>
  (await house.db.escalationNotice.findMany({ where: { outcome: 'conflict' }, orderBy: { id: 'asc' } })).map(
    ({ step }) => step,
  )

describe('a walk about somebody', () => {
  it('goes past them to their manager, and says why', async () => {
    await withPolicy(house, LADDER)
    await trouble(house, 'ben', '<@mei>')
    await house.advanceTo('2026-03-02T08:30:00Z')

    expect(toldTo(house, 'mei')).toEqual([])
    expect(toldTo(house, 'ada')).toEqual([
      expect.stringContaining('You stand in for Mei, who has a conflict of interest.'),
    ])
    expect(await reasons()).toEqual([1])
  })

  it('asks nobody whom they have chosen to stand in, and leaves out an administrator whom it is about', async () => {
    await house.as('ada').command('/ops admin grant <@zoe>')
    await withPolicy(house, [step(0, 'owner'), step(30, 'backup'), step(30, 'admins')])
    await trouble(house, 'ben', '<@ben> <@ada>')
    await house.advanceTo('2026-03-02T12:00:00Z')

    expect(['ben', 'ana', 'ada'].map((who) => toldTo(house, who).length)).toEqual([0, 0, 0])
    expect(toldTo(house, 'mei')[0]).toContain('Ben 因利益冲突需要回避，由你代为处理。')
    expect(toldTo(house, 'zoe')).toHaveLength(2)
    expect(toldTo(house, 'zoe')[1]).toContain('Nobody on the chain has taken this')
  })

  it('cannot be taken by them, explained to them or handed to them', async () => {
    await withPolicy(house, LADDER)
    await trouble(house, 'ben', '<@ada> <@zoe>')
    const form = formOf(await house.as('ben').press(cardTo(house, 'ben'), 'Hand over'))

    expect(read(await house.as('ada').press(cardTo(house, 'ben'), 'I take it'))).toContain('You have no part in this')
    expect(read(await house.as('ada').press(cardTo(house, 'ben'), 'Why me?'))).toContain('You have no part in this')
    expect(errorsOf(await house.as('ben').submit(form, { to: 'zoe' }))).toEqual({
      to: 'Zoe has a conflict of interest here. Choose somebody else.',
    })
    expect((await stateOf(house)).state).toBe('open')
  })
})

describe('somebody who turns out to be whom it is about', () => {
  it('is no longer told what it is, and the step goes on without them', async () => {
    await withPolicy(house, LADDER)
    await trouble(house)
    await exclude('ben')
    await house.settle()

    expect(toldTo(house, 'ben')).toEqual(['\nOthers take care of this now. There is nothing for you to do.'])
    expect(toldTo(house, 'mei')).toEqual([expect.stringContaining('Ben 因利益冲突需要回避')])
    expect(await trail(house)).toEqual(['opened', 'step-fired', 'excluded', 'passed-over', 'step-fired'])
  })

  it('has it no longer', async () => {
    await withPolicy(house, LADDER)
    await trouble(house)
    await house.advanceTo('2026-03-02T08:30:00Z')
    await house.as('mei').press(cardTo(house, 'mei'), '我来处理')
    await exclude('mei')
    await house.settle()
    await house.as('ben').command('/trouble resolve')

    expect(house.news.map(({ kind }) => kind)).toEqual(['acknowledged', 'woken'])
    expect(toldTo(house, 'mei')).toEqual(['\n这件事现在由其他人处理，你无需操作。'])
    expect(toldTo(house, 'ada')).toHaveLength(1)
  })

  it('does not hear that what they handed over goes on', async () => {
    await withPolicy(house, LADDER)
    await trouble(house)
    await house.advanceTo('2026-03-02T08:30:00Z')
    const form = formOf(await house.as('ben').press(cardTo(house, 'ben'), 'Hand over'))
    house.chat.broken.set('@zoe', new Error('internal_error'))
    await house.as('ben').submit(form, { to: 'zoe' })
    await exclude('ben')

    house.chat.broken.set('@zoe', new PersonUnreachable('blocked'))
    await house.db.post.updateMany({ data: { notBefore: null } })
    await house.settle()

    expect(house.news.map(({ kind }) => kind)).toEqual(['handed-over', 'woken'])
    expect(toldTo(house, 'ben')).toEqual([expect.stringContaining('Others take care of this now.')])
    expect(toldTo(house, 'mei')).toHaveLength(2)
  })

  it('is told again when it was somebody else', async () => {
    await withPolicy(house, LADDER)
    await trouble(house)
    await exclude('mei')
    await exclude('zoe')
    await house.advanceTo('2026-03-02T08:30:00Z')

    expect(toldTo(house, 'mei')).toHaveLength(1)
  })
})

describe('a walk that begins at the manager', () => {
  it('tells the manager at once, by the policy’s own step, and goes on from there', async () => {
    await withPolicy(house, LADDER)
    await trouble(house, 'ben', 'manager')
    const atOnce = [toldTo(house, 'ben').length, toldTo(house, 'mei').length]
    await house.advanceTo('2026-03-02T08:30:00Z')

    expect(atOnce).toEqual([0, 1])
    expect(toldTo(house, 'mei')[0]).toContain('第 1 步（共 2 步）。你是 Ben 的上级')
    expect(toldTo(house, 'ada')).toHaveLength(1)
  })

  it('tells the manager also where the policy does not', async () => {
    await withPolicy(house, [step(30, 'owner')])
    await trouble(house, 'ben', 'manager')
    await house.advanceTo('2026-03-02T08:30:00Z')

    expect([toldTo(house, 'mei').length, toldTo(house, 'ben').length]).toEqual([1, 1])
  })
})

describe('another owner', () => {
  beforeEach(async () => {
    await withPolicy(house, LADDER)
    await house.as('ada').command('/ops manager <@zoe> <@ana>')
    house.chat.messages.length = 0
    await trouble(house)
  })
  const passOn = () => house.as('ben').command('/trouble owner <@zoe>')

  it('has their own chain from the next step on', async () => {
    await passOn()
    await house.advanceTo('2026-03-02T08:30:00Z')

    expect(toldTo(house, 'ana')).toEqual([expect.stringContaining('You are told as Zoe’s manager.')])
    expect(toldTo(house, 'mei')).toEqual([])
    expect(await trail(house)).toEqual(['opened', 'step-fired', 'passed-on', 'step-fired'])
  })

  it('leaves it true why people were told before', async () => {
    await house.advanceTo('2026-03-02T08:30:00Z')
    await passOn()

    expect(toldTo(house, 'ben')[0]).toContain('You were told because this was yours. It is Zoe’s now.')
    expect(toldTo(house, 'mei')[0]).toContain('你是 Ben 的上级')
    expect(read(await house.as('ben').press(cardTo(house, 'ben'), 'Why me?'))).toContain(
      'Zoe became the owner after Ben',
    )
  })

  it('may act, and changes nothing about who has it', async () => {
    await house.as('ben').press(cardTo(house, 'ben'), 'I take it')
    await passOn()

    expect(await stateOf(house)).toMatchObject({ state: 'acknowledged', holderId: (await house.member('ben')).id })
    expect(formOf(await house.as('zoe').press(cardTo(house, 'ben'), 'Hand over')).id).toBe('escalation.hand-over')
  })
})
