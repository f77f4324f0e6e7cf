import { type Asking, ask, type Reply, type Submission } from '../../../flow.ts'
import { mustOwnRisk } from '../authority.ts'
import { redraw } from '../drawn.ts'
import { riskBegins } from '../residual.ts'
import { writeRisk } from '../rules/reference.ts'
import type { Risk } from '../store/risks.ts'
import { shown } from '../views/show.ts'
import { mustAllow } from '../which.ts'
import { reopenForm } from './cards/path-forms.ts'
import { held, mustBeFresh, readReason } from './close.ts'
import { pathWords } from './messages/path.ts'
import { moveTo } from './move.ts'

/** `/risk reopen R-3`, and the button. */
export async function askToReopen(ctx: Asking, risk: Risk): Promise<Reply> {
  await mustOwnRisk(ctx, risk)
  mustAllow(ctx, risk, 'reopen')
  return ask(reopenForm(ctx.locale, risk))
}

/** It begins anew; what it was taken for before still counts until it is assessed. */
export async function reopen(ctx: Asking, { context, values }: Submission): Promise<Reply> {
  const risk = await held(ctx, context)
  mustAllow(ctx, risk, 'reopen')
  mustBeFresh(ctx, risk, context)
  const why = readReason(ctx, values, 'why')
  const end = { closedAt: null, closedById: null, closeReason: null }
  const after = await moveTo(ctx, risk, 'identified', { why, change: { response: null, ...end } })
  await riskBegins(ctx, after)
  await redraw(ctx, after)
  return shown(ctx, after, pathWords[ctx.locale].reopened(writeRisk(risk.number)))
}
