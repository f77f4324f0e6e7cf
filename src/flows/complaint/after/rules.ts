import type { State } from '../rules/path.ts'

/** How satisfied a customer is: 1 not at all to 5 very. */
export type Score = 1 | 2 | 3 | 4 | 5
export const SCORES = [1, 2, 3, 4, 5] as const satisfies readonly Score[]
export const LONGEST_NOTE = 2_000
export const SILENCE_DAYS = 7
export const LINK_DAYS = 14

/** `4`, `４`, `4/5`, `4分`; null when it is no score. */
export function readScore(typed: string): Score | null {
  const digit = /^([1-5])(?:\/5|分)?$/.exec(typed.normalize('NFKC').trim())?.[1]
  return SCORES.find((score) => String(score) === digit) ?? null
}

export const isUnsatisfied = (score: number): boolean => score <= 2

/** There is a reply of which the customer can say something. */
export const canBeRated = (state: State): boolean => state === 'replied' || state === 'closed'

/** Which reply is asked about. */
export const roundOf = ({ reopenings }: { reopenings: number }): number => reopenings + 1
