import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { cardOf, errorsOf, formOf } from '../support/house.ts'
import { type Office, openOffice, read } from './office.ts'

let house: Office
beforeEach(async () => {
  house = await openOffice()
})
afterEach(() => house.close())

const make = async (name: string, steps: string, more: Record<string, string | boolean> = {}) => {
  const form = formOf(await house.as('ada').command('/ops policy new'))
  return house.as('ada').submit(form, { name, steps, ...more })
}

describe('escalation policies', () => {
  it('are made by an administrator, a step a line, in either language', async () => {
    const made = await make(
      'Night',
      'now: @ben, every 10m x2\n2h working: manager’s manager\n工作时间2小时：#alarm，仅工作时间',
    )
    const chinese = await house.as('mei').command('/ops policy 查看 night')

    expect(read(made)).toContain('Saved: Night, version 1.\nnow: @Ben, every 10m x2\n2h working: manager')
    expect(read(chinese)).toContain(
      '立即：@Ben，每10分钟重复2次\n工作时间2小时：上级的上级\n工作时间2小时：#alarm，仅工作时间',
    )
    expect(read(chinese)).toContain('接手后 1天内应有进展')
  })

  it('are refused to anybody else, also by a forged form', async () => {
    const form = formOf(await house.as('ada').command('/ops policy new'))

    expect(read(await house.as('ben').command('/ops policy new'))).toContain('Only administrators can do this.')
    expect(Object.values(errorsOf(await house.as('ben').submit(form, { name: 'Mine' })))[0]).toContain(
      'Only administrators',
    )
    expect(await house.db.escalationPolicy.count({ where: { name: 'Mine' } })).toBe(0)
  })

  it.each([
    ['', 'Write at least one step.'],
    ['now owner', 'Line 1: write when, a colon, and whom'],
    ['now: owner\nsoon: manager', 'Line 2: I can’t read “soon” as a time.'],
    ['40d: owner', 'Line 1: a step can wait 30 days at most.'],
    ['now: the boss', 'Line 1: I don’t know “the boss”.'],
    ['now: owner, please', 'Line 1: I can’t read all of “owner, please”.'],
    ['now: owner, every 1m', 'Line 1: I can’t read “every 1m”.'],
    ['now: @nobody', 'Line 1: there is no colleague called “nobody”.'],
    ['now: #nowhere', 'Line 1: I don’t know #nowhere'],
  ])('says what is wrong with %j', async (steps, sentence) => {
    expect(errorsOf(await make('Wrong', steps)).steps).toContain(sentence)
  })

  it('asks for the address when two have one name', async () => {
    await house.db.member.updateMany({ where: { name: 'Zoe' }, data: { name: 'Ben' } })

    expect(errorsOf(await make('Two', 'now: @ben')).steps).toContain('several are called “ben”')
    expect(read(await make('Two', 'now: @zoe@acme.example'))).toContain('Saved: Two')
  })

  it('get a new version with each edit, and nothing is overwritten', async () => {
    await make('Night', 'now: owner')
    const [form, stale] = [
      formOf(await house.as('ada').command('/ops policy edit night')),
      formOf(await house.as('ada').command('/ops policy edit night')),
    ]

    const saved = await house.as('ada').submit(form, { steps: 'now: owner\n1h: admins' })
    const late = await house.as('ada').submit(stale, { steps: 'now: admins' })
    const same = await house.as('ada').submit(formOf(await house.as('ada').command('/ops policy edit night')), {})

    expect(read(saved)).toContain('Saved: Night, version 2.')
    expect(errorsOf(late)['']).toContain('Somebody changed Night meanwhile.')
    expect(read(same)).toContain('Night is as it was.')
    const entries = await house.db.auditEntry.findMany({ where: { action: { startsWith: 'escalation.policy' } } })
    expect(entries.map(({ action }) => action)).toEqual(['escalation.policy-created', 'escalation.policy-edited'])
  })

  it('have different names', async () => {
    await make('Night', 'now: owner')

    expect(errorsOf(await make('NIGHT', 'now: owner'))).toEqual({ name: 'There is a policy called “Night” already.' })
  })

  it('are listed with the default and the fallback channel, which administrators set', async () => {
    await make('Night', 'now: owner', { default: true })
    const list = await house.as('ada').command('/ops policy list')
    const form = formOf(await house.as('ada').press(cardOf(list), 'Fallback channel'))
    const after = await house.as('ada').submit(form, { channel: 'alarm' })

    expect(read(list)).toContain('Night – 1 step, version 1 · default\nStandard – 4 steps, version 1')
    expect(read(list)).toContain('there is no fallback channel')
    expect(read(after)).toContain('When a chain is exhausted, #alarm is told.')
    expect(read(await house.as('ben').command('/ops policy list'))).not.toContain('[New policy]')
  })

  it('are found by the nearest name', async () => {
    expect(read(await house.as('ben').command('/ops policy show standrad'))).toContain('Did you mean “Standard”?')
  })
})

describe('trying a policy', () => {
  it('says whom each step would reach right now and why, and tells nobody', async () => {
    await house.as('ben').command('/ops away 2026-03-02 2026-03-03')
    await make('Night', 'now: owner\n1h: manager\n1h: backup\n1h: #alarm\n1h: admins')

    const tried = read(await house.as('zoe').command('/ops policy try Night <@ben>'))

    expect(tried).toContain('now: owner → Ana (Ben is away)\n1h: manager → Mei\n1h: backup → Ana\n1h: #alarm → #alarm')
    expect(tried).toContain('If nobody takes it → Ada')
    expect(house.chat.messages.filter(({ key }) => key.startsWith('escalation/'))).toEqual([])
  })

  it('names circles and ends of chains, in Chinese too', async () => {
    const { id } = await house.member('mei')
    await house.db.member.update({ where: { id }, data: { managerId: id } })

    const tried = read(await house.as('mei').command('/ops policy 试算'))

    expect(tried).toContain('30分钟：上级 → Mei')
    expect(tried).toContain('1小时：上级的上级 → Ada（上级关系在 Mei 处绕成一圈，改为通知管理员）')
  })
})
