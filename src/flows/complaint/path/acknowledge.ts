import { toDate } from '../../../calendar/instant.ts'
import type { Asking, Context, Reply } from '../../../flow.ts'
import { meetClock } from '../clocks/clockwork.ts'
import { writeReference } from '../rules/reference.ts'
import type { Complaint } from '../store/complaints.ts'
import { tell } from '../story.ts'
import { assignTo } from './assign.ts'
import { done } from './done.ts'
import { stepWords } from './messages/steps.ts'
import { moveTo } from './move.ts'
import { mustBeAbleToTake, ownerName } from './permissions.ts'
import { mustBePossible } from './possible.ts'
import { resolveWalks } from './walks.ts'

type Acting = Context & Pick<Asking, 'actor'>

export async function acknowledge(ctx: Asking, complaint: Complaint): Promise<Reply> {
  await mustBeAbleToTake(ctx, complaint)
  await mustBePossible(ctx, complaint, 'acknowledge')

  const before = await ownerName(ctx, complaint)
  const acknowledged = await acknowledgeAs(ctx, complaint)
  const words = stepWords[ctx.locale]
  const reference = writeReference(complaint.number)
  const isOwn = complaint.ownerId === ctx.actor.id
  return done(ctx, acknowledged, isOwn ? words.acknowledged(reference) : words.taken(reference, before))
}

/** Whoever acknowledges a complaint has it. */
export async function acknowledgeAs(ctx: Acting, complaint: Complaint): Promise<Complaint> {
  const taken = await assignTo(ctx, complaint, { ownerId: ctx.actor.id })
  const acknowledged = await moveTo(ctx.db, taken, 'acknowledged', { acknowledgedAt: toDate(ctx.now) })
  await meetClock(ctx, acknowledged, 'acknowledge')
  await resolveWalks(ctx, acknowledged, ['acknowledge'])
  await tell(ctx, acknowledged, { kind: 'acknowledged' })
  return acknowledged
}
