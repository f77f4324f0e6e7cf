import { outgrow, withdrawAll } from './accept/end.ts'
import type { Acting } from './acting.ts'
import { followLevel } from './review/after-assessment.ts'
import type { Grade } from './rules/grade.ts'
import type { Risk } from './store/risks.ts'
import { watchResidual } from './watch-residual.ts'

/** What is left of a risk is another grade than before: whoever has to know of it is told from here. The risk as it is then. */
export async function residualChanged(
  ctx: Acting,
  risk: Risk,
  grades: { before: Grade | null; after: Grade },
): Promise<Risk> {
  const after = await followLevel(ctx, await outgrow(ctx, risk, grades.after), grades)
  await watchResidual(ctx, after)
  return after
}

/** It is closed: nothing about it is promised any more. */
export async function riskEnded(ctx: Acting, risk: Risk): Promise<void> {
  await withdrawAll(ctx, risk)
  await watchResidual(ctx, risk)
}

/** It is open again. */
export const riskBegins = (ctx: Acting, risk: Risk): Promise<void> => watchResidual(ctx, risk)
