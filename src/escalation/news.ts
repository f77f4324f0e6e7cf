import type { Member } from '../database/types.ts'
import type { Context, Flow } from '../flow.ts'
import type { Escalation } from './store/escalations.ts'

/** What became of an escalation by its buttons or by time; what a flow does itself it knows already. */
export type News = { escalation: Escalation } & (
  | { kind: 'acknowledged'; by: Member }
  | { kind: 'handed-over'; by: Member; to: Member; note?: string }
  | { kind: 'woken' }
  | { kind: 'exhausted' }
)

/** A flow that wants to hear of the escalations it has opened, in the transaction that changes them. */
export type EscalatingFlow = Flow & { escalation?: (ctx: Context, news: News) => Promise<void> }

export async function tellFlow(ctx: Context, news: News): Promise<void> {
  const flow: EscalatingFlow | undefined = ctx.flows.find(({ name }) => name === news.escalation.flow)
  await flow?.escalation?.(ctx, news)
}
