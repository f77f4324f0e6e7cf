import type { Asking, Context } from '../../../flow.ts'
import { forgetVerdict } from '../after/satisfaction.ts'
import { restartReply } from '../clocks/clockwork.ts'
import type { Complaint } from '../store/complaints.ts'
import { tell } from '../story.ts'
import { moveTo } from './move.ts'

/** From replied or closed: there is a new reply to give, and no survey or closing comes any more. */
export async function reopenComplaint(
  ctx: Context & Partial<Pick<Asking, 'actor'>>,
  complaint: Complaint,
  why: string,
): Promise<Complaint> {
  if (complaint.state !== 'replied' && complaint.state !== 'closed') return complaint

  await forgetVerdict(ctx, complaint)
  const reopenings = complaint.reopenings + 1
  const reopened = await moveTo(ctx.db, complaint, 'reopened', { reopenings, closedAt: null })
  await restartReply(ctx, reopened)
  await tell(ctx, reopened, { kind: 'reopened', text: why, detail: { reopenings } })
  return reopened
}
