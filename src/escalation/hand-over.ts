import { record } from '../audit/record.ts'
import type { Member } from '../database/types.ts'
import type { Context } from '../flow.ts'
import { setHolder } from './acknowledge.ts'
import { giveTime, stopClocks } from './clockwork.ts'
import { redraw } from './redraw.ts'
import { changeEscalation, type Escalation } from './store/escalations.ts'
import { tell } from './tell.ts'

export type HandOver = { by: Member; to: Member; note?: string }

/** From now on somebody else has it, with the policy's time of their own; when they can't be reached it goes on. */
export async function handOver(ctx: Context, escalation: Escalation, { by, to, note }: HandOver): Promise<Escalation> {
  await stopClocks(ctx, escalation)
  const fresh = await changeEscalation(ctx.db, escalation, {
    round: { increment: 1 },
    wokenAt: null,
    exhaustedAt: null,
  })
  const held = await giveTime(ctx, await setHolder(ctx, fresh, to.id))
  const detail = { by: by.id, to: to.id }
  await record(ctx, { action: 'escalation.handed-over', subject: `escalation:${held.id}`, detail })
  await redraw(ctx, held)
  const beat = { step: held.step ?? 0, repeat: held.repeat }
  await tell(ctx, held, { ...beat, because: 'handed', memberId: to.id, insteadOfId: by.id, ...(note && { note }) })
  return held
}
