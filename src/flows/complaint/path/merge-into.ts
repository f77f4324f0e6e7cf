import type { Asking } from '../../../flow.ts'
import { stopClocks } from '../clocks/clockwork.ts'
import { writeReference } from '../rules/reference.ts'
import { type Complaint, changeComplaint } from '../store/complaints.ts'
import { tell } from '../story.ts'
import { arrangeApproval } from './approval.ts'
import { moveTo } from './move.ts'
import { resolveWalks } from './walks.ts'

/** It ends, and goes on in the other one; both keep their histories and say where the rest is. */
export async function mergeInto(ctx: Asking, complaint: Complaint, target: Complaint): Promise<Complaint> {
  const merged = await moveTo(ctx.db, complaint, 'merged', { mergedIntoId: target.id })
  await stopClocks(ctx, merged, writeReference(target.number))
  await resolveWalks(ctx, merged)
  await arrangeApproval(ctx, merged)
  const grown = await changeComplaint(ctx.db, target, {})
  await tell(ctx, merged, { kind: 'merged', detail: { complaintId: target.id } })
  await tell(ctx, grown, { kind: 'merged-in', detail: { complaintId: complaint.id } })
  return merged
}
