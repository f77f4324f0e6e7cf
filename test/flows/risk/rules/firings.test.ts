import fc from 'fast-check'
import { expect, it } from 'vitest'
import { firingsOf } from '../../../../src/flows/risk/rules/firings.ts'
import { type Kind, STEPS } from '../../../../src/flows/risk/rules/grade.ts'

const step = fc.constantFrom(...STEPS)
const one = fc.record({ kind: fc.constantFrom<Kind>('inherent', 'residual'), likelihood: step, impact: step })
const at = (minute: number) => new Date(Date.UTC(2026, 0, 1, 0, minute))

it('counts how often in a row a risk was taken for high, whatever was before the last time that it was not', () => {
  const residual = (likelihood: number, impact: number, minute: number) => ({
    ...{ kind: 'residual' as const, likelihood, impact, at: at(minute) },
  })
  expect(firingsOf([])).toBe(0)
  expect(firingsOf([residual(2, 5, 0), residual(5, 5, 1)])).toBe(2)
  expect(firingsOf([residual(5, 5, 0), residual(3, 3, 1), residual(2, 5, 2)])).toBe(1)
  expect(firingsOf([{ ...residual(5, 5, 0), kind: 'inherent' }, residual(1, 1, 0)])).toBe(0)
  expect(firingsOf([{ ...residual(5, 5, 0), kind: 'inherent' }, residual(4, 4, 0)])).toBe(1)
})

it('is the same when all is looked at again from the last time that it was calm', () => {
  fc.assert(
    fc.property(fc.array(one, { maxLength: 12 }), one, (before, last) => {
      const rows = [...before, { ...last, kind: 'residual' as const }].map((row, index) => ({ ...row, at: at(index) }))
      const [all, earlier] = [firingsOf(rows), firingsOf(rows.slice(0, -1))]
      expect(all).toBe(last.likelihood * last.impact >= 10 ? earlier + 1 : 0)
    }),
  )
})
