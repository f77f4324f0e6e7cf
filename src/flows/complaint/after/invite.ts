import { toInstant } from '../../../calendar/instant.ts'
import { sayDate, sayDateTime } from '../../../calendar/say.ts'
import type { Card } from '../../../chat/card.ts'
import { nearestLocale } from '../../../chat/locale.ts'
import type { Member } from '../../../database/types.ts'
import { UserError } from '../../../errors.ts'
import { type Asking, type Context, type Reply, show } from '../../../flow.ts'
import { say } from '../../../outbox/say.ts'
import { linkTo } from '../../../pages/link.ts'
import { memberById } from '../../../people/members.ts'
import { mustManage } from '../path/permissions.ts'
import { writeReference } from '../rules/reference.ts'
import type { Complaint } from '../store/complaints.ts'
import { invitationCard } from './cards/invitation.ts'
import { companyOf, localeOfCustomer } from './customer.ts'
import { surveyKey } from './keys.ts'
import { pageWords } from './messages/page.ts'
import { ratingWords } from './messages/rating.ts'
import { mustBeRateable } from './rateable.ts'
import { SILENCE_DAYS } from './rules.ts'
import type { Survey } from './store.ts'

/** Gives the owner the link, in a sentence that can be sent to the customer as it is. */
export async function invite(ctx: Context, complaint: Complaint, survey: Survey): Promise<void> {
  const owner = await memberById(ctx.db, ctx.workspace.id, complaint.ownerId)
  if (!owner) return
  const card = await invitation(ctx, { complaint, survey, reader: owner })
  await say(ctx, { key: surveyKey(survey), to: { person: owner.id }, card })
}

/** `/complaint survey C-12`: the link once more. */
export async function inviteAgain(ctx: Asking, complaint: Complaint): Promise<Reply> {
  const words = ratingWords[ctx.locale]
  await mustManage(ctx, complaint)
  const survey = await mustBeRateable(ctx, complaint)
  const expiresAt = toInstant(survey.expiresAt)
  if (expiresAt.epochMilliseconds <= ctx.now.epochMilliseconds) {
    throw new UserError(words.expired(writeReference(complaint.number)))
  }
  return show(await invitation(ctx, { complaint, survey, reader: ctx.actor }))
}

type Invitation = { complaint: Complaint; survey: Survey; reader: Member }

async function invitation(ctx: Context, { complaint, survey, reader }: Invitation): Promise<Card> {
  const until = toInstant(survey.expiresAt)
  const link = await linkTo(ctx, 'complaint.csat', { subject: survey.id, until })
  const spoken = await localeOfCustomer(ctx, complaint)
  const reference = writeReference(complaint.number)
  const locale = nearestLocale(reader.locale)
  const dayOf = (instant: typeof until) => instant.toZonedDateTimeISO(reader.timeZone).toPlainDate()
  const closesOn = toInstant(survey.askedAt).add({ hours: SILENCE_DAYS * 24 })
  return invitationCard(locale, {
    id: complaint.id,
    reference,
    letter: pageWords[spoken].letter({
      reference,
      link,
      company: await companyOf(ctx),
      lastDay: sayDate(dayOf(until).subtract({ days: 1 }), spoken),
    }),
    until: sayDateTime(until, reader.timeZone, locale),
    closesOn: complaint.state === 'replied' ? sayDate(dayOf(closesOn), locale) : null,
  })
}
