import type { Severity, Type } from './classes.ts'
import { comparable, type Found, wordsIn } from './suggest-match.ts'
import { SEVERITY_WORDS, TYPE_WORDS } from './suggest-words.ts'

/** What the words of a complaint make likely, with the words that say so; none where it is what is usual. */
export type Suggestion = {
  severity: Severity
  severityWords: readonly string[]
  type: Type
  typeWords: readonly string[]
}

const MOST_WORDS = 4

/** The worst severity of which anything is said; S3 when nothing is, `other` when no type is. */
export function suggest(text: string): Suggestion {
  const said = comparable(text)
  return { ...severityOf(said), ...typeOf(said) }
}

function severityOf(text: string): Pick<Suggestion, 'severity' | 'severityWords'> {
  for (const severity of [1, 2, 4] as const) {
    const found = wordsIn(text, SEVERITY_WORDS[severity])
    if (found.length > 0) return { severity, severityWords: namesOf(found) }
  }
  return { severity: 3, severityWords: [] }
}

/** Of which most is said; of equals the one that is said first. */
function typeOf(text: string): Pick<Suggestion, 'type' | 'typeWords'> {
  const types = Object.entries(TYPE_WORDS) as [Exclude<Type, 'other'>, readonly string[]][]
  const found = types.map(([type, words]) => ({ type, found: wordsIn(text, words) }))
  const [most] = found
    .filter((one) => one.found.length > 0)
    .toSorted((a, b) => b.found.length - a.found.length || firstOf(a.found) - firstOf(b.found))
  return most ? { type: most.type, typeWords: namesOf(most.found) } : { type: 'other', typeWords: [] }
}

const firstOf = (found: readonly Found[]): number => found[0]?.at ?? 0
const namesOf = (found: readonly Found[]): string[] => [...new Set(found.map(({ word }) => word))].slice(0, MOST_WORDS)
