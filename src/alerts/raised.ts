import { Temporal } from 'temporal-polyfill'
import { toDate } from '../calendar/instant.ts'
import { inBoth } from '../escalation/open.ts'
import type { Context } from '../flow.ts'
import type { Prisma } from '../generated/client.ts'
import type { Raising } from './raise.ts'
import type { Alert } from './store/alerts.ts'

type Terms = Pick<
  Alert,
  'about' | 'severity' | 'ownerId' | 'channelId' | 'tellIds' | 'firings' | 'mutedUntil' | 'muteReason'
>

/** What of an alert its flow decides; a mute whose end has come is none. */
export function termsOf(ctx: Context, raising: Raising): Terms {
  const { about, severity, ownerId, channelId = null, tells = [], firings, muted } = raising
  const isMuted = muted && Temporal.Instant.compare(muted.until, ctx.now) > 0
  return {
    ...{ about, severity, ownerId, channelId, tellIds: [...tells], firings },
    mutedUntil: isMuted ? toDate(muted.until) : null,
    muteReason: isMuted ? muted.reason : null,
  }
}

/** As they are kept. */
export const cardsOf = ({ card }: Raising): Prisma.InputJsonObject => inBoth(card)
