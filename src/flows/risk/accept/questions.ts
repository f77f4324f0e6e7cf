import { type Locale, nearestLocale } from '../../../chat/locale.ts'
import type { Member } from '../../../database/types.ts'
import type { Context } from '../../../flow.ts'
import { revise, say } from '../../../outbox/say.ts'
import { adminsOf, isColleague, memberById, membersByIds } from '../../../people/members.ts'
import { holders } from '../../../people/roles.ts'
import { refusals } from '../messages/refusals.ts'
import { decidersOf } from '../rules/acceptance.ts'
import type { Risk } from '../store/risks.ts'
import { questionCard } from './cards/question-card.ts'
import type { Acceptance } from './store/acceptances.ts'
import { askedAbout, questionKey } from './store/questions.ts'

type About = { risk: Risk; acceptance: Acceptance }

/** Who may decide about a risk, as things stand now. */
export async function deciders(ctx: Context, { ownerId }: Risk, proposedById: string | null): Promise<Member[]> {
  const { db, workspace } = ctx
  return decidersOf({
    secondLine: (await holders(db, workspace.id, 'risk')).filter(isColleague),
    admins: (await adminsOf(db, workspace.id)).filter(isColleague),
    barredIds: [ownerId, proposedById],
  })
}

/** Each who may decide and was not asked so far, in a message of their own. */
export async function askDeciders(ctx: Context, { risk, acceptance }: About): Promise<void> {
  const asked = await askedAbout(ctx, acceptance.id)
  const people = await deciders(ctx, risk, acceptance.proposedById)
  for (const { id, locale: spoken } of people.filter((one) => !asked.includes(one.id))) {
    const locale = nearestLocale(spoken)
    const card = questionCard(locale, { risk, acceptance, proposer: await proposerName(ctx, acceptance, locale) }, null)
    await say(ctx, { key: questionKey(acceptance.id, id), to: { person: id }, card, urgency: 'escalation' })
  }
}

/** What was asked says what has become of it. */
export async function closeQuestions(
  ctx: Context,
  { risk, acceptance }: About,
  outcome: (locale: Locale) => string,
): Promise<void> {
  const asked = await askedAbout(ctx, acceptance.id)
  for (const { id, locale: spoken } of await membersByIds(ctx.db, ctx.workspace.id, asked)) {
    const locale = nearestLocale(spoken)
    const proposer = await proposerName(ctx, acceptance, locale)
    await revise(
      ctx,
      questionKey(acceptance.id, id),
      questionCard(locale, { risk, acceptance, proposer }, outcome(locale)),
    )
  }
}

export async function proposerName(
  { db, workspace }: Context,
  { proposedById }: Acceptance,
  locale: Locale,
): Promise<string> {
  const proposer = proposedById ? await memberById(db, workspace.id, proposedById) : null
  return proposer?.name ?? refusals[locale].somebody
}
