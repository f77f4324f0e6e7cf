import { UserError } from '../../../errors.ts'
import type { Asking } from '../../../flow.ts'
import { memberById } from '../../../people/members.ts'
import { approverOf, mayStillApprove } from '../rules/approver.ts'
import { needsApproval, type Severity } from '../rules/classes.ts'
import { writeReference } from '../rules/reference.ts'
import type { Complaint } from '../store/complaints.ts'
import { approvalFacts } from './approval.ts'
import { stepWords } from './messages/steps.ts'
import { newestProposal } from './store/proposals.ts'

/** Whether this actor could be asked to approve a resolution of this complaint. */
export async function mayDecide(ctx: Asking, complaint: Complaint): Promise<boolean> {
  return mayStillApprove(ctx.actor.id, await factsOf(ctx, complaint))
}

/** What spares an S1 or S2 the approval is decided by whoever would approve, and never by its owner. */
export async function mustBeFreeToLower(ctx: Asking, complaint: Complaint, severity: Severity): Promise<void> {
  if (!needsApproval(complaint.severity) || needsApproval(severity) || (await mayDecide(ctx, complaint))) return
  const words = stepWords[ctx.locale]
  const approverId = approverOf(await factsOf(ctx, complaint))
  const approver = approverId ? await memberById(ctx.db, ctx.workspace.id, approverId) : null
  throw new UserError(words.loweredBy(writeReference(complaint.number), approver?.name ?? null))
}

const factsOf = async (ctx: Asking, complaint: Complaint) =>
  approvalFacts(ctx, { complaint, proposal: await newestProposal(ctx.db, complaint.id) })
