import { fromDateColumn } from '../../../calendar/instant.ts'
import { sayDate } from '../../../calendar/say.ts'
import { type Asking, type Reply, show } from '../../../flow.ts'
import { memberById } from '../../../people/members.ts'
import type { Action } from '../store/actions.ts'
import { riskOf } from '../which.ts'
import { actionCard } from './cards/action-card.ts'
import { actionWords } from './messages/actions.ts'

export const showAction = (ctx: Asking, action: Action): Promise<Reply> => actionShown(ctx, action)

/** Everything about it, below what was done with it. */
export async function actionShown(ctx: Asking, action: Action, said?: string): Promise<Reply> {
  const owner = await memberById(ctx.db, ctx.workspace.id, action.ownerId)
  const shown = {
    ...{ action, risk: await riskOf(ctx, action.riskId), owner: owner?.name ?? actionWords[ctx.locale].somebody },
    due: sayDate(fromDateColumn(action.dueOn), ctx.locale),
  }
  return show(actionCard(ctx.locale, shown, said))
}
