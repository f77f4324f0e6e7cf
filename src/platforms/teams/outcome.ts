import { type Locale, nearestLocale } from '../../chat/locale.ts'
import type { Answer, Inbound } from '../../platform.ts'
import type { Desk } from './desk.ts'
import type { Activity } from './payloads.ts'

export type Outcome = { kind: 'answer'; answer: Answer } | { kind: 'failed'; locale: Locale }

/** There is nothing to say about it. */
export const isQuiet = (outcome: Outcome): boolean =>
  outcome.kind === 'answer' && outcome.answer.reply.kind === 'nothing'

/** Teams shows an error after five to ten seconds; the answer still has to travel. */
export const ANSWER_WITHIN_MS = 4_000

/** What became of what came in; never rejects. */
export async function outcomeOf({ door, log }: Desk, inbound: Inbound, activity: Activity): Promise<Outcome> {
  try {
    return { kind: 'answer', answer: await door.receive(inbound) }
  } catch (error) {
    log.error({ err: error, receipt: inbound.receipt }, 'what came in could not be handled')
    return { kind: 'failed', locale: nearestLocale(activity.locale ?? undefined) }
  }
}
