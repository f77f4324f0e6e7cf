import { nearestLocale } from '../../chat/locale.ts'
import { cardInvoke, quietInvoke } from './activity.ts'
import type { Counter } from './handle.ts'
import { receiptOf } from './inbound.ts'
import type { Outcome } from './outcome.ts'
import { type Activity, roomOf } from './payloads.ts'
import { type Asker, sayPrivately, shownOf } from './showing.ts'
import { words } from './words.ts'

/** What was done stays done where its answer reaches nobody. What comes late finds no card whose place it could take. */
export async function answer(
  desk: Counter,
  asker: Asker,
  outcome: Outcome,
  when: 'soon' | 'late' = 'soon',
): Promise<object> {
  try {
    const shown = await shownOf(desk, asker, outcome)
    if (shown?.where === 'in-place' && when === 'soon') return cardInvoke(shown.content)
    if (shown) await sayPrivately(desk, asker, shown)
  } catch (error) {
    desk.log.error({ err: error, receipt: receiptOf(asker.activity) }, 'reply reached nobody')
    await hintInRoom(desk, asker.activity)
  }
  return quietInvoke
}

/** Teams lets us write to nobody who has not added us: where others read along, we say only that. */
async function hintInRoom({ connector, log }: Counter, activity: Activity): Promise<void> {
  if (roomOf(activity) === null) return
  const text = words[nearestLocale(activity.locale ?? undefined)].addMe(activity.from.name ?? '')
  const where = { serviceUrl: activity.serviceUrl, conversationId: activity.conversation.id }
  await connector
    .send(where, { type: 'message', textFormat: 'plain', text })
    .catch((error: unknown) => log.error({ err: error }, 'not even a hint could be given'))
}
