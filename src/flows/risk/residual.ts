import type { Asking } from '../../flow.ts'
import { outgrow, withdrawAll } from './accept/end.ts'
import type { Grade } from './rules/grade.ts'
import type { Risk } from './store/risks.ts'

/** What is left of a risk is another grade than before: whoever has to know of it is told from here. The risk as it is then. */
export async function residualChanged(
  ctx: Asking,
  risk: Risk,
  { after }: { before: Grade | null; after: Grade },
): Promise<Risk> {
  return outgrow(ctx, risk, after)
}

/** It is closed: nothing about it is promised any more. */
export const riskEnded = (ctx: Asking, risk: Risk): Promise<void> => withdrawAll(ctx, risk)

/** It is open again. */
export async function riskBegins(_ctx: Asking, _risk: Risk): Promise<void> {}
