import { takeHold } from '../../escalation/acknowledge.ts'
import { tellFlow } from '../../escalation/news.ts'
import { type Asking, nothing, type Reply } from '../../flow.ts'
import { concerned, mustBeOpen } from './concerned.ts'

/** The message itself changes to say who has it. */
export async function take(ctx: Asking, id: string): Promise<Reply> {
  const { escalation } = await concerned(ctx, id)
  await mustBeOpen(ctx, escalation)

  const taking = await takeHold(ctx, escalation, ctx.actor)
  await tellFlow(ctx, { kind: 'acknowledged', escalation: taking.escalation, by: ctx.actor })
  return nothing
}
