import { changedIn } from '../../../audit/changed-in.ts'
import { record } from '../../../audit/record.ts'
import { type Asking, ask, type Reply, type Submission } from '../../../flow.ts'
import { redraw } from '../drawn.ts'
import { writeAction } from '../rules/reference.ts'
import { type Action, changeAction } from '../store/actions.ts'
import { editActionForm } from './cards/action-forms.ts'
import { actionWords } from './messages/actions.ts'
import { readAction } from './read-action.ts'
import { actionShown } from './show-action.ts'
import { tellActionOwner } from './tell-action.ts'
import { heldAction, mustBeFreshAction, mustBeOpenAction, mustOwnAround } from './which-action.ts'

export async function askToEditAction(ctx: Asking, action: Action): Promise<Reply> {
  await mustOwnAround(ctx, action)
  mustBeOpenAction(ctx, action)
  return ask(editActionForm(ctx.locale, action))
}

export async function saveAction(ctx: Asking, { context, values }: Submission): Promise<Reply> {
  const { action, risk } = await heldAction(ctx, context)
  await mustOwnAround(ctx, action)
  mustBeOpenAction(ctx, action)
  mustBeFreshAction(ctx, action, context)
  const terms = await readAction(ctx, values, action)
  const day = ({ dueOn, ...rest }: Pick<Action, 'dueOn' | 'title' | 'ownerId' | 'measure'>) => ({
    ...{ title: rest.title, ownerId: rest.ownerId, measure: rest.measure },
    dueOn: dueOn.toISOString().slice(0, 10),
  })
  const changed = changedIn(day(action), day(terms), ['title', 'measure'])
  const words = actionWords[ctx.locale]
  const reference = writeAction(action.number)
  if (Object.keys(changed).length === 0) return actionShown(ctx, action, words.same(reference))

  const after = await changeAction(ctx.db, action, terms)
  await record(ctx, { action: 'risk.action-changed', subject: `risk-action:${action.id}`, detail: changed })
  if ('ownerId' in changed) await tellActionOwner(ctx, after, risk)
  await redraw(ctx, risk)
  return actionShown(ctx, after, words.saved(reference))
}
