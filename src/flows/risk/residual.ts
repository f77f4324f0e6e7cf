import type { Asking } from '../../flow.ts'
import { outgrow, withdrawAll } from './accept/end.ts'
import type { Grade } from './rules/grade.ts'
import type { Risk } from './store/risks.ts'
import { watchResidual } from './watch-residual.ts'

/** What is left of a risk is another grade than before: whoever has to know of it is told from here. The risk as it is then. */
export async function residualChanged(
  ctx: Asking,
  risk: Risk,
  { after }: { before: Grade | null; after: Grade },
): Promise<Risk> {
  const outgrown = await outgrow(ctx, risk, after)
  await watchResidual(ctx, outgrown)
  return outgrown
}

/** It is closed: nothing about it is promised any more. */
export async function riskEnded(ctx: Asking, risk: Risk): Promise<void> {
  await withdrawAll(ctx, risk)
  await watchResidual(ctx, risk)
}

/** It is open again. */
export const riskBegins = (ctx: Asking, risk: Risk): Promise<void> => watchResidual(ctx, risk)
