import { fromDateColumn } from '../../../calendar/instant.ts'
import { sayDate } from '../../../calendar/say.ts'
import { nearestLocale } from '../../../chat/locale.ts'
import { noteCard } from '../../../chat/note-card.ts'
import type { Asking } from '../../../flow.ts'
import { say } from '../../../outbox/say.ts'
import { memberById } from '../../../people/members.ts'
import { actionName } from '../cards/action-line.ts'
import { riskName } from '../cards/lines.ts'
import { writeAction, writeRisk } from '../rules/reference.ts'
import { type Action, openActionsOf } from '../store/actions.ts'
import type { Risk } from '../store/risks.ts'
import { actionWords } from './messages/actions.ts'

/** Whoever was given an action by somebody else hears of it, once. */
export async function tellActionOwner(ctx: Asking, action: Action, risk: Risk): Promise<void> {
  if (action.ownerId === ctx.actor.id) return
  const owner = await memberById(ctx.db, ctx.workspace.id, action.ownerId)
  if (!owner) return
  const locale = nearestLocale(owner.locale)
  const words = actionWords[locale]
  const due = sayDate(fromDateColumn(action.dueOn), locale)
  await say(ctx, {
    key: `risk/action-given/${action.id}/${action.version}`,
    to: { person: owner.id },
    card: noteCard(locale, words.given(ctx.actor.name, writeAction(action.number)), {
      blocks: [{ kind: 'text', text: words.line(actionName(action), owner.name, due) }],
      hints: [`${words.measure}: ${action.measure}`, riskName(risk)],
      buttons: [{ label: writeAction(action.number), action: 'risk.action-show', value: action.id }],
    }),
  })
}

/** The risk's owner hears once that somebody else has done it, and what is left. */
export async function tellDone(ctx: Asking, action: Action, risk: Risk): Promise<void> {
  if (risk.ownerId === ctx.actor.id) return
  const owner = await memberById(ctx.db, ctx.workspace.id, risk.ownerId)
  if (!owner) return
  const locale = nearestLocale(owner.locale)
  const words = actionWords[locale]
  const left = (await openActionsOf(ctx.db, risk.id)).length
  await say(ctx, {
    key: `risk/action-done/${action.id}`,
    to: { person: owner.id },
    card: noteCard(locale, words.told(ctx.actor.name, writeAction(action.number)), {
      tone: 'good',
      blocks: [
        { kind: 'text', style: 'heading', text: actionName(action) },
        ...(action.outcome ? [{ kind: 'text' as const, style: 'quote' as const, text: action.outcome }] : []),
      ],
      hints: [riskName(risk), left > 0 ? words.left(left) : words.noneLeft(writeRisk(risk.number))],
      buttons: [{ label: words.show, action: 'risk.show', value: risk.id }],
    }),
  })
}
