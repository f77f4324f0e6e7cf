import { FieldErrors, UserError } from '../../../errors.ts'
import { type Asking, ask, type Reply, type Submission, show } from '../../../flow.ts'
import { writeReference } from '../rules/reference.ts'
import type { Complaint } from '../store/complaints.ts'
import { byId, type Rest } from '../which.ts'
import { rateForm } from './cards/rate-form.ts'
import { verdictCard } from './cards/verdict.ts'
import { ratingWords } from './messages/rating.ts'
import { mustBeRateable } from './rateable.ts'
import { recordVerdict } from './record-verdict.ts'
import { LONGEST_NOTE, readScore, type Score } from './rules.ts'
import type { Survey } from './store.ts'

/** `/complaint rate C-12 4 they liked it`; without a score it asks for one. */
export async function rate(ctx: Asking, complaint: Complaint, { words: [typed = ''], text }: Rest): Promise<Reply> {
  const survey = await mayRate(ctx, complaint)
  if (typed === '') return ask(rateForm(ctx.locale, { complaint, round: survey.round }))

  const words = ratingWords[ctx.locale]
  const score = readScore(typed)
  if (!score) throw new UserError(words.noScore(typed))
  const note = text.slice(typed.length).trim()
  if (note.length > LONGEST_NOTE) throw new UserError(words.tooLong(LONGEST_NOTE))
  return recorded(ctx, { complaint, survey }, { score, note })
}

/** The button under the link. */
export async function askForRating(ctx: Asking, value: string): Promise<Reply> {
  const complaint = await byId(ctx, value)
  const { round } = await mayRate(ctx, complaint)
  return ask(rateForm(ctx.locale, { complaint, round }))
}

export async function submitRating(ctx: Asking, { context, values }: Submission): Promise<Reply> {
  const complaint = await byId(ctx, context)
  const survey = await mayRate(ctx, complaint)
  const words = ratingWords[ctx.locale]
  if (context !== `${complaint.id} ${survey.round}`) throw new UserError(words.otherReply)
  const score = readScore(String(values.score ?? ''))
  if (!score) throw new FieldErrors({ score: words.chooseScore })
  const note = typeof values.note === 'string' ? values.note.trim() : ''
  if (note.length > LONGEST_NOTE) throw new FieldErrors({ note: words.tooLong(LONGEST_NOTE) })
  return recorded(ctx, { complaint, survey }, { score, note })
}

/** Any colleague who sees it may write down what the customer said, but nobody whom it is about. */
async function mayRate(ctx: Asking, complaint: Complaint): Promise<Survey> {
  if (complaint.namedIds.includes(ctx.actor.id)) throw new UserError(ratingWords[ctx.locale].aboutYou)
  return mustBeRateable(ctx, complaint)
}

async function recorded(
  ctx: Asking,
  which: { complaint: Complaint; survey: Survey },
  { score, note }: { score: Score; note: string },
): Promise<Reply> {
  const { id, number } = await recordVerdict(ctx, which, { score, note: note || null })
  return show(verdictCard(ctx.locale, { id, reference: writeReference(number), score, note: null }))
}
