import { FieldErrors, UserError } from '../../../errors.ts'
import { type Asking, ask, type Reply, type Submission, show } from '../../../flow.ts'
import { isLink } from '../intake/limits.ts'
import { written } from '../path/written.ts'
import { writeReference } from '../rules/reference.ts'
import type { Complaint } from '../store/complaints.ts'
import { tell } from '../story.ts'
import { byId, type Rest, withReference } from '../which.ts'
import { instead } from './cards/complaint-card.ts'
import { evidenceForm } from './cards/forms.ts'
import { deedWords } from './messages/deeds.ts'

/** `/complaint evidence C-12 https://… the picture of the box`; without anything it is a form. */
export const evidenceByCommand = withReference(async (ctx: Asking, complaint: Complaint, { text }: Rest) => {
  if (text === '') return ask(evidenceForm(ctx.locale, complaint))
  const wrong = wrongLink(text)
  if (wrong) throw new UserError(deedWords[ctx.locale].evidenceBad(wrong))
  return addEvidence(ctx, complaint, text)
})

export const evidenceByButton = async (ctx: Asking, id: string): Promise<Reply> =>
  ask(evidenceForm(ctx.locale, await byId(ctx, id)))

export async function saveEvidence(ctx: Asking, { context, values }: Submission): Promise<Reply> {
  const words = deedWords[ctx.locale]
  const complaint = await byId(ctx, context)
  const [link, text] = [values.link, values.text].map((value) => (typeof value === 'string' ? value.trim() : ''))
  if (!link && !text) throw new FieldErrors({ link: words.evidenceEmpty })
  if (link && !isLink(link)) throw new FieldErrors({ link: words.evidenceBad(link) })
  return addEvidence(ctx, complaint, [link, text].filter(Boolean).join(' '))
}

async function addEvidence(ctx: Asking, complaint: Complaint, typed: string): Promise<Reply> {
  await tell(ctx, complaint, { kind: 'evidence', text: await written(ctx, 'text', typed) })
  return show(instead(ctx.locale, deedWords[ctx.locale].evidenced(writeReference(complaint.number))))
}

/** The first thing typed that looks like an address of another kind. */
function wrongLink(text: string): string | null {
  const [first = ''] = text.split(/\s/u)
  return /^([a-z][a-z0-9+.-]*:\/\/|(javascript|data|file|mailto|tel|vbscript):)/iu.test(first) && !isLink(first)
    ? first
    : null
}
