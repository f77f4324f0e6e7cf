import { record } from '../../../audit/record.ts'
import { toDate } from '../../../calendar/instant.ts'
import { type Asking, ask, type Reply, type Submission } from '../../../flow.ts'
import { mustOwnRisk } from '../authority.ts'
import { redraw } from '../drawn.ts'
import { held } from '../path/close.ts'
import { writeAction } from '../rules/reference.ts'
import type { Action } from '../store/actions.ts'
import { changeRisk, type Risk } from '../store/risks.ts'
import { takeNumbers } from '../store/settings.ts'
import { shown } from '../views/show.ts'
import { newActionForm } from './cards/action-forms.ts'
import { actionWords } from './messages/actions.ts'
import { readAction } from './read-action.ts'
import { tellActionOwner } from './tell-action.ts'
import { mustBeOpenRisk } from './which-action.ts'

/** `/risk action add R-3`, and the button. */
export async function askForAction(ctx: Asking, risk: Risk): Promise<Reply> {
  await mustOwnRisk(ctx, risk)
  mustBeOpenRisk(ctx, risk)
  return ask(newActionForm(ctx.locale, risk))
}

export async function addAction(ctx: Asking, { context, values }: Submission): Promise<Reply> {
  const number = await takeNumbers(ctx.db, ctx.workspace.id, { of: 'action' })
  const risk = await held(ctx, context)
  mustBeOpenRisk(ctx, risk)
  const terms = await readAction(ctx, values)
  const about = { workspaceId: ctx.workspace.id, riskId: risk.id, number, createdById: ctx.actor.id }
  const action = (await ctx.db.riskAction.create({
    data: { ...about, ...terms, createdAt: toDate(ctx.now) },
  })) as Action
  const detail = { risk: risk.id, number, ownerId: terms.ownerId, dueOn: terms.dueOn.toISOString().slice(0, 10) }
  await record(ctx, { action: 'risk.action-added', subject: `risk-action:${action.id}`, detail })
  await tellActionOwner(ctx, action, risk)
  const after = await changeRisk(ctx.db, risk, {})
  await redraw(ctx, after)
  return shown(ctx, after, actionWords[ctx.locale].created(writeAction(number)))
}
