import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { LEVELS, type Level } from '../../../../src/alerts/rules/levels.ts'
import {
  levelOf,
  levelOfGrade,
  STEPS,
  scoreOf,
  scoresOf,
  standingGrade,
} from '../../../../src/flows/risk/rules/grade.ts'

const step = fc.constantFrom(...STEPS)
const grade = fc.record({ likelihood: step, impact: step })

describe('a level', () => {
  it.each<[number, Level]>([
    ...([1, 2, 3, 4] as const).map((score): [number, Level] => [score, 'low']),
    ...([5, 6, 8, 9] as const).map((score): [number, Level] => [score, 'moderate']),
    ...([10, 12, 15, 16] as const).map((score): [number, Level] => [score, 'high']),
    ...([20, 25] as const).map((score): [number, Level] => [score, 'critical']),
  ])('of the score %i is %s', (score, level) => {
    expect(levelOf(score)).toBe(level)
  })

  it('never falls when a risk gets likelier or worse', () => {
    const rank = (one: Level) => LEVELS.indexOf(one)
    fc.assert(
      fc.property(grade, grade, (one, other) => {
        const above = {
          likelihood: Math.max(one.likelihood, other.likelihood),
          impact: Math.max(one.impact, other.impact),
        }
        expect(rank(levelOfGrade(above))).toBeGreaterThanOrEqual(rank(levelOfGrade(one)))
      }),
    )
  })

  it('has scores that no other level has, and every score has one', () => {
    fc.assert(
      fc.property(grade, (one) => {
        const score = scoreOf(one)
        const having = LEVELS.filter((level) => scoresOf(level).gte <= score && score <= scoresOf(level).lte)
        expect(having).toEqual([levelOf(score)])
      }),
    )
  })
})

it('lets all of a risk count as long as nobody has said what is left of it', () => {
  const [inherent, residual] = [
    { likelihood: 5, impact: 4 },
    { likelihood: 1, impact: 4 },
  ]
  expect(standingGrade({ inherent, residual: null })).toEqual(inherent)
  expect(standingGrade({ inherent, residual })).toEqual(residual)
  expect(standingGrade({ inherent: null, residual: null })).toBeNull()
})
