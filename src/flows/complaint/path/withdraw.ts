import { type Asking, ask, type Reply, type Submission } from '../../../flow.ts'
import { stopClocks } from '../clocks/clockwork.ts'
import { writeReference } from '../rules/reference.ts'
import type { Complaint } from '../store/complaints.ts'
import { tell } from '../story.ts'
import { byId, type Rest } from '../which.ts'
import { arrangeApproval } from './approval.ts'
import { reasonForm } from './cards/reason-form.ts'
import { done } from './done.ts'
import { formWords } from './messages/forms.ts'
import { stepWords } from './messages/steps.ts'
import { moveTo } from './move.ts'
import { mustManage } from './permissions.ts'
import { mustBePossible } from './possible.ts'
import { resolveWalks } from './walks.ts'
import { forForm, needed } from './written.ts'

/** It cannot be taken back, so that a typed reason stands in a form first. */
export async function askToWithdraw(ctx: Asking, complaint: Complaint, rest?: Rest): Promise<Reply> {
  await mustWithdraw(ctx, complaint)
  const typed = await forForm(ctx, 'reason', rest?.text)
  return ask(reasonForm(ctx.locale, 'withdraw', complaint, { typed }))
}

export async function withdraw(ctx: Asking, { context, values }: Submission): Promise<Reply> {
  const complaint = await byId(ctx, context)
  await mustWithdraw(ctx, complaint)
  const reason = await needed(ctx, 'reason', { value: values.reason, empty: formWords[ctx.locale].reasonNeeded })

  const withdrawn = await moveTo(ctx.db, complaint, 'withdrawn')
  await stopClocks(ctx, withdrawn, reason)
  await resolveWalks(ctx, withdrawn)
  await arrangeApproval(ctx, withdrawn)
  await tell(ctx, withdrawn, { kind: 'withdrawn', text: reason })
  return done(ctx, withdrawn, stepWords[ctx.locale].withdrawn(writeReference(complaint.number)))
}

async function mustWithdraw(ctx: Asking, complaint: Complaint): Promise<void> {
  await mustManage(ctx, complaint)
  await mustBePossible(ctx, complaint, 'withdraw')
}
