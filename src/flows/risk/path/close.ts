import { recordAll } from '../../../audit/record.ts'
import { toDate } from '../../../calendar/instant.ts'
import type { FormValues } from '../../../chat/form.ts'
import { textIn } from '../../../chat/typed.ts'
import { FieldErrors, UserError } from '../../../errors.ts'
import { type Asking, ask, type Reply, type Submission } from '../../../flow.ts'
import { mustOwnRisk } from '../authority.ts'
import { redraw } from '../drawn.ts'
import { LONGEST_PART } from '../limits.ts'
import { refusals } from '../messages/refusals.ts'
import { riskEnded } from '../residual.ts'
import { writeRisk } from '../rules/reference.ts'
import { dropActions, openActionsOf } from '../store/actions.ts'
import type { Risk } from '../store/risks.ts'
import { shown } from '../views/show.ts'
import { holdRisk, mustAllow, riskOf } from '../which.ts'
import { closeForm } from './cards/path-forms.ts'
import { pathWords } from './messages/path.ts'
import { moveTo } from './move.ts'

/** `/risk close R-3`, and the button. */
export async function askToClose(ctx: Asking, risk: Risk): Promise<Reply> {
  await mustOwnRisk(ctx, risk)
  mustAllow(ctx, risk, 'close')
  return ask(closeForm(ctx.locale, risk, await openActionsOf(ctx.db, risk.id)))
}

/** With actions still open it says why these are not done any more; they are dropped with it. */
export async function close(ctx: Asking, { context, values }: Submission): Promise<Reply> {
  const risk = await held(ctx, context)
  mustAllow(ctx, risk, 'close')
  mustBeFresh(ctx, risk, context)
  const open = await openActionsOf(ctx.db, risk.id)
  const { why, drop } = readReasons(ctx, values, open.length)
  const end = { closedAt: toDate(ctx.now), closedById: ctx.actor.id, closeReason: why, nextReviewOn: null }
  const ids = open.map(({ id }) => id)
  await dropActions(ctx.db, ids, { why: drop, byId: ctx.actor.id, at: ctx.now })
  await recordAll(
    ctx,
    ids.map((id) => ({ action: 'risk.action-dropped', subject: `risk-action:${id}` })),
  )
  const after = await moveTo(ctx, risk, 'closed', { why, change: end })
  await riskEnded(ctx, after)
  await redraw(ctx, after)
  return shown(ctx, after, pathWords[ctx.locale].closed(writeRisk(risk.number)))
}

/** The risk of a form, as it is now and for the asker to change. */
export async function held(ctx: Asking, context: string): Promise<Risk> {
  await mustOwnRisk(ctx, await riskOf(ctx, context))
  return holdRisk(ctx, context.split(' ')[0] ?? '')
}

/** Refuses a form whose risk is another one than it shows. */
export function mustBeFresh({ locale }: Asking, { version }: Risk, context: string): void {
  if (context.split(' ')[1] !== String(version)) throw new UserError(refusals[locale].stale)
}

export function readReason({ locale }: Asking, values: FormValues, field: string): string {
  const words = pathWords[locale]
  const why = textIn(values, field)
  if (why === '') throw new FieldErrors({ [field]: words.whyEmpty })
  if (why.length > LONGEST_PART) throw new FieldErrors({ [field]: words.tooLong(LONGEST_PART, why.length) })
  return why
}

function readReasons(ctx: Asking, values: FormValues, open: number): { why: string; drop: string } {
  const why = readReason(ctx, values, 'why')
  if (open === 0) return { why, drop: '' }
  if (textIn(values, 'drop') === '') throw new FieldErrors({ drop: pathWords[ctx.locale].dropWhyEmpty(open) })
  return { why, drop: readReason(ctx, values, 'drop') }
}
