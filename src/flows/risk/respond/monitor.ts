import { UserError } from '../../../errors.ts'
import type { Asking, Reply } from '../../../flow.ts'
import { mustOwnRisk } from '../authority.ts'
import { redraw } from '../drawn.ts'
import { moveTo } from '../path/move.ts'
import { writeRisk } from '../rules/reference.ts'
import type { Risk } from '../store/risks.ts'
import { shown } from '../views/show.ts'
import { holdRisk, mustAllow } from '../which.ts'
import { respondWords } from './messages/respond.ts'

/** `/risk monitor R-3`, and the button: what is to be done about it stands, and it is watched from now on. */
export async function monitor(ctx: Asking, { id }: Risk): Promise<Reply> {
  const risk = await holdRisk(ctx, id)
  await mustOwnRisk(ctx, risk)
  mustAllow(ctx, risk, 'monitor')
  const words = respondWords[ctx.locale]
  const reference = writeRisk(risk.number)
  if (!risk.response || !risk.plan) throw new UserError(words.noPlan(reference))

  const after = await moveTo(ctx, risk, 'monitoring')
  await redraw(ctx, after)
  return shown(ctx, after, words.monitored(reference))
}
