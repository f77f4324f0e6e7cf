import { nearestLocale } from '../../../chat/locale.ts'
import type { Asking, Context } from '../../../flow.ts'
import { revise, say } from '../../../outbox/say.ts'
import { memberById } from '../../../people/members.ts'
import { closeComplaint } from '../path/close.ts'
import { reopenComplaint } from '../path/reopen.ts'
import { writeReference } from '../rules/reference.ts'
import type { Complaint } from '../store/complaints.ts'
import { tell } from '../story.ts'
import { answeredCard, verdictCard } from './cards/verdict.ts'
import { surveyKey, verdictKey } from './keys.ts'
import { ratingWords } from './messages/rating.ts'
import { isUnsatisfied, type Score } from './rules.ts'
import { forgetVerdict } from './satisfaction.ts'
import { answerSurvey, type Survey } from './store.ts'
import { callManager } from './unsatisfied.ts'

type Deciding = Context & Partial<Pick<Asking, 'actor'>>
type Said = { score: Score; note: string | null }

/** The customer's word, given on the page or to a colleague: it closes the complaint, or opens it again and calls the manager. */
export async function recordVerdict(
  ctx: Deciding,
  { complaint, survey }: { complaint: Complaint; survey: Survey },
  said: Said,
): Promise<Complaint> {
  const answered = await answerSurvey(ctx, survey, { ...said, recordedById: ctx.actor?.id ?? null })
  const detail = { score: said.score, round: survey.round, by: ctx.actor ? 'colleague' : 'customer' }
  await tell(ctx, complaint, { kind: 'rated', detail, ...(said.note && { text: said.note }) })
  const settled = isUnsatisfied(said.score)
    ? await openAgain(ctx, complaint, { survey: answered, said })
    : await closeSatisfied(ctx, complaint)
  await tellOwner(ctx, settled, { survey: answered, said })
  return settled
}

/** One that silence has closed stays as it is. */
async function closeSatisfied(ctx: Deciding, complaint: Complaint): Promise<Complaint> {
  await forgetVerdict(ctx, complaint)
  return complaint.state === 'replied' ? closeComplaint(ctx, complaint, 'satisfied') : complaint
}

type Heard = { survey: Survey; said: Said }

async function openAgain(ctx: Deciding, complaint: Complaint, heard: Heard): Promise<Complaint> {
  const why = ratingWords[nearestLocale(ctx.workspace.locale)].notSatisfied(heard.said.score)
  const reopened = await reopenComplaint(ctx, complaint, why)
  await callManager(ctx, reopened, { round: heard.survey.round, ...heard.said })
  return reopened
}

/** The link is used up; what the customer wrote on the page is news to the owner. */
async function tellOwner(ctx: Deciding, complaint: Complaint, { survey, said }: Heard): Promise<void> {
  const owner = await memberById(ctx.db, ctx.workspace.id, complaint.ownerId)
  if (!owner) return
  const { id, number } = complaint
  const locale = nearestLocale(owner.locale)
  const verdict = { id, reference: writeReference(number), ...said }
  await revise(ctx, surveyKey(survey), answeredCard(locale, verdict))
  if (ctx.actor?.id === owner.id) return
  await say(ctx, { key: verdictKey(survey), to: { person: owner.id }, card: verdictCard(locale, verdict) })
}
