import { UserError } from '../../../errors.ts'
import type { Asking, Reply } from '../../../flow.ts'
import { mustBeColleague, mustNotAudit, mustOwnRisk } from '../authority.ts'
import { refusals } from '../messages/refusals.ts'
import { isOpen } from '../rules/path.ts'
import { readReference, writeAction, writeRisk } from '../rules/reference.ts'
import { type Action, actionsBy } from '../store/actions.ts'
import type { Risk } from '../store/risks.ts'
import { holdRisk, riskOf } from '../which.ts'
import { actionWords } from './messages/actions.ts'

export const atAction =
  (deed: (ctx: Asking, action: Action) => Promise<Reply>) =>
  async (ctx: Asking, value: string): Promise<Reply> =>
    deed(ctx, await actionOf(ctx, value))

/** The value of a button or the context of a form: the id first. */
export async function actionOf(ctx: Asking, value: string): Promise<Action> {
  mustBeColleague(ctx)
  const [id = ''] = value.split(' ')
  const [action] = await actionsBy(ctx.db, { id, workspaceId: ctx.workspace.id })
  if (!action) throw new UserError(refusals[ctx.locale].gone)
  return action
}

export async function actionByReference(ctx: Asking, typed: string): Promise<Action> {
  mustBeColleague(ctx)
  const words = actionWords[ctx.locale]
  const reference = readReference(typed)
  if (reference?.kind !== 'action') throw new UserError(words.which)
  const [action] = await actionsBy(ctx.db, { workspaceId: ctx.workspace.id, number: reference.number })
  if (!action) throw new UserError(words.unknown(reference.number))
  return action
}

/** The action of a form as it is now, with its risk, which the asker holds. */
export async function heldAction(ctx: Asking, context: string): Promise<{ action: Action; risk: Risk }> {
  const { id, riskId } = await actionOf(ctx, context)
  const risk = await holdRisk(ctx, riskId)
  return { action: await actionOf(ctx, id), risk }
}

/** Whoever may change its risk. */
export const mustOwnAround = async (ctx: Asking, { riskId }: Action): Promise<void> =>
  mustOwnRisk(ctx, await riskOf(ctx, riskId))

/** Its owner, whoever was asked in their place, and whoever may change its risk. */
export async function mayFinish(ctx: Asking, action: Action): Promise<void> {
  mustNotAudit(ctx)
  if (action.ownerId === ctx.actor.id || action.promptedId === ctx.actor.id) return
  try {
    await mustOwnAround(ctx, action)
  } catch (error) {
    if (!(error instanceof UserError)) throw error
    throw new UserError(actionWords[ctx.locale].notYours(writeAction(action.number)))
  }
}

export function mustBeOpenAction({ locale }: Asking, { number, state }: Action): void {
  if (state !== 'open') throw new UserError(actionWords[locale].ended(writeAction(number), state))
}

/** Refuses a form that shows another version than there is. */
export function mustBeFreshAction({ locale }: Asking, { version }: Action, context: string): void {
  if (context.split(' ')[1] !== String(version)) throw new UserError(refusals[locale].stale)
}

export function mustBeOpenRisk({ locale }: Asking, { number, state }: Risk): void {
  if (!isOpen(state)) throw new UserError(actionWords[locale].riskClosed(writeRisk(number)))
}
