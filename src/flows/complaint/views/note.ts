import { FieldErrors } from '../../../errors.ts'
import { type Asking, ask, type Reply, type Submission, show } from '../../../flow.ts'
import { written } from '../path/written.ts'
import { writeReference } from '../rules/reference.ts'
import { type Complaint, changeComplaint } from '../store/complaints.ts'
import { tell } from '../story.ts'
import { byId, type Rest, withReference } from '../which.ts'
import { instead } from './cards/complaint-card.ts'
import { noteForm } from './cards/forms.ts'
import { deedWords } from './messages/deeds.ts'

/** `/complaint note C-12 The customer has sent pictures.`; without words it is a form. */
export const noteByCommand = withReference(async (ctx: Asking, complaint: Complaint, { text }: Rest) =>
  text === '' ? ask(noteForm(ctx.locale, complaint)) : addNote(ctx, complaint, await written(ctx, 'text', text)),
)

export const noteByButton = async (ctx: Asking, id: string): Promise<Reply> =>
  ask(noteForm(ctx.locale, await byId(ctx, id)))

export async function saveNote(ctx: Asking, { context, values }: Submission): Promise<Reply> {
  const complaint = await byId(ctx, context)
  const text = await written(ctx, 'text', values.text)
  if (text === '') throw new FieldErrors({ text: deedWords[ctx.locale].noteEmpty })
  return addNote(ctx, complaint, text)
}

async function addNote(ctx: Asking, complaint: Complaint, text: string): Promise<Reply> {
  const noted = await changeComplaint(ctx.db, complaint, { lastNote: text })
  await tell(ctx, noted, { kind: 'noted', text })
  return show(instead(ctx.locale, deedWords[ctx.locale].noted(writeReference(complaint.number))))
}
