import type { Asking, Context } from '../../../flow.ts'
import { reassignClocks } from '../clocks/clockwork.ts'
import { type Complaint, changeComplaint } from '../store/complaints.ts'
import { tell } from '../story.ts'
import { arrangeApproval } from './approval.ts'
import { tellNewOwner } from './tell-owner.ts'
import { passWalks } from './walks.ts'

/** Gives it to this member, who is told; clocks and escalations follow. */
export async function assignTo(
  ctx: Context & Partial<Pick<Asking, 'actor'>>,
  complaint: Complaint,
  { ownerId, why }: { ownerId: string; why?: string },
): Promise<Complaint> {
  if (complaint.ownerId === ownerId) return complaint

  const assigned = await changeComplaint(ctx.db, complaint, { ownerId })
  await reassignClocks(ctx, assigned)
  await passWalks(ctx, assigned)
  await arrangeApproval(ctx, assigned)
  const detail = { from: complaint.ownerId, to: ownerId }
  await tell(ctx, assigned, { kind: 'assigned', detail, ...(why && { text: why }) })
  await tellNewOwner(ctx, assigned)
  return assigned
}
