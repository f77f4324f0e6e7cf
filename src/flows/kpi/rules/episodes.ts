import { Temporal } from 'temporal-polyfill'
import { type History, historyOf, type Sample } from './history.ts'
import { after, isExpected } from './period.ts'
import { CALM, type Firing, stepped } from './standing.ts'
import type { Terms, ValueTerms } from './terms.ts'
import { type Rhythm, verdictOf } from './verdict.ts'

/** A time in which a rule fires: from one period to the one with which it is calm, which is absent while it fires. */
export type Episode = { since: string; until: string | null; firings: number }

/** When a rule would have fired, over all values in the order of their periods. */
export const episodesOf = (terms: Terms, samples: readonly Sample[], rhythm: Rhythm): Episode[] =>
  terms.kind === 'missing'
    ? silencesIn(samples, rhythm, terms.periods)
    : episodesByValues(terms, samples, { history: historyOf(samples), rhythm })

function episodesByValues(
  terms: ValueTerms,
  samples: readonly Sample[],
  { history, rhythm }: { history: History; rhythm: Rhythm },
): Episode[] {
  const episodes: Episode[] = []
  let firing: Firing = CALM
  for (const { startsOn } of samples) {
    const verdict = verdictOf(terms, startsOn, history, rhythm)
    const next = stepped(firing, startsOn, { verdict, inARow: terms.inARow })
    const open = episodes.at(-1)
    if (next.isFiring && !firing.isFiring) episodes.push({ since: startsOn, until: null, firings: 1 })
    else if (open && next.isFiring) open.firings = next.firings
    else if (open && firing.isFiring) open.until = startsOn
    firing = next
  }
  return episodes
}

/** Between two values: from the first expected period without one to the next value. */
function silencesIn(samples: readonly Sample[], { period, calendar }: Rhythm, periods: number): Episode[] {
  return samples.slice(1).flatMap(({ startsOn }, at) => {
    const missing: string[] = []
    let start = after(period, Temporal.PlainDate.from(samples[at]?.startsOn ?? startsOn))
    for (; start.toString() < startsOn; start = after(period, start))
      if (isExpected(period, start, calendar)) missing.push(start.toString())
    const [since] = missing
    return since && missing.length >= periods ? [{ since, until: startsOn, firings: missing.length - periods + 1 }] : []
  })
}
