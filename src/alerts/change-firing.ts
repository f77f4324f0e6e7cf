import { isDeepStrictEqual } from 'node:util'
import { toDate } from '../calendar/instant.ts'
import type { Context } from '../flow.ts'
import type { Changed } from './changes.ts'
import { planUnmute, silenced } from './mute.ts'
import type { Raising } from './raise.ts'
import { cardsOf, termsOf } from './raised.ts'
import { isWorse } from './rules/becomes.ts'
import { type Alert, changeAlert } from './store/alerts.ts'
import { walkFor } from './walks.ts'

const UNTOLD = {
  toldAt: null,
  walk: null,
  stormId: null,
  state: 'open',
  holderId: null,
  acknowledgedAt: null,
} as const

/** It fires on, or is told in another way: it counts up. Null where all is as before. */
export async function changeFiring(ctx: Context, known: Alert, raising: Raising): Promise<Changed | null> {
  const terms = { ...termsOf(ctx, raising), cards: cardsOf(raising) }
  const channelId = terms.channelId ?? known.channelId
  const isSame = Object.entries({ ...terms, channelId }).every(([key, value]) =>
    isDeepStrictEqual(known[key as keyof Alert], value),
  )
  if (isSame) return null

  const firedAt = terms.firings > known.firings ? toDate(ctx.now) : known.firedAt
  const alert = await changeAlert(ctx.db, known, { ...terms, channelId, firedAt })
  if (known.mutedUntil?.getTime() !== alert.mutedUntil?.getTime()) await planUnmute(ctx, alert)
  if (alert.mutedUntil) return { alert: await silenced(ctx, alert), becomes: 'drawn' }
  // They were not told yet, or of something that matters less.
  if (!alert.toldAt || isWorse(known, alert.severity))
    return { alert: await changeAlert(ctx.db, alert, UNTOLD), becomes: 'told', left: known }
  const walk = walkFor(alert)
  if (walk === alert.walk) return { alert, becomes: 'drawn' }
  return { alert: await changeAlert(ctx.db, alert, { walk }), becomes: 'moved', left: { ...known, stormId: null } }
}
