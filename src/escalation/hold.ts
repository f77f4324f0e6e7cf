import type { Context } from '../flow.ts'
import { type Escalation, escalationById, lockEscalation } from './store/escalations.ts'

/** Holds it for a deed of which its flow will hear, after what it is about: so everybody waits in the same order. */
export async function holdEscalation(ctx: Context, id: string): Promise<Escalation | null> {
  const known = await escalationById(ctx.db, ctx.workspace.id, id)
  const flow = known && ctx.flows.find(({ name }) => name === known.flow)
  await flow?.holds?.(ctx, known?.subject ?? '')
  return lockEscalation(ctx.db, ctx.workspace.id, id)
}
