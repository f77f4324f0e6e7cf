import { type Locale, nearestLocale } from '../../../chat/locale.ts'
import type { Member } from '../../../database/types.ts'
import type { Asking, Context } from '../../../flow.ts'
import { revise, say } from '../../../outbox/say.ts'
import { adminsOf, isColleague, memberById, membersByIds } from '../../../people/members.ts'
import { holders } from '../../../people/roles.ts'
import { refusals } from '../messages/refusals.ts'
import { decidersOf } from '../rules/acceptance.ts'
import type { Risk } from '../store/risks.ts'
import { questionCard } from './cards/question-card.ts'
import type { Acceptance } from './store/acceptances.ts'
import { askedAbout, questionKey } from './store/questions.ts'
import { endReminding, remindUnanswered } from './unanswered.ts'

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
export async function askDeciders(ctx: Context, about: About): Promise<void> {
  const { risk, acceptance } = about
  const asked = await askedAbout(ctx, acceptance.id)
  const people = await deciders(ctx, risk, acceptance.proposedById)
  const card = await cardAbout(ctx, about, () => null)
  for (const { id, locale } of people.filter((one) => !asked.includes(one.id))) {
    const to = { person: id }
    await say(ctx, {
      key: questionKey(acceptance.id, id),
      to,
      card: card(nearestLocale(locale)),
      urgency: 'escalation',
    })
  }
  await remindUnanswered(ctx, { ...about, card }, people)
}

/** What was asked says what has become of it. */
export async function closeQuestions(
  ctx: Context & Partial<Pick<Asking, 'actor'>>,
  about: About,
  outcome: (locale: Locale) => string,
): Promise<void> {
  const { acceptance } = about
  const asked = await askedAbout(ctx, acceptance.id)
  const card = await cardAbout(ctx, about, outcome)
  for (const { id, locale } of await membersByIds(ctx.db, ctx.workspace.id, asked))
    await revise(ctx, questionKey(acceptance.id, id), card(nearestLocale(locale)))
  await endReminding(ctx, { acceptance, card })
}

async function cardAbout(ctx: Context, about: About, outcome: (locale: Locale) => string | null) {
  const proposers = {
    en: await proposerName(ctx, about.acceptance, 'en'),
    'zh-CN': await proposerName(ctx, about.acceptance, 'zh-CN'),
  }
  return (locale: Locale) => questionCard(locale, { ...about, proposer: proposers[locale] }, outcome(locale))
}

export async function proposerName(
  { db, workspace }: Context,
  { proposedById }: Acceptance,
  locale: Locale,
): Promise<string> {
  const proposer = proposedById ? await memberById(db, workspace.id, proposedById) : null
  return proposer?.name ?? refusals[locale].somebody
}
