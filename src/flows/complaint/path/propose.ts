import type { FieldValue } from '../../../chat/form.ts'
import { type Asking, ask, type Reply, type Submission } from '../../../flow.ts'
import { memberById } from '../../../people/members.ts'
import { needsApproval } from '../rules/classes.ts'
import { writeReference } from '../rules/reference.ts'
import type { Complaint } from '../store/complaints.ts'
import { tell } from '../story.ts'
import { byId, type Rest } from '../which.ts'
import { arrangeApproval } from './approval.ts'
import { closeQuestions } from './ask-for-approval.ts'
import { proposalForm } from './cards/forms.ts'
import { done } from './done.ts'
import { approvalWords } from './messages/approval.ts'
import { formWords } from './messages/forms.ts'
import { stepWords } from './messages/steps.ts'
import { moveTo } from './move.ts'
import { mustManage } from './permissions.ts'
import { mustBePossible } from './possible.ts'
import { addProposal, changeProposal, newestProposal } from './store/proposals.ts'
import { keptOr } from './typed.ts'
import { progressWalks } from './walks.ts'
import { mustShow, needed, written } from './written.ts'

/** What is typed after the reference, or a form with what was proposed last. */
export async function proposeOrAsk(ctx: Asking, complaint: Complaint, rest?: Rest): Promise<Reply> {
  await mustPropose(ctx, complaint)
  if (rest?.text) return propose(ctx, complaint, rest.text)
  const last = await newestProposal(ctx.db, complaint.id)
  return ask(proposalForm(ctx.locale, complaint, { mark: last?.id ?? 'none', text: last?.text ?? null }))
}

export async function submitProposal(ctx: Asking, { context, values }: Submission): Promise<Reply> {
  const complaint = await byId(ctx, context)
  await mustPropose(ctx, complaint)
  const last = await newestProposal(ctx.db, complaint.id)
  mustShow(ctx, context, last?.id ?? 'none')
  return propose(ctx, complaint, keptOr(await written(ctx, 'text', values.text), last?.text ?? null))
}

async function mustPropose(ctx: Asking, complaint: Complaint): Promise<void> {
  await mustManage(ctx, complaint)
  await mustBePossible(ctx, complaint, 'propose')
}

async function propose(ctx: Asking, complaint: Complaint, value: FieldValue): Promise<Reply> {
  const text = await needed(ctx, 'text', { value, empty: formWords[ctx.locale].resolutionNeeded })

  await takeBackLast(ctx, complaint)
  const proposal = await addProposal(ctx, complaint, { text, byId: ctx.actor.id, state: 'not-needed' })
  const proposed = await moveTo(ctx.db, complaint, 'proposed')
  await arrangeApproval(ctx, proposed)
  await progressWalks(ctx, proposed)
  const detail = { proposal: proposal.id, needsApproval: needsApproval(complaint.severity) }
  await tell(ctx, proposed, { kind: 'proposed', text, detail })
  const sentence = stepWords[ctx.locale].proposed(writeReference(complaint.number))
  return done(ctx, proposed, sentence, await whatNext(ctx, proposed))
}

async function takeBackLast(ctx: Asking, complaint: Complaint): Promise<void> {
  const last = await newestProposal(ctx.db, complaint.id)
  if (last?.state !== 'pending') return
  const replaced = await changeProposal(ctx.db, last, { state: 'not-needed' })
  await closeQuestions(ctx, complaint, replaced, (locale) => approvalWords[locale].replaced)
}

async function whatNext({ db, workspace, locale }: Asking, complaint: Complaint): Promise<string> {
  const words = approvalWords[locale]
  if (!needsApproval(complaint.severity)) return words.mayReply
  const approverId = (await newestProposal(db, complaint.id))?.approverId
  const approver = approverId ? await memberById(db, workspace.id, approverId) : null
  return approver ? words.waitsFor(approver.name) : words.waitsForNobody
}
