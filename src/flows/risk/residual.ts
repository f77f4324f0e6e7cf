import type { Asking } from '../../flow.ts'
import type { Grade } from './rules/grade.ts'
import type { Risk } from './store/risks.ts'

/** What is left of a risk is another grade than before: whoever has to know of it is told from here. */
export async function residualChanged(
  _ctx: Asking,
  _risk: Risk,
  _grades: { before: Grade | null; after: Grade },
): Promise<void> {}

/** It is closed: nothing about it is promised any more. */
export async function riskEnded(_ctx: Asking, _risk: Risk): Promise<void> {}

/** It is open again. */
export async function riskBegins(_ctx: Asking, _risk: Risk): Promise<void> {}
