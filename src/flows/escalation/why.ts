import { noticeWords } from '../../escalation/messages/notice.ts'
import { type Asking, type Reply, show } from '../../flow.ts'
import { chainCard } from './cards/chain-card.ts'
import { concerned } from './concerned.ts'
import { namesFor } from './names.ts'

/** The chain so far, for the asker alone. */
export async function why(ctx: Asking, id: string): Promise<Reply> {
  const { escalation, notices } = await concerned(ctx, id)
  const mine = notices.findLast(
    ({ outcome, memberId, place }) =>
      outcome === 'told' && (ctx.channel ? place === `channel:${ctx.channel.id}` : memberId === ctx.actor.id),
  )
  const members = [escalation.ownerId, ...notices.flatMap((notice) => [notice.memberId, notice.insteadOfId])]
  const channels = notices.flatMap(({ place }) => (place.startsWith('channel:') ? place.slice('channel:'.length) : []))
  const names = await namesFor(ctx, { members, channels })
  const { somebody } = noticeWords[ctx.locale]
  const chain = {
    escalation,
    notices,
    mine: mine ?? null,
    nameOf: (memberId: string | null) => names.get(memberId ?? '') ?? somebody,
    channelNameOf: (channelId: string) => names.get(channelId) ?? '…',
  }
  return show(chainCard(chain, { locale: ctx.locale, timeZone: ctx.actor.timeZone }))
}
