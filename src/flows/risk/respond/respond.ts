import { record } from '../../../audit/record.ts'
import type { FormValues } from '../../../chat/form.ts'
import { textIn } from '../../../chat/typed.ts'
import { FieldErrors } from '../../../errors.ts'
import { type Asking, ask, type Reply, type Submission } from '../../../flow.ts'
import { withdrawAll } from '../accept/end.ts'
import { mustOwnRisk } from '../authority.ts'
import { redraw } from '../drawn.ts'
import { LONGEST_TEXT } from '../limits.ts'
import { held, mustBeFresh } from '../path/close.ts'
import { moveTo } from '../path/move.ts'
import { needsDecision, RESPONSES, type Response } from '../rules/acceptance.ts'
import { gradesOf, standingGrade } from '../rules/grade.ts'
import { writeRisk } from '../rules/reference.ts'
import { changeRisk, type Risk } from '../store/risks.ts'
import { shown } from '../views/show.ts'
import { watchResidual } from '../watch-residual.ts'
import { mustAllow } from '../which.ts'
import { respondForm } from './cards/respond-form.ts'
import { respondWords } from './messages/respond.ts'

/** `/risk respond R-3`, and the button. */
export async function askToRespond(ctx: Asking, risk: Risk): Promise<Reply> {
  await mustOwnRisk(ctx, risk)
  mustAllow(ctx, risk, 'respond')
  return ask(respondForm(ctx.locale, risk))
}

export async function respond(ctx: Asking, { context, values }: Submission): Promise<Reply> {
  const risk = await held(ctx, context)
  mustAllow(ctx, risk, 'respond')
  mustBeFresh(ctx, risk, context)
  const answer = readAnswer(ctx, risk, values)
  const words = respondWords[ctx.locale]
  const reference = writeRisk(risk.number)
  if (answer.response === risk.response && answer.plan === risk.plan) return shown(ctx, risk, words.same(reference))

  const after =
    risk.state === 'responding'
      ? await changeRisk(ctx.db, risk, answer)
      : await moveTo(ctx, risk, 'responding', { change: answer })
  const detail = { before: risk.response, after: answer.response, planChanged: answer.plan !== risk.plan }
  await record(ctx, { action: 'risk.responded', subject: `risk:${risk.id}`, detail })
  if (answer.response !== 'accept') await withdrawAll(ctx, after)
  await watchResidual(ctx, after)
  await redraw(ctx, after)
  return shown(ctx, after, words.responded(reference))
}

/** One that is accepted already may have another reason. */
function mustBeDecided(risk: Risk): boolean {
  const grade = standingGrade(gradesOf(risk))
  return risk.response !== 'accept' && grade !== null && needsDecision(grade)
}

type Answer = { response: Response; plan: string }

function readAnswer({ locale }: Asking, risk: Risk, values: FormValues): Answer {
  const words = respondWords[locale]
  const response = RESPONSES.find((one) => one === textIn(values, 'response'))
  const plan = textIn(values, 'plan')
  const errors: Record<string, string> = {}
  if (!response) errors.response = words.responseEmpty
  if (response === 'accept' && mustBeDecided(risk)) errors.response = words.needsDecision(writeRisk(risk.number))
  if (plan === '') errors.plan = words.planEmpty
  if (plan.length > LONGEST_TEXT) errors.plan = words.tooLong(LONGEST_TEXT, plan.length)
  if (!response || Object.keys(errors).length > 0) throw new FieldErrors(errors)
  return { response, plan }
}
