import { toDate } from '../../../calendar/instant.ts'
import { type Asking, ask, type Reply, type Submission } from '../../../flow.ts'
import { awaitVerdict } from '../after/satisfaction.ts'
import { meetClock } from '../clocks/clockwork.ts'
import { VIAS } from '../rules/classes.ts'
import { writeReference } from '../rules/reference.ts'
import type { Complaint } from '../store/complaints.ts'
import { tell } from '../story.ts'
import { byId, type Rest } from '../which.ts'
import { replyForm } from './cards/forms.ts'
import { done } from './done.ts'
import { formWords } from './messages/forms.ts'
import { stepWords } from './messages/steps.ts'
import { moveTo } from './move.ts'
import { mustManage } from './permissions.ts'
import { mustBePossible } from './possible.ts'
import { newestProposal } from './store/proposals.ts'
import { LONGEST_IN_FORM } from './typed.ts'
import { resolveWalks } from './walks.ts'
import { forForm, mustShow, needed, written } from './written.ts'

/** A private form: it shows how the customer can be reached. */
export async function askForReply(ctx: Asking, complaint: Complaint, rest?: Rest): Promise<Reply> {
  const { mark, proposed } = await proposedFor(ctx, complaint)
  const typed = await forForm(ctx, 'told', rest?.text)
  return ask(replyForm(ctx.locale, complaint, { mark, proposed, typed }))
}

export async function submitReply(ctx: Asking, { context, values }: Submission): Promise<Reply> {
  const complaint = await byId(ctx, context)
  const { mark, proposed } = await proposedFor(ctx, complaint)
  mustShow(ctx, context, mark)
  const isHidden = proposed.length > LONGEST_IN_FORM
  const told = (await written(ctx, 'told', values.told)) || (isHidden ? proposed : '')
  const reply = await needed(ctx, 'told', { value: told, empty: formWords[ctx.locale].toldNeeded })
  const via = VIAS.find((one) => one === values.via) ?? complaint.via

  const replied = await moveTo(ctx.db, complaint, 'replied', { reply, repliedAt: toDate(ctx.now) })
  await meetClock(ctx, replied, 'reply')
  await resolveWalks(ctx, replied)
  await tell(ctx, replied, { kind: 'replied', text: reply, detail: { via, round: replied.reopenings + 1 } })
  await awaitVerdict(ctx, replied)
  return done(ctx, replied, stepWords[ctx.locale].replied(writeReference(complaint.number)))
}

async function proposedFor(ctx: Asking, complaint: Complaint): Promise<{ mark: string; proposed: string }> {
  await mustManage(ctx, complaint)
  await mustBePossible(ctx, complaint, 'reply')
  const proposal = await newestProposal(ctx.db, complaint.id)
  return { mark: proposal?.id ?? 'none', proposed: proposal?.text ?? '' }
}
