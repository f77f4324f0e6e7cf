import { isAbove, type Level } from './levels.ts'

/** How long after a rule was calm its firing again is still the same alert. */
export const SOON_MINUTES = 60
/** How long what came back soon has to stay before anybody is told of it again. */
export const SETTLE_MINUTES = 15

/** What is known of the newest alert of a rule and a subject; times in epoch milliseconds. */
export type Known = {
  firings: number
  severity: Level
  /** Ended, by its rule or by hand. */
  isOver: boolean
  isByHand: boolean
  calmAt: number | null
}

/**
 * What a rule that fires makes of its newest alert: a new one, the same one once more, or the same that came back so
 * soon that it is no news. What somebody has resolved by hand opens anew with the next firing, and not before.
 */
export function whatBecomes(
  known: Known | null,
  { firings, now }: { firings: number; now: number },
): 'new' | 'back' | 'same' | 'nothing' {
  if (!known) return 'new'
  if (known.calmAt === null && !known.isOver) return 'same'
  if (known.calmAt === null) return firings > known.firings ? 'new' : 'nothing'
  const isSoon = now - known.calmAt < SOON_MINUTES * 60_000
  return isSoon && !known.isByHand ? 'back' : 'new'
}

/** Whether people hear anew of what they know already: it matters more than what they were told. */
export const isWorse = (known: Pick<Known, 'severity'>, severity: Level): boolean => isAbove(severity, known.severity)
