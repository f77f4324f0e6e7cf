import { Temporal } from 'temporal-polyfill'
import { record } from '../../../audit/record.ts'
import { toDate, toDateColumn } from '../../../calendar/instant.ts'
import { localDateOf } from '../../../calendar/occurrences.ts'
import { sayDate } from '../../../calendar/say.ts'
import type { FormValues } from '../../../chat/form.ts'
import { textIn } from '../../../chat/typed.ts'
import type { Member } from '../../../database/types.ts'
import { FieldErrors, UserError } from '../../../errors.ts'
import { type Asking, ask, type Reply, type Submission, show } from '../../../flow.ts'
import { mustOwnRisk } from '../authority.ts'
import { levelWords } from '../cards/lines.ts'
import { redraw } from '../drawn.ts'
import { LONGEST_PART } from '../limits.ts'
import { held, mustBeFresh } from '../path/close.ts'
import { moveTo } from '../path/move.ts'
import { latestExpiry, needsDecision } from '../rules/acceptance.ts'
import { dateIn } from '../rules/date-in.ts'
import { type Grade, gradesOf, scoreOf, standingGrade } from '../rules/grade.ts'
import { writeRisk } from '../rules/reference.ts'
import { changeRisk, type Risk } from '../store/risks.ts'
import { settingsOf } from '../store/settings.ts'
import { shown } from '../views/show.ts'
import { mustAllow } from '../which.ts'
import { proposeForm } from './cards/accept-forms.ts'
import { questionCard } from './cards/question-card.ts'
import { withdraw } from './end.ts'
import { acceptWords } from './messages/accept.ts'
import { askDeciders, deciders, proposerName } from './questions.ts'
import { type Acceptance, addAcceptance, liveOf } from './store/acceptances.ts'

const PRESET_MONTHS = 6

/** `/risk accept R-3`, and the button: the question for whoever may answer it, else the form that asks it. */
export async function askToAccept(ctx: Asking, risk: Risk): Promise<Reply> {
  const waiting = (await liveOf(ctx.db, risk.id)).find(({ state }) => state === 'proposed')
  if (waiting && (await deciders(ctx, risk, waiting.proposedById)).some(({ id }) => id === ctx.actor.id))
    return show(await questionOf(ctx, risk, waiting))
  await mustOwnRisk(ctx, risk)
  await mustBeProposable(ctx, risk)
  const people = await mustBeDecidable(ctx, risk)
  const until = (await todayOf(ctx)).add({ months: PRESET_MONTHS })
  return ask(proposeForm(ctx.locale, risk, { until, deciders: people.map(({ name }) => name) }))
}

/** What was proposed before and nobody has decided goes. */
export async function propose(ctx: Asking, { context, values }: Submission): Promise<Reply> {
  const risk = await held(ctx, context)
  const grade = await mustBeProposable(ctx, risk)
  mustBeFresh(ctx, risk, context)
  const people = await mustBeDecidable(ctx, risk)
  const { reason, until } = readProposal(ctx, values, await todayOf(ctx))
  for (const one of await liveOf(ctx.db, risk.id)) if (one.state === 'proposed') await withdraw(ctx, risk, one)
  const acceptance = await addAcceptance(ctx.db, {
    ...{ workspaceId: ctx.workspace.id, riskId: risk.id, reason, expiresOn: toDateColumn(until) },
    ...{ likelihood: grade.likelihood, impact: grade.impact },
    ...{ proposedAt: toDate(ctx.now), proposedById: ctx.actor.id },
  })
  const detail = { acceptance: acceptance.id, expiresOn: until.toString(), score: scoreOf(grade) }
  await record(ctx, { action: 'risk.acceptance-proposed', subject: `risk:${risk.id}`, detail })
  const after = risk.state === 'assessed' ? await moveTo(ctx, risk, 'responding') : await changeRisk(ctx.db, risk, {})
  await askDeciders(ctx, { risk: after, acceptance })
  await redraw(ctx, after)
  const names = people.map(({ name }) => name)
  return shown(ctx, after, acceptWords[ctx.locale].proposed(writeRisk(risk.number), names))
}

async function questionOf(ctx: Asking, risk: Risk, acceptance: Acceptance) {
  const proposer = await proposerName(ctx, acceptance, ctx.locale)
  return questionCard(ctx.locale, { risk, acceptance, proposer }, null)
}

async function mustBeProposable(ctx: Asking, risk: Risk): Promise<Grade> {
  mustAllow(ctx, risk, 'respond')
  const grade = standingGrade(gradesOf(risk))
  if (grade && needsDecision(grade)) return grade
  const level = grade ? levelWords(ctx.locale, scoreOf(grade)) : ''
  throw new UserError(acceptWords[ctx.locale].notNeeded(writeRisk(risk.number), level))
}

async function mustBeDecidable(ctx: Asking, risk: Risk): Promise<Member[]> {
  const people = await deciders(ctx, risk, ctx.actor.id)
  if (people.length === 0) throw new UserError(acceptWords[ctx.locale].nobody)
  return people
}

const todayOf = async (ctx: Asking): Promise<Temporal.PlainDate> =>
  localDateOf(ctx.now, (await settingsOf(ctx.db, ctx.workspace.id)).timeZone)

function readProposal({ locale }: Asking, values: FormValues, today: Temporal.PlainDate) {
  const words = acceptWords[locale]
  const errors: Record<string, string> = {}
  const reason = textIn(values, 'reason')
  if (reason === '') errors.reason = words.reasonEmpty
  if (reason.length > LONGEST_PART) errors.reason = words.tooLong(LONGEST_PART, reason.length)
  const until = dateIn(values, 'until')
  const last = latestExpiry(today)
  const isIn = until && Temporal.PlainDate.compare(until, today) > 0 && Temporal.PlainDate.compare(until, last) <= 0
  if (!isIn) errors.until = words.untilWrong(sayDate(last, locale))
  if (!until || Object.keys(errors).length > 0) throw new FieldErrors(errors)
  return { reason, until }
}
