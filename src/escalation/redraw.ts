import type { Card } from '../chat/card.ts'
import { nearestLocale } from '../chat/locale.ts'
import type { Context } from '../flow.ts'
import { revise } from '../outbox/say.ts'
import { membersByIds } from '../people/members.ts'
import { noticeCard, type Seen } from './cards/notice-card.ts'
import { noticeWords } from './messages/notice.ts'
import type { Escalation } from './store/escalations.ts'
import { mayHaveArrived, type Notice, noticesOf } from './store/notices.ts'

/** Changes what everybody was told to what is true now. */
export async function redraw(ctx: Context, escalation: Escalation): Promise<void> {
  const notices = await noticesOf(ctx.db, escalation.id)
  const draw = await drawer(ctx, escalation, notices)
  for (const notice of notices) {
    const isTheirs = mayHaveArrived(notice) && !escalation.excludedIds.includes(notice.memberId ?? '')
    if (isTheirs && notice.postKey) await revise(ctx, notice.postKey, draw(notice))
  }
}

/** Draws a notice in its reader's language and time; everybody is looked up once. */
export async function drawer(
  ctx: Context,
  escalation: Escalation,
  notices: readonly Notice[],
): Promise<(notice: Notice) => Card> {
  const { ownerId, holderId, resolvedById, snoozedById } = escalation
  const ids = [
    ownerId,
    holderId,
    resolvedById,
    snoozedById,
    ...notices.flatMap((one) => [one.memberId, one.insteadOfId]),
  ]
  const known = ids.filter((id) => id !== null)
  const members = await membersByIds(ctx.db, ctx.workspace.id, [...new Set(known)])
  const byId = new Map(members.map((member) => [member.id, member]))
  const houseZone = byId.get(ownerId)?.timeZone ?? 'UTC'
  return (notice) => {
    const reader = notice.memberId ? byId.get(notice.memberId) : null
    const locale = nearestLocale(reader?.locale ?? ctx.workspace.locale)
    const nameOf = (id: string | null) => byId.get(id ?? '')?.name ?? noticeWords[locale].somebody
    const seen: Seen = { escalation, notices, nameOf }
    return noticeCard(seen, notice, { locale, timeZone: reader?.timeZone ?? houseZone })
  }
}
