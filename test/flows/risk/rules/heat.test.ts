import fc from 'fast-check'
import { expect, it } from 'vitest'
import { type Grade, STEPS, scoreOf } from '../../../../src/flows/risk/rules/grade.ts'
import { heightsOf, inCell, movesOf, type Placed } from '../../../../src/flows/risk/rules/heat.ts'

const step = fc.constantFrom(...STEPS)
const grade: fc.Arbitrary<Grade> = fc.record({ likelihood: step, impact: step })
const placed: fc.Arbitrary<Placed[]> = fc.array(
  fc.record({ reference: fc.string(), now: grade, before: fc.option(grade) }),
  { maxLength: 30 },
)

it('has every risk in one cell', () => {
  fc.assert(
    fc.property(placed, (all) => {
      const counts = STEPS.flatMap((likelihood) => STEPS.map((impact) => inCell(all, { likelihood, impact }).length))
      expect(counts.reduce((sum, count) => sum + count, 0)).toBe(all.length)
    }),
  )
})

it('lets each risk that went somewhere take part in one move', () => {
  fc.assert(
    fc.property(placed, (all) => {
      const moved = all.filter(({ now, before }) => before && JSON.stringify(before) !== JSON.stringify(now))
      const moves = movesOf(all)
      expect(moves.flatMap(({ references }) => references).toSorted()).toEqual(
        moved.map(({ reference }) => reference).toSorted(),
      )
      expect(new Set(moves.map(({ from, to }) => JSON.stringify([from, to]))).size).toBe(moves.length)
    }),
  )
})

it('draws the line of appetite between what is within and what is beyond', () => {
  fc.assert(
    fc.property(fc.integer({ min: 1, max: 25 }), grade, (appetite, cell) => {
      const height = heightsOf(appetite)[cell.impact - 1] ?? 0
      expect(cell.likelihood <= height).toBe(scoreOf(cell) <= appetite)
    }),
  )
})
