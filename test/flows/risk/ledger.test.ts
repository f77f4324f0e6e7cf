import fc from 'fast-check'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { assess } from '../../../src/flows/risk/assess/record.ts'
import { isAlarming } from '../../../src/flows/risk/rules/firings.ts'
import { type Grade, gradesOf, STEPS, scoreOf, standingGrade } from '../../../src/flows/risk/rules/grade.ts'
import { assessmentsOf } from '../../../src/flows/risk/store/assessments.ts'
import { lockRisk } from '../../../src/flows/risk/store/risks.ts'
import { act } from '../../../src/world.ts'
import type { House } from '../../support/house.ts'
import { newRisk, openOffice, riskNow } from './office.ts'

let house: House
beforeAll(async () => {
  house = await openOffice()
})
afterAll(() => house.close())

const step = fc.constantFrom(...STEPS)
const grade: fc.Arbitrary<Grade> = fc.record({ likelihood: step, impact: step })
const assessed = fc.record({ inherent: grade, residual: fc.option(grade) })

it('always has the latest grades of its ledger, the score that counts, and an alert as long as it is high', async () => {
  const actor = await house.member('ben')
  await fc.assert(
    fc.asyncProperty(fc.array(assessed, { minLength: 1, maxLength: 6 }), async (all) => {
      const { id, number } = await newRisk(house, 'ben')
      for (const one of all) {
        house.sleepUntil(house.now().add({ minutes: 5 }).toString())
        await act(house.world, house.workspace, async (ctx) => {
          const risk = await lockRisk(ctx.db, ctx.workspace.id, id)
          if (risk) await assess(Object.assign(ctx, { actor, locale: 'en' as const }), risk, { ...one, why: 'Tried' })
        })
      }
      const ledger = await assessmentsOf(house.db, id)
      const latest = (kind: string) => ledger.findLast((one) => one.kind === kind) ?? null
      const risk = await riskNow(house, number)
      const { inherent, residual } = gradesOf(risk)
      const counts = standingGrade({ inherent, residual })
      const alert = await house.db.alert.findFirst({ where: { subject: `risk:${id}` }, orderBy: { number: 'desc' } })

      expect([inherent, residual]).toEqual([inherent && pick(latest('inherent')), residual && pick(latest('residual'))])
      expect(residual).toEqual(pick(all.findLast((one) => one.residual)?.residual ?? null))
      expect(ledger.map(({ seq }) => seq)).toEqual(ledger.map((_, at) => at + 1))
      expect(risk.score).toBe(counts && scoreOf(counts))
      expect(alert !== null && alert.calmAt === null).toBe(isAlarming(counts))
    }),
    { numRuns: 12 },
  )
})

const pick = (one: Grade | null): Grade | null => one && { likelihood: one.likelihood, impact: one.impact }
