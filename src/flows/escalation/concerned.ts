import { toInstant } from '../../calendar/instant.ts'
import { sayDateTime } from '../../calendar/say.ts'
import { UserError } from '../../errors.ts'
import { holdEscalation } from '../../escalation/hold.ts'
import type { Escalation } from '../../escalation/store/escalations.ts'
import { mayHaveArrived, type Notice, noticesOf } from '../../escalation/store/notices.ts'
import type { Asking } from '../../flow.ts'
import { isAdmin, memberById } from '../../people/members.ts'
import { walkWords } from './messages/walk.ts'

export type Concerned = { escalation: Escalation; notices: readonly Notice[] }

/** The escalation, held until this transaction ends; refuses whoever it does not concern. */
export async function concerned(ctx: Asking, id: string): Promise<Concerned> {
  const words = walkWords[ctx.locale]
  const escalation = await holdEscalation(ctx, id)
  if (!escalation) throw new UserError(words.gone)
  if (escalation.excludedIds.includes(ctx.actor.id)) throw new UserError(words.recused)
  const notices = await noticesOf(ctx.db, id)
  if (!mayAct(ctx, { escalation, notices }) || !(await mayKnow(ctx, escalation))) throw new UserError(words.notYours)
  return { escalation, notices }
}

/** What was told to a channel concerns everybody in it. */
function mayAct({ actor }: Asking, { escalation, notices }: Concerned): boolean {
  const isNamed = actor.id === escalation.ownerId || actor.id === escalation.holderId
  const wasTold = notices.some(
    (notice) => mayHaveArrived(notice) && (notice.memberId === actor.id || notice.place.startsWith('channel:')),
  )
  return isNamed || wasTold || isAdmin(actor)
}

/** A channel can be told of what not everybody there may know. */
async function mayKnow(ctx: Asking, { flow, subject }: Escalation): Promise<boolean> {
  const owner = ctx.flows.find(({ name }) => name === flow)
  return (await owner?.mayKnow?.(ctx, subject, ctx.actor)) ?? true
}

/** Refuses what somebody has already, and tells who. */
export async function mustBeOpen(ctx: Asking, escalation: Escalation): Promise<void> {
  const words = walkWords[ctx.locale]
  switch (escalation.state) {
    case 'open':
      return
    case 'acknowledged':
      throw new UserError(await whoHasIt(ctx, escalation))
    case 'resolved':
      throw new UserError(words.resolved)
  }
}

async function whoHasIt(ctx: Asking, { holderId, acknowledgedAt }: Escalation): Promise<string> {
  const words = walkWords[ctx.locale]
  const holder = holderId && holderId !== ctx.actor.id ? await memberById(ctx.db, ctx.workspace.id, holderId) : null
  if (!holder || !acknowledgedAt) return words.youHaveIt
  return words.hasIt(holder.name, sayDateTime(toInstant(acknowledgedAt), ctx.actor.timeZone, ctx.locale))
}
