import { record } from '../audit/record.ts'
import { nearestLocale } from '../chat/locale.ts'
import type { Context } from '../flow.ts'
import { revise } from '../outbox/say.ts'
import { memberById } from '../people/members.ts'
import { withdrawnCard } from './cards/withdrawn-card.ts'
import { passOver } from './pass-over.ts'
import { changeEscalation, type Escalation, escalationById, lockByWhich, type Which } from './store/escalations.ts'
import { noticesOf } from './store/notices.ts'

/**
 * These members, and nobody else, have no part in it any more. What one of them has or was told goes on without them at
 * once, and their messages no longer tell what it is. Null when nothing was ever opened.
 */
export async function exclude(ctx: Context, which: Which, ids: readonly string[]): Promise<Escalation | null> {
  const escalation = await lockByWhich(ctx.db, ctx.workspace, which)
  if (!escalation || escalation.state === 'resolved') return escalation

  const { id, excludedIds: before } = escalation
  await changeEscalation(ctx.db, escalation, { excludedIds: [...ids] })
  const detail = { before, after: [...ids] }
  await record(ctx, { action: 'escalation.excluded', subject: `escalation:${id}`, detail })
  for (const memberId of ids.filter((one) => !before.includes(one))) await withdrawFrom(ctx, id, memberId)
  return escalationById(ctx.db, ctx.workspace.id, id)
}

async function withdrawFrom(ctx: Context, id: string, memberId: string): Promise<void> {
  const isMeant = (notice: { memberId: string | null }) => notice.memberId === memberId
  await passOver(ctx, id, { reason: 'conflict', isMeant, goneId: memberId })
  const member = await memberById(ctx.db, ctx.workspace.id, memberId)
  const card = withdrawnCard(nearestLocale(member?.locale ?? ctx.workspace.locale))
  for (const { postKey } of (await noticesOf(ctx.db, id)).filter(isMeant)) if (postKey) await revise(ctx, postKey, card)
}
