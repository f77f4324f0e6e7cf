import { UserError } from '../../../errors.ts'
import type { Asking } from '../../../flow.ts'
import { memberById } from '../../../people/members.ts'
import { approverOf, mayStillApprove } from '../rules/approver.ts'
import type { Complaint } from '../store/complaints.ts'
import { approvalFacts } from './approval.ts'
import { approvalWords } from './messages/approval.ts'
import { stepWords } from './messages/steps.ts'
import { mustBePossible } from './possible.ts'
import { newestProposal, type Proposal, proposalById } from './store/proposals.ts'

/** The proposal that waits for this actor's decision: of this id, or else the newest. The second of two is told who was first. */
export async function mayDecide(
  ctx: Asking,
  complaint: Complaint,
  step: 'approve' | 'reject',
  id?: string,
): Promise<Proposal> {
  const newest = await newestProposal(ctx.db, complaint.id)
  const meant = id ? await proposalById(ctx.db, complaint.id, id) : newest
  if (meant) await mustBeUndecided(ctx, meant)
  await mustBePossible(ctx, complaint, step)
  if (!meant || meant.id !== newest?.id) throw new UserError(approvalWords[ctx.locale].replaced)
  await mustBeAsked(ctx, complaint, meant)
  return meant
}

async function mustBeUndecided({ db, workspace, locale }: Asking, { state, decidedById }: Proposal): Promise<void> {
  const words = approvalWords[locale]
  const by = decidedById ? await memberById(db, workspace.id, decidedById) : null
  const name = by?.name ?? words.somebody
  if (state === 'approved') throw new UserError(words.already(name))
  if (state === 'rejected') throw new UserError(words.rejectedAlready(name))
}

/** Whoever was asked, or would be asked right now; never whoever has a part in it. */
async function mustBeAsked(ctx: Asking, complaint: Complaint, proposal: Proposal): Promise<void> {
  const words = approvalWords[ctx.locale]
  const { id } = ctx.actor
  if (complaint.namedIds.includes(id)) throw new UserError(stepWords[ctx.locale].youAreNamed)
  if (proposal.byId === id) throw new UserError(words.ownProposal)
  if (complaint.ownerId === id) throw new UserError(words.ownComplaint)

  const facts = await approvalFacts(ctx, { complaint, proposal })
  const isMeant = id === approverOf(facts) || (id === proposal.approverId && mayStillApprove(id, facts))
  if (isMeant) return
  const asked = proposal.approverId ? await memberById(ctx.db, ctx.workspace.id, proposal.approverId) : null
  throw new UserError(asked ? words.notYours(asked.name) : words.notYoursNobody)
}
