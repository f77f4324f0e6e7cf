import { record } from '../../../audit/record.ts'
import { toDate } from '../../../calendar/instant.ts'
import { sayDate } from '../../../calendar/say.ts'
import type { Locale } from '../../../chat/locale.ts'
import { textIn } from '../../../chat/typed.ts'
import { FieldErrors, UserError } from '../../../errors.ts'
import { type Asking, ask, type Reply, type Submission } from '../../../flow.ts'
import { memberById } from '../../../people/members.ts'
import { mustNotAudit } from '../authority.ts'
import { redraw } from '../drawn.ts'
import { LONGEST_PART } from '../limits.ts'
import { refusals } from '../messages/refusals.ts'
import { moveTo } from '../path/move.ts'
import { changeRisk, type Risk } from '../store/risks.ts'
import { shown } from '../views/show.ts'
import { watchResidual } from '../watch-residual.ts'
import { holdRisk, riskOf } from '../which.ts'
import { type Decision, decideForm } from './cards/accept-forms.ts'
import { withdraw } from './end.ts'
import { planExpiry } from './expire.ts'
import { acceptWords } from './messages/accept.ts'
import { closeQuestions, deciders } from './questions.ts'
import { type Acceptance, acceptancesBy, changeAcceptance, liveOf } from './store/acceptances.ts'
import { tellDecision } from './tell-decision.ts'

export const askToDecide =
  (decision: Decision) =>
  async (ctx: Asking, value: string): Promise<Reply> => {
    const acceptance = await acceptanceOf(ctx, value)
    const risk = await riskOf(ctx, acceptance.riskId)
    await mustBeYours(ctx, risk, acceptance)
    return ask(decideForm(ctx.locale, risk, acceptance, decision))
  }

/** Two who decide at once come one after the other; the second one is told what the first has decided. */
export async function decide(ctx: Asking, { context, values }: Submission): Promise<Reply> {
  const known = await acceptanceOf(ctx, context)
  const risk = await holdRisk(ctx, known.riskId)
  const acceptance = await acceptanceOf(ctx, known.id)
  await mustBeYours(ctx, risk, acceptance)
  const decision = readReason(ctx, textIn(values, 'why'))
  const isAccepted = context.split(' ')[1] === 'accept'
  const decided = await changeAcceptance(ctx.db, acceptance, {
    ...{ state: isAccepted ? 'accepted' : 'declined', decision },
    ...{ decidedAt: toDate(ctx.now), decidedById: ctx.actor.id },
  })
  const detail = { acceptance: acceptance.id, expiresOn: acceptance.expiresOn.toString() }
  await record(ctx, { action: `risk.acceptance-${decided.state}`, subject: `risk:${risk.id}`, detail })
  const after = isAccepted ? await takeEffect(ctx, risk, decided) : await changeRisk(ctx.db, risk, {})
  const said = (locale: Locale) => outcomeOf(locale, ctx.actor.name, decided)
  await closeQuestions(ctx, { risk: after, acceptance: decided }, said)
  await tellDecision(ctx, after, decided)
  await watchResidual(ctx, after)
  await redraw(ctx, after)
  return shown(ctx, after, said(ctx.locale))
}

/** From now on it is lived with and watched; what was accepted before gives way to it. */
async function takeEffect(ctx: Asking, risk: Risk, acceptance: Acceptance): Promise<Risk> {
  for (const one of await liveOf(ctx.db, risk.id)) if (one.id !== acceptance.id) await withdraw(ctx, risk, one)
  await planExpiry(ctx, risk, acceptance)
  const change = { response: 'accept', plan: risk.plan ?? acceptance.reason }
  return risk.state === 'monitoring'
    ? changeRisk(ctx.db, risk, change)
    : moveTo(ctx, risk, 'monitoring', { why: acceptance.decision, change })
}

async function acceptanceOf(ctx: Asking, value: string): Promise<Acceptance> {
  mustNotAudit(ctx)
  const [id = ''] = value.split(' ')
  const [acceptance] = await acceptancesBy(ctx.db, { id, workspaceId: ctx.workspace.id })
  if (!acceptance) throw new UserError(refusals[ctx.locale].gone)
  return acceptance
}

async function mustBeYours(ctx: Asking, risk: Risk, acceptance: Acceptance): Promise<void> {
  const words = acceptWords[ctx.locale]
  const { state, decidedById, proposedById } = acceptance
  if (state === 'expired' || state === 'withdrawn') throw new UserError(words.over[state])
  if (state !== 'proposed') {
    const by = decidedById ? await memberById(ctx.db, ctx.workspace.id, decidedById) : null
    throw new UserError(words.already[state](by?.name ?? refusals[ctx.locale].somebody))
  }
  if (ctx.actor.id === risk.ownerId || ctx.actor.id === proposedById) throw new UserError(words.yourOwn)
  const people = await deciders(ctx, risk, proposedById)
  if (people.every(({ id }) => id !== ctx.actor.id)) throw new UserError(words.notYours(people.map(({ name }) => name)))
}

function readReason({ locale }: Asking, why: string): string {
  const words = acceptWords[locale]
  if (why === '') throw new FieldErrors({ why: words.whyEmpty })
  if (why.length > LONGEST_PART) throw new FieldErrors({ why: words.tooLong(LONGEST_PART, why.length) })
  return why
}

const outcomeOf = (locale: Locale, by: string, { state, expiresOn }: Acceptance): string =>
  state === 'accepted' ? acceptWords[locale].accepted(by, sayDate(expiresOn, locale)) : acceptWords[locale].declined(by)
