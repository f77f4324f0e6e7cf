import type { Member } from '../database/types.ts'
import type { Context } from '../flow.ts'
import type { Escalation } from './store/escalations.ts'

/** What became of an escalation by its buttons or by time; what a flow does itself it knows already. */
export type News = { escalation: Escalation } & (
  | { kind: 'acknowledged'; by: Member }
  | { kind: 'handed-over'; by: Member; to: Member; note?: string }
  | { kind: 'woken' }
  | { kind: 'exhausted' }
)

/** The flow that has opened it hears of it in the transaction that changes it. */
export async function tellFlow(ctx: Context, news: News): Promise<void> {
  const flow = ctx.flows.find(({ name }) => name === news.escalation.flow)
  await flow?.escalation?.(ctx, news)
}
