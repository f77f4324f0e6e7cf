import { toDate } from '../../../calendar/instant.ts'
import { type Asking, ask, type Reply, type Submission } from '../../../flow.ts'
import { writeReference } from '../rules/reference.ts'
import type { Complaint } from '../store/complaints.ts'
import { tell } from '../story.ts'
import { byId, type Rest } from '../which.ts'
import { closeQuestions } from './ask-for-approval.ts'
import { reasonForm } from './cards/reason-form.ts'
import { mayDecide } from './decide.ts'
import { done } from './done.ts'
import { approvalWords } from './messages/approval.ts'
import { formWords } from './messages/forms.ts'
import { moveTo } from './move.ts'
import { changeProposal, type Proposal } from './store/proposals.ts'
import { tellDecision } from './tell-decision.ts'
import { progressWalks } from './walks.ts'
import { needed } from './written.ts'

export async function rejectByButton(ctx: Asking, value: string): Promise<Reply> {
  const complaint = await byId(ctx, value)
  const [, proposalId] = value.split(' ')
  const { id } = await mayDecide(ctx, complaint, 'reject', proposalId)
  return ask(reasonForm(ctx.locale, 'reject', complaint, { typed: '', shown: id }))
}

export async function rejectByCommand(ctx: Asking, complaint: Complaint, { text }: Rest): Promise<Reply> {
  const proposal = await mayDecide(ctx, complaint, 'reject')
  if (text) return reject(ctx, complaint, { proposal, value: text })
  return ask(reasonForm(ctx.locale, 'reject', complaint, { typed: '', shown: proposal.id }))
}

export async function submitRejection(ctx: Asking, { context, values }: Submission): Promise<Reply> {
  const complaint = await byId(ctx, context)
  const [, proposalId] = context.split(' ')
  const proposal = await mayDecide(ctx, complaint, 'reject', proposalId)
  return reject(ctx, complaint, { proposal, value: values.reason })
}

type Rejecting = { proposal: Proposal; value: Submission['values'][string] | undefined }

/** It goes back to where it is looked into. */
async function reject(ctx: Asking, complaint: Complaint, { proposal, value }: Rejecting): Promise<Reply> {
  const reason = await needed(ctx, 'reason', { value, empty: formWords[ctx.locale].reasonNeeded })

  const by = ctx.actor
  const decision = { state: 'rejected', decidedById: by.id, decidedAt: toDate(ctx.now), reason } as const
  const rejected = await changeProposal(ctx.db, proposal, decision)
  const back = await moveTo(ctx.db, complaint, 'investigating')
  await progressWalks(ctx, back)
  await tell(ctx, back, { kind: 'rejected', text: reason, detail: { proposal: proposal.id } })
  await closeQuestions(ctx, back, rejected, (locale) => approvalWords[locale].rejectedBy(by.name, reason))
  await tellDecision(ctx, back, rejected)
  return done(ctx, back, approvalWords[ctx.locale].rejected(writeReference(complaint.number)))
}
