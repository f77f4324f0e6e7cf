/** `B-7`, `b7`, `b 7`, full-width too; null when it is none. */
export function readBlocker(typed: string): number | null {
  const [, digits] = /^b\s*[-‐–—_#]?\s*(\d{1,9})$/iu.exec(typed.normalize('NFKC').trim()) ?? []
  return Number(digits) || null
}

export const writeBlocker = (number: number): string => `B-${number}`

const KIND = 'standup-blocker:'

/** A blocker as it is tied to something of another flow. */
export const subjectOf = ({ id }: { id: string }): string => KIND + id

export const blockerIdsIn = (subjects: readonly string[]): string[] =>
  subjects.flatMap((one) => (one.startsWith(KIND) ? one.slice(KIND.length) : []))
