import type { Asking } from '../../../flow.ts'
import { retargetClocks, stopClocks } from '../clocks/clockwork.ts'
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
  const grown = await grow(ctx, target, complaint)
  await tell(ctx, merged, { kind: 'merged', detail: { complaintId: target.id } })
  await tell(ctx, grown, { kind: 'merged-in', detail: { complaintId: complaint.id } })
  return merged
}

/** The two together are as severe as the more severe one: neither clocks nor approval can be avoided by merging. */
async function grow(ctx: Asking, target: Complaint, { severity }: Complaint): Promise<Complaint> {
  if (severity >= target.severity) return changeComplaint(ctx.db, target, {})

  const raised = await changeComplaint(ctx.db, target, { severity })
  await retargetClocks(ctx, raised)
  await arrangeApproval(ctx, raised)
  const { type, suggestedSeverity, suggestedType } = raised
  const from = { severity: target.severity, type }
  const suggested = { severity: suggestedSeverity, type: suggestedType }
  await tell(ctx, raised, { kind: 'classified', detail: { severity, type, from, suggested } })
  return raised
}
