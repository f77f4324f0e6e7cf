import { record } from '../../../audit/record.ts'
import { toDate } from '../../../calendar/instant.ts'
import { textIn } from '../../../chat/typed.ts'
import { FieldErrors } from '../../../errors.ts'
import { type Asking, ask, type Reply, type Submission } from '../../../flow.ts'
import { redraw } from '../drawn.ts'
import { LONGEST_PART } from '../limits.ts'
import { writeAction } from '../rules/reference.ts'
import { type Action, changeAction } from '../store/actions.ts'
import type { Risk } from '../store/risks.ts'
import { doneForm, dropForm } from './cards/action-forms.ts'
import { actionWords } from './messages/actions.ts'
import { actionShown } from './show-action.ts'
import { tellDone } from './tell-action.ts'
import { heldAction, mayFinish, mustBeFreshAction, mustBeOpenAction, mustOwnAround } from './which-action.ts'

export async function askWhatCame(ctx: Asking, action: Action): Promise<Reply> {
  await mayFinish(ctx, action)
  mustBeOpenAction(ctx, action)
  return ask(doneForm(ctx.locale, action))
}

export async function askToDrop(ctx: Asking, action: Action): Promise<Reply> {
  await mustOwnAround(ctx, action)
  mustBeOpenAction(ctx, action)
  return ask(dropForm(ctx.locale, action))
}

export async function finish(ctx: Asking, { context, values }: Submission): Promise<Reply> {
  const { action, risk } = await heldAction(ctx, context)
  await mayFinish(ctx, action)
  mustBeOpenAction(ctx, action)
  mustBeFreshAction(ctx, action, context)
  const words = actionWords[ctx.locale]
  const outcome = mustSay(ctx, { outcome: textIn(values, 'outcome') }, words.outcomeEmpty)
  const after = await end(ctx, { action, risk }, { state: 'done', outcome })
  await tellDone(ctx, after, risk)
  return actionShown(ctx, after, words.finished(writeAction(action.number)))
}

export async function dropByForm(ctx: Asking, { context, values }: Submission): Promise<Reply> {
  const { action, risk } = await heldAction(ctx, context)
  await mustOwnAround(ctx, action)
  mustBeOpenAction(ctx, action)
  mustBeFreshAction(ctx, action, context)
  const words = actionWords[ctx.locale]
  const outcome = mustSay(ctx, { why: textIn(values, 'why') }, words.whyEmpty)
  const after = await end(ctx, { action, risk }, { state: 'dropped', outcome })
  return actionShown(ctx, after, words.dropped(writeAction(action.number)))
}

function mustSay({ locale }: Asking, said: Record<string, string>, empty: string): string {
  const [field = '', text = ''] = Object.entries(said)[0] ?? []
  if (text === '') throw new FieldErrors({ [field]: empty })
  if (text.length > LONGEST_PART)
    throw new FieldErrors({ [field]: actionWords[locale].tooLong(LONGEST_PART, text.length) })
  return text
}

type Ending = { state: 'done' | 'dropped'; outcome: string }

async function end(ctx: Asking, { action, risk }: { action: Action; risk: Risk }, ending: Ending): Promise<Action> {
  const after = await changeAction(ctx.db, action, {
    ...{ ...ending, endedAt: toDate(ctx.now), endedById: ctx.actor.id },
  })
  await record(ctx, { action: `risk.action-${ending.state}`, subject: `risk-action:${action.id}` })
  await redraw(ctx, risk)
  return after
}
