import { type Asking, ask, type Reply, type Submission } from '../../../flow.ts'
import { writeReference } from '../rules/reference.ts'
import type { Complaint } from '../store/complaints.ts'
import { byId, type Rest } from '../which.ts'
import { reasonForm } from './cards/reason-form.ts'
import { done } from './done.ts'
import { formWords } from './messages/forms.ts'
import { stepWords } from './messages/steps.ts'
import { mustManage } from './permissions.ts'
import { mustBePossible } from './possible.ts'
import { reopenComplaint } from './reopen.ts'
import { needed } from './written.ts'

export async function reopenOrAsk(ctx: Asking, complaint: Complaint, rest?: Rest): Promise<Reply> {
  await mustReopen(ctx, complaint)
  if (rest?.text) return reopen(ctx, complaint, rest.text)
  return ask(reasonForm(ctx.locale, 'reopen', complaint, { typed: '' }))
}

export async function submitReopening(ctx: Asking, { context, values }: Submission): Promise<Reply> {
  const complaint = await byId(ctx, context)
  await mustReopen(ctx, complaint)
  return reopen(ctx, complaint, values.reason)
}

async function mustReopen(ctx: Asking, complaint: Complaint): Promise<void> {
  await mustManage(ctx, complaint)
  await mustBePossible(ctx, complaint, 'reopen')
}

async function reopen(ctx: Asking, complaint: Complaint, value: Submission['values'][string] | undefined) {
  const why = await needed(ctx, 'reason', { value, empty: formWords[ctx.locale].reasonNeeded })
  const reopened = await reopenComplaint(ctx, complaint, why)
  return done(ctx, reopened, stepWords[ctx.locale].reopened(writeReference(complaint.number)))
}
