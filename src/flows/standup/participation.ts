export type EntryState = 'later' | 'due' | 'answered' | 'skipped' | 'away' | 'missed' | 'left' | 'excused'

/** How often somebody was asked and answered; `rate` is 0–1, null when nothing was asked. */
export type Participation = { asked: number; answered: number; rate: number | null; streak: number }

/** From somebody's entries, the latest first. Days away, skipped or missed by the bot neither count nor break a streak. */
export function participationOf(states: readonly string[]): Participation {
  const counted = states.filter((state) => state === 'answered' || state === 'missed')
  const answered = counted.filter((state) => state === 'answered').length
  const firstMissed = counted.indexOf('missed')
  return {
    asked: counted.length,
    answered,
    rate: counted.length === 0 ? null : answered / counted.length,
    streak: firstMissed < 0 ? counted.length : firstMissed,
  }
}
