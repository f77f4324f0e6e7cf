import { UserError } from '../../../errors.ts'
import type { Asking } from '../../../flow.ts'
import { writeReference } from '../rules/reference.ts'
import type { Complaint } from '../store/complaints.ts'
import { ratingWords } from './messages/rating.ts'
import { canBeRated } from './rules.ts'
import { ensureSurvey, type Survey } from './store.ts'

/** The survey about the present reply; refuses where there is no reply, or a verdict on it already. */
export async function mustBeRateable(ctx: Asking, complaint: Complaint): Promise<Survey> {
  const words = ratingWords[ctx.locale]
  const reference = writeReference(complaint.number)
  if (!canBeRated(complaint.state)) throw new UserError(words.notReplied(reference))
  const survey = await ensureSurvey(ctx, complaint)
  if (survey.score !== null) throw new UserError(words.ratedBefore(reference, survey.score))
  return survey
}
