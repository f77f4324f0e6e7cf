import { type Asking, type Reply, show } from '../../../flow.ts'
import { writeReference } from '../rules/reference.ts'
import type { Complaint } from '../store/complaints.ts'
import { byId } from '../which.ts'
import { noteCard } from './cards/note.ts'
import { closeComplaint } from './close.ts'
import { done, inPlace } from './done.ts'
import { formWords } from './messages/forms.ts'
import { stepWords } from './messages/steps.ts'
import { mustManage } from './permissions.ts'
import { mustBePossible } from './possible.ts'

/** Asks first while nobody knows whether the customer is satisfied. */
export async function closeOrAsk(ctx: Asking, complaint: Complaint): Promise<Reply> {
  await mustClose(ctx, complaint)
  return (await hasAnswered(ctx, complaint)) ? closeByHand(ctx, complaint) : askToClose(ctx, complaint)
}

export async function closeNow(ctx: Asking, value: string): Promise<Reply> {
  const complaint = await byId(ctx, value)
  await mustClose(ctx, complaint)
  return inPlace(await closeByHand(ctx, complaint))
}

async function mustClose(ctx: Asking, complaint: Complaint): Promise<void> {
  await mustManage(ctx, complaint)
  await mustBePossible(ctx, complaint, 'close')
}

async function closeByHand(ctx: Asking, complaint: Complaint): Promise<Reply> {
  const closed = await closeComplaint(ctx, complaint, 'by hand')
  return done(ctx, closed, stepWords[ctx.locale].closed(writeReference(complaint.number)))
}

/** To the reply that was given last. */
async function hasAnswered({ db }: Asking, { id, reopenings }: Complaint): Promise<boolean> {
  const survey = await db.complaintSurvey.findUnique({
    where: { complaintId_round: { complaintId: id, round: reopenings + 1 } },
  })
  return survey?.answeredAt != null
}

function askToClose({ locale }: Asking, { id, number }: Complaint): Reply {
  const words = formWords[locale]
  const button = { label: words.closeNow, action: 'complaint.close-now', value: id, style: 'danger' } as const
  const ask = words.closeAsk(writeReference(number))
  return show(noteCard(locale, ask, { tone: 'warning', hint: words.closeText, buttons: [button] }))
}
