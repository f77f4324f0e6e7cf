import { record } from '../../../audit/record.ts'
import type { Acting } from '../acting.ts'
import { redraw } from '../drawn.ts'
import { moveTo } from '../path/move.ts'
import { residualChanged } from '../residual.ts'
import { type Grade, gradesOf, isSameGrade, scoreOf, standingGrade } from '../rules/grade.ts'
import { addAssessments } from '../store/assessments.ts'
import { changeRisk, type Risk } from '../store/risks.ts'

export type Assessed = { inherent: Grade; residual: Grade | null; why: string | null }

/** What somebody takes a held risk for from now on: the one place where its grades change. */
export async function assess(ctx: Acting, risk: Risk, { inherent, residual, why }: Assessed): Promise<Risk> {
  const before = gradesOf(risk)
  const about = { why, byId: ctx.actor.id, at: ctx.now }
  const added = [
    ...(isSameGrade(before.inherent, inherent) ? [] : [{ kind: 'inherent' as const, grade: inherent, ...about }]),
    ...(!residual || isSameGrade(before.residual, residual)
      ? []
      : [{ kind: 'residual' as const, grade: residual, ...about }]),
  ]
  if (added.length === 0 && risk.state !== 'identified') return risk
  await addAssessments(ctx.db, risk.id, added)
  const left = residual ?? before.residual
  const change = {
    ...{ inherentLikelihood: inherent.likelihood, inherentImpact: inherent.impact },
    ...{ residualLikelihood: left?.likelihood ?? null, residualImpact: left?.impact ?? null },
    score: scoreOf(left ?? inherent),
  }
  const assessed =
    risk.state === 'identified'
      ? await moveTo(ctx, risk, 'assessed', { why, change })
      : await changeRisk(ctx.db, risk, change)
  const detail = Object.fromEntries(added.map(({ kind, grade }) => [kind, moveOf(before[kind], grade)]))
  await record(ctx, { action: 'risk.assessed', subject: `risk:${risk.id}`, detail })
  const after = await residualChanged(ctx, assessed, { before: standingGrade(before), after: left ?? inherent })
  await redraw(ctx, after)
  return after
}

/** `2x4 -> 3x4`. */
const moveOf = (before: Grade | null, after: Grade): string =>
  before ? `${written(before)} → ${written(after)}` : written(after)
const written = ({ likelihood, impact }: Grade): string => `${likelihood}×${impact}`
