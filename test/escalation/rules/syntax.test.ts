import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { LOCALES } from '../../../src/chat/locale.ts'
import type { Step, Tell } from '../../../src/escalation/rules/policy.ts'
import { isMistake, readSteps, writeStep } from '../../../src/escalation/rules/step-syntax.ts'
import { readWait, writeWait } from '../../../src/escalation/rules/wait-syntax.ts'

describe('a wait in words', () => {
  it.each([
    ['now', 0, 'calendar'],
    ['立即', 0, 'calendar'],
    ['30m', 30, 'calendar'],
    ['90 minutes', 90, 'calendar'],
    ['1h 30m', 90, 'calendar'],
    ['1d', 1_440, 'calendar'],
    ['2h working', 120, 'working'],
    ['2 hours working time', 120, 'working'],
    ['工作时间2小时', 120, 'working'],
    ['2小时工作时间', 120, 'working'],
    ['１小时３０分钟', 90, 'calendar'],
    ['半', null, null],
    ['', null, null],
    ['soon', null, null],
    ['1d working', null, null],
    ['30', null, null],
    ['-5m', null, null],
  ])('reads %j', (typed, minutes, clock) => {
    expect(readWait(typed)).toEqual(minutes === null ? null : { minutes, clock })
  })

  it('is read as it is written, in both languages', () => {
    const wait = fc.record({ minutes: fc.nat(43_200), clock: fc.constantFrom('calendar' as const, 'working' as const) })
    fc.assert(
      fc.property(wait, fc.constantFrom(...LOCALES), (one, locale) => {
        expect(readWait(writeWait(one, locale))).toEqual(one)
      }),
    )
  })
})

describe('steps, one a line', () => {
  it.each([
    ['now: owner', { after: 0, clock: 'calendar', whom: { role: 'owner' } }],
    ["1h: Manager's manager", { after: 60, clock: 'calendar', whom: { role: 'managers-manager' } }],
    ['30m: tell backup', { after: 30, clock: 'calendar', whom: { role: 'backup' } }],
    ['5m: owner, every 15m', { after: 5, clock: 'calendar', whom: { role: 'owner' }, repeatEvery: 15, times: 3 }],
    [
      '5m: owner, every 15m 2 times',
      { after: 5, clock: 'calendar', whom: { role: 'owner' }, repeatEvery: 15, times: 2 },
    ],
    [
      '立即：负责人，每15分钟重复2次',
      { after: 0, clock: 'calendar', whom: { role: 'owner' }, repeatEvery: 15, times: 2 },
    ],
    [
      '工作时间2小时：上级，仅工作时间，每1小时30分钟2次',
      {
        ...{ after: 120, clock: 'working', whom: { role: 'manager' } },
        ...{ respectWorkingHours: true, repeatEvery: 90, times: 2 },
      },
    ],
    ['1h: @Smith, John', { after: 60, clock: 'calendar', whom: { member: 'Smith, John' } }],
    ['1h: member Ben', { after: 60, clock: 'calendar', whom: { member: 'Ben' } }],
    ['1h：频道 general', { after: 60, clock: 'calendar', whom: { channel: 'general' } }],
    ['1h: #general', { after: 60, clock: 'calendar', whom: { channel: 'general' } }],
  ])('reads %j', (line, written) => {
    expect(readSteps(line)).toEqual([written])
  })

  it('counts the lines as people see them', () => {
    expect(readSteps('now: owner\n\nwhenever: owner')).toEqual({ line: 3, problem: 'wait', typed: 'whenever' })
    expect(readSteps('\n'.repeat(3))).toEqual({ problem: 'none' })
    expect(readSteps('now: owner\n'.repeat(13))).toEqual({ problem: 'many' })
  })

  it('are read as they are written, in both languages', () => {
    const tell: fc.Arbitrary<Tell> = fc.oneof(
      fc.record({ to: fc.constantFrom('owner', 'backup', 'manager', 'managers-manager', 'admins') }),
      fc.constant({ to: 'member' as const, memberId: 'Smith, John' }),
      fc.constant({ to: 'channel' as const, channelId: 'alarm' }),
    )
    const repeats = fc.record({
      repeatEvery: fc.integer({ min: 5, max: 43_200 }),
      times: fc.integer({ min: 1, max: 20 }),
    })
    const step = fc
      .tuple(
        fc.record({ after: fc.nat(43_200), clock: fc.constantFrom('calendar' as const, 'working' as const), tell }),
        fc.oneof(fc.constant({}), repeats),
        fc.constantFrom({}, { respectWorkingHours: true as const }),
      )
      .map((parts): Step => Object.assign({}, ...parts))

    fc.assert(
      fc.property(fc.array(step, { minLength: 1, maxLength: 12 }), fc.constantFrom(...LOCALES), (steps, locale) => {
        const read = readSteps(steps.map((one) => writeStep(one, locale, (_, id) => id)).join('\n'))

        expect(isMistake(read) ? read : read.map(({ whom, ...rest }) => ({ ...rest, tell: tellOf(whom) }))).toEqual(
          steps,
        )
      }),
    )
  })
})

type Whom = Exclude<ReturnType<typeof readSteps>, { problem: string }>[number]['whom']

function tellOf(whom: Whom): Tell {
  if ('role' in whom) return { to: whom.role }
  return 'member' in whom ? { to: 'member', memberId: whom.member } : { to: 'channel', channelId: whom.channel }
}
