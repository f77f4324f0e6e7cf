import type { History, Sample } from './history.ts'
import type { ValueTerms } from './terms.ts'
import { type Rhythm, type Verdict, verdictOf } from './verdict.ts'

/** Whether a rule fires after a value, since which period, how often since then, and how many breaches are in a row. */
export type Firing = { isFiring: boolean; since: string | null; firings: number; run: number }

/** After the newest value and after the one before it, so that a correction of the newest needs no look back. */
export type Standing = { before: Firing; now: Firing }

export const CALM: Firing = { isFiring: false, since: null, firings: 0, run: 0 }
export const AT_FIRST: Standing = { before: CALM, now: CALM }

export const isSameFiring = (one: Firing, other: Firing): boolean =>
  one.isFiring === other.isFiring && one.since === other.since && one.firings === other.firings && one.run === other.run

export const isSameStanding = (one: Standing, other: Standing): boolean =>
  isSameFiring(one.before, other.before) && isSameFiring(one.now, other.now)

/** What one more value makes of it. Only a clear value ends it; what is between the bounds, or unknown, ends a run alone. */
export function stepped(
  firing: Firing,
  startsOn: string,
  { verdict, inARow }: { verdict: Verdict; inARow: number },
): Firing {
  switch (verdict) {
    case 'breach': {
      const run = firing.run + 1
      if (firing.isFiring) return { ...firing, run, firings: firing.firings + 1 }
      return run < inARow ? { ...CALM, run } : { isFiring: true, since: startsOn, firings: 1, run }
    }
    case 'clear':
      return CALM
    case 'between':
    case 'unknown':
      return { ...firing, run: 0 }
  }
}

/** From all values, in the order of their periods. */
export const fullStanding = (
  terms: ValueTerms,
  samples: readonly Sample[],
  history: History,
  rhythm: Rhythm,
): Standing => steppedThrough(AT_FIRST, terms, samples, { history, rhythm, newest: null })

/** `newest` is the period of the newest value after which it stands. */
type Known = { history: History; rhythm: Rhythm; newest: string | null }

/** After these values too, each newer than that, or that one once more with another value. */
export function steppedThrough(
  standing: Standing,
  terms: ValueTerms,
  samples: readonly Sample[],
  { history, rhythm, newest }: Known,
): Standing {
  return samples.reduce((known, { startsOn }): Standing => {
    const from = startsOn === newest ? known.before : known.now
    const verdict = verdictOf(terms, startsOn, history, rhythm)
    return { before: from, now: stepped(from, startsOn, { verdict, inARow: terms.inARow }) }
  }, standing)
}
