import { describe, expect, it } from 'vitest'
import { type Known, SOON_MINUTES, whatBecomes } from '../../../src/alerts/rules/becomes.ts'
import { ownerFirst, POLICIES } from '../../../src/alerts/rules/policy.ts'
import { isStorm } from '../../../src/alerts/rules/storm.ts'

const NOW = 10_000_000_000
const soon = NOW - SOON_MINUTES * 60_000
const known = (is: Partial<Known>): Known => ({
  ...{ firings: 2, severity: 'high', isOver: false, isByHand: false, calmAt: null },
  ...is,
})

describe('what a firing rule makes of its newest alert', () => {
  it.each([
    ['no alert yet', null, 1, 'new'],
    ['an open one', known({}), 2, 'same'],
    ['an open one that fires once more', known({}), 3, 'same'],
    ['resolved by hand, the same firing', known({ isOver: true, isByHand: true }), 2, 'nothing'],
    ['resolved by hand, the next firing', known({ isOver: true, isByHand: true }), 3, 'new'],
    ['calm a moment ago', known({ isOver: true, calmAt: soon + 1 }), 1, 'back'],
    ['calm an hour ago', known({ isOver: true, calmAt: soon }), 1, 'new'],
    ['resolved by hand, and calm a moment ago', known({ isOver: true, isByHand: true, calmAt: NOW }), 1, 'new'],
  ] as const)('%s', (_, before, firings, becomes) => {
    expect(whatBecomes(before, { firings, now: NOW })).toBe(becomes)
  })
})

describe('how alerts are told', () => {
  it.each([
    [10, 0, false, false],
    [11, 0, false, true],
    [1, 10, false, true],
    [1, 0, true, true],
  ])('%i now, %i just before, a storm on: %s', (now, before, isOn, isOne) => {
    expect(isStorm({ now, before, most: 10, isOn })).toBe(isOne)
  })

  it('begins with the owner at once', () => {
    const late = { ...POLICIES.high, steps: POLICIES.high.steps.slice(1) }

    expect(ownerFirst(POLICIES.high)).toEqual(POLICIES.high)
    expect(ownerFirst(late).steps).toEqual([
      { after: 0, clock: 'calendar', tell: { to: 'owner' } },
      ...POLICIES.high.steps.slice(1),
    ])
  })
})
