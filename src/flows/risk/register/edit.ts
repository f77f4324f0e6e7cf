import { changedIn } from '../../../audit/changed-in.ts'
import { record } from '../../../audit/record.ts'
import { UserError } from '../../../errors.ts'
import { type Asking, ask, type Reply, type Submission } from '../../../flow.ts'
import { namesChanged } from '../../../links/links.ts'
import { mustOwnRisk } from '../authority.ts'
import { redraw } from '../drawn.ts'
import { refusals } from '../messages/refusals.ts'
import { isOpen } from '../rules/path.ts'
import { writeRisk } from '../rules/reference.ts'
import { categoriesOf } from '../store/categories.ts'
import { changeRisk, type Risk } from '../store/risks.ts'
import { holdRegister } from '../store/settings.ts'
import { subjectOf } from '../subject.ts'
import { shown } from '../views/show.ts'
import { watchResidual } from '../watch-residual.ts'
import { holdRisk, riskOf } from '../which.ts'
import { editRiskForm } from './cards/risk-form.ts'
import { registerWords } from './messages/register.ts'
import { mustBeRight, readRisk } from './read-risk.ts'
import { tellNewOwner } from './tell-owner.ts'

export const TEXTS = ['title', 'description', 'cause', 'event', 'consequence'] as const

/** `/risk edit R-3`, and the button. */
export async function askToEdit(ctx: Asking, risk: Risk): Promise<Reply> {
  await mustOwnRisk(ctx, risk)
  mustBeOpen(ctx, risk)
  return ask(editRiskForm(ctx.locale, risk, await categoriesOf(ctx.db, ctx.workspace.id)))
}

export async function saveRisk(ctx: Asking, { context, values }: Submission): Promise<Reply> {
  const words = registerWords[ctx.locale]
  await mustOwnRisk(ctx, await riskOf(ctx, context))
  const [id = '', version] = context.split(' ')
  await holdRegister(ctx.db, ctx.workspace.id)
  const before = await holdRisk(ctx, id)
  mustBeOpen(ctx, before)
  if (String(before.version) !== version) throw new UserError(refusals[ctx.locale].stale)
  const { terms, errors } = await readRisk(ctx, values, before)
  mustBeRight(errors)
  const changed = changedIn(before, terms, TEXTS)
  const reference = writeRisk(before.number)
  if (Object.keys(changed).length === 0) return shown(ctx, before, words.same(reference))

  const after = await changeRisk(ctx.db, before, terms)
  await record(ctx, { action: 'risk.changed', subject: `risk:${id}`, detail: changed })
  if ('title' in changed) await namesChanged(ctx, [subjectOf(after)])
  if ('ownerId' in changed) await tellNewOwner(ctx, after)
  await watchResidual(ctx, after)
  await redraw(ctx, after)
  return shown(ctx, after, words.saved(reference))
}

function mustBeOpen({ locale }: Asking, { number, state }: Risk): void {
  if (!isOpen(state)) throw new UserError(refusals[locale].closed(writeRisk(number)))
}
