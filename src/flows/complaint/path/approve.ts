import { toDate } from '../../../calendar/instant.ts'
import { type Asking, nothing, type Reply } from '../../../flow.ts'
import { writeReference } from '../rules/reference.ts'
import { type Complaint, changeComplaint } from '../store/complaints.ts'
import { tell } from '../story.ts'
import { byId } from '../which.ts'
import { closeQuestions } from './ask-for-approval.ts'
import { mayDecide } from './decide.ts'
import { done } from './done.ts'
import { approvalWords } from './messages/approval.ts'
import { changeProposal, type Proposal } from './store/proposals.ts'
import { tellDecision } from './tell-decision.ts'
import { progressWalks } from './walks.ts'

/** The message that asked changes itself; elsewhere the answer says what was done. */
export async function approveByButton(ctx: Asking, value: string): Promise<Reply> {
  const complaint = await byId(ctx, value)
  const [, proposalId] = value.split(' ')
  if (proposalId === undefined) return approveByCommand(ctx, complaint)
  await approve(ctx, complaint, await mayDecide(ctx, complaint, 'approve', proposalId))
  return nothing
}

export async function approveByCommand(ctx: Asking, complaint: Complaint): Promise<Reply> {
  const approved = await approve(ctx, complaint, await mayDecide(ctx, complaint, 'approve'))
  return done(ctx, approved, approvalWords[ctx.locale].approved(writeReference(complaint.number)))
}

async function approve(ctx: Asking, complaint: Complaint, proposal: Proposal): Promise<Complaint> {
  const by = ctx.actor
  const approved = await changeProposal(ctx.db, proposal, {
    state: 'approved',
    decidedById: by.id,
    decidedAt: toDate(ctx.now),
  })
  const changed = await changeComplaint(ctx.db, complaint, {})
  await progressWalks(ctx, changed)
  await tell(ctx, changed, { kind: 'approved', detail: { proposal: proposal.id } })
  await closeQuestions(ctx, changed, approved, (locale) => approvalWords[locale].approvedBy(by.name))
  await tellDecision(ctx, changed, approved)
  return changed
}
