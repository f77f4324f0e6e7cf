import { toInstant } from '../../../calendar/instant.ts'
import { sayDateTime } from '../../../calendar/say.ts'
import { textIn } from '../../../chat/typed.ts'
import { FieldErrors } from '../../../errors.ts'
import { type Asking, ask, type Reply, type Submission } from '../../../flow.ts'
import { memberById } from '../../../people/members.ts'
import { mustOwnRisk } from '../authority.ts'
import { gradeWords, residualWords } from '../cards/lines.ts'
import { LONGEST_PART } from '../limits.ts'
import { refusals } from '../messages/refusals.ts'
import { type Grade, gradesOf, isSameGrade, scoreOf } from '../rules/grade.ts'
import { writeRisk } from '../rules/reference.ts'
import { assessmentsOf, lastSeqOf } from '../store/assessments.ts'
import type { Risk } from '../store/risks.ts'
import { settingsOf } from '../store/settings.ts'
import { shown } from '../views/show.ts'
import { holdRisk, mustAllow, riskOf } from '../which.ts'
import { assessForm } from './cards/assess-form.ts'
import { assessWords } from './messages/assess.ts'
import { readGrade } from './read-grade.ts'
import { type Assessed, assess } from './record.ts'

/** `/risk assess R-3`, and the button. */
export async function askToAssess(ctx: Asking, risk: Risk): Promise<Reply> {
  await mustOwnRisk(ctx, risk)
  mustAllow(ctx, risk, 'assess')
  const scales = await settingsOf(ctx.db, ctx.workspace.id)
  return ask(assessForm(ctx.locale, risk, { scales, seq: await lastSeqOf(ctx.db, risk.id) }))
}

/** Two at once come one after the other; the second one is told, sees both, and nothing of theirs is written. */
export async function submitAssessment(ctx: Asking, { context, values }: Submission): Promise<Reply> {
  await mustOwnRisk(ctx, await riskOf(ctx, context))
  const [id = '', seq] = context.split(' ')
  const risk = await holdRisk(ctx, id)
  mustAllow(ctx, risk, 'assess')
  const errors: Record<string, string> = {}
  const inherent = readGrade(ctx.locale, values, { errors, prefix: 'inherent' })
  const residual = readGrade(ctx.locale, values, { errors, prefix: 'residual', optional: true })
  if (inherent && (await lastSeqOf(ctx.db, risk.id)) !== Number(seq))
    throw await stale(ctx, risk, { inherent, residual })

  const assessed = mustBeSound(ctx, risk, { inherent, residual, why: textIn(values, 'why') || null, errors })
  const after = await assess(ctx, risk, assessed)
  const words = assessWords[ctx.locale]
  const reference = writeRisk(risk.number)
  return shown(ctx, after, after.version === risk.version ? words.same(reference) : words.assessed(reference))
}

type Read = Omit<Assessed, 'inherent'> & { inherent: Grade | null; errors: Record<string, string> }

/** A grade that moves says why, and what is left is not more than what there was. */
function mustBeSound({ locale }: Asking, risk: Risk, { inherent, residual, why, errors }: Read): Assessed {
  const words = assessWords[locale]
  const before = gradesOf(risk)
  const moves = (old: Grade | null, chosen: Grade | null) =>
    old !== null && chosen !== null && !isSameGrade(old, chosen)
  if (why === null && (moves(before.inherent, inherent) || moves(before.residual, residual)))
    errors.why = words.whyEmpty
  if (why !== null && why.length > LONGEST_PART) errors.why = words.tooLong(LONGEST_PART, why.length)
  const left = residual ?? before.residual
  if (inherent && left && scoreOf(left) > scoreOf(inherent))
    errors['residual-likelihood'] ??= words.aboveInherent(scoreOf(left), scoreOf(inherent))
  if (!inherent || Object.keys(errors).length > 0) throw new FieldErrors(errors)
  return { inherent, residual, why }
}

async function stale(
  ctx: Asking,
  risk: Risk,
  yours: { inherent: Grade; residual: Grade | null },
): Promise<FieldErrors> {
  const { locale } = ctx
  const words = assessWords[locale]
  const last = (await assessmentsOf(ctx.db, risk.id)).at(-1)
  const by = last?.byId ? await memberById(ctx.db, ctx.workspace.id, last.byId) : null
  const at = last ? sayDateTime(toInstant(last.at), ctx.actor.timeZone, locale) : ''
  const grades = gradesOf(risk)
  const told = [
    words.stale(by?.name ?? refusals[locale].somebody, at),
    words.theirs(gradeWords(locale, grades.inherent), residualWords(locale, grades)),
    words.yours(gradeWords(locale, yours.inherent), residualWords(locale, yours)),
    words.again,
  ]
  return new FieldErrors({ '': told.join('\n') })
}
