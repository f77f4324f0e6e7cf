import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { participationOf } from '../../../src/flows/standup/participation.ts'

describe('participation', () => {
  it.each([
    [[], { asked: 0, answered: 0, rate: null, streak: 0 }],
    [['away', 'skipped', 'excused'], { asked: 0, answered: 0, rate: null, streak: 0 }],
    [['answered', 'away', 'answered', 'missed', 'answered'], { asked: 4, answered: 3, rate: 0.75, streak: 2 }],
    [['missed', 'answered'], { asked: 2, answered: 1, rate: 0.5, streak: 0 }],
  ])('of %j is %j', (states, wanted) => {
    expect(participationOf(states)).toEqual(wanted)
  })

  it('is the same with days away, skipped or missed by the bot between', () => {
    const counted = fc.array(fc.constantFrom<string>('answered', 'missed'), { maxLength: 20 })
    const free = fc.constantFrom('away', 'skipped', 'excused', 'left')

    fc.assert(
      fc.property(counted, free, fc.nat(20), (states, other, at) => {
        expect(participationOf(states.toSpliced(at, 0, other))).toEqual(participationOf(states))
      }),
    )
  })
})
