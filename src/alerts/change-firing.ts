import { isDeepStrictEqual } from 'node:util'
import { toDate } from '../calendar/instant.ts'
import type { Context } from '../flow.ts'
import { planUnmute, silence } from './mute.ts'
import type { Raising } from './raise.ts'
import { cardsOf, termsOf } from './raised.ts'
import { redrawAll, redrawStorms } from './redraw.ts'
import { isWorse } from './rules/becomes.ts'
import { type Alert, changeAlert } from './store/alerts.ts'
import { tellAll } from './tell.ts'
import { openWalks, settleWalks, walkFor } from './walks.ts'

/** It fires on, or is told in another way: it counts up, and who was told sees it; nothing happens where all is as before. */
export async function changeFiring(ctx: Context, known: Alert, raising: Raising): Promise<void> {
  const terms = { ...termsOf(ctx, raising), cards: cardsOf(raising) }
  const channelId = terms.channelId ?? known.channelId
  const isSame = Object.entries({ ...terms, channelId }).every(([key, value]) =>
    isDeepStrictEqual(known[key as keyof Alert], value),
  )
  if (isSame) return

  const hasFired = terms.firings > known.firings
  const alert = await changeAlert(ctx.db, known, {
    ...{ ...terms, channelId },
    ...(hasFired && { firedAt: toDate(ctx.now) }),
  })
  await planUnmute(ctx, alert)
  if (alert.mutedUntil) return silence(ctx, alert)
  if (!alert.toldAt || isWorse(known, alert.severity)) return tellAnew(ctx, alert)
  await moveWalk(ctx, alert)
}

/** They were not told yet, or of something that matters less: whatever walk there was ends, and another one begins. */
async function tellAnew(ctx: Context, alert: Alert): Promise<void> {
  const { walk, stormId } = alert
  const anew = await changeAlert(ctx.db, alert, {
    ...{ toldAt: null, walk: null, stormId: null, state: 'open', holderId: null, acknowledgedAt: null },
  })
  if (walk) await settleWalks(ctx, [walk])
  await tellAll(ctx, [anew])
  if (stormId) await redrawStorms(ctx, [stormId])
}

/** In a storm, somebody else's alert belongs to their walk. */
async function moveWalk(ctx: Context, alert: Alert): Promise<void> {
  const walk = walkFor(alert)
  if (walk === alert.walk) return redrawAll(ctx, [alert])
  const moved = await changeAlert(ctx.db, alert, { walk })
  await openWalks(ctx, [moved])
  await redrawAll(ctx, [moved])
  if (alert.walk) await settleWalks(ctx, [alert.walk])
}
