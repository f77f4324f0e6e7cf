const LONGEST_WORD = 40

/**
 * The candidate that was most likely meant, by the fewest letters to insert, leave out, change or swap, or as the
 * beginning of it; the first of equals. Null when nothing is near.
 */
export function nearestWord(word: string, candidates: readonly string[]): string | null {
  const typed = plainLetters(word)
  if (typed.length === 0 || typed.length > LONGEST_WORD) return null

  let nearest: string | null = null
  let fewest = Number.POSITIVE_INFINITY
  for (const candidate of candidates) {
    const distance = distanceTo(typed, plainLetters(candidate))
    if (distance >= fewest) continue
    nearest = candidate
    fewest = distance
  }
  return nearest
}

const plainLetters = (word: string): readonly string[] => [
  ...word
    .slice(0, 2 * LONGEST_WORD)
    .normalize('NFKC')
    .toLowerCase(),
]

/** Infinite when they are not near: more than a third of the longer one differs, or all of it. */
function distanceTo(typed: readonly string[], candidate: readonly string[]): number {
  if (typed.length > 1 && candidate.join('').startsWith(typed.join('')))
    return typed.length === candidate.length ? 0 : 0.5

  const longer = Math.max(typed.length, candidate.length)
  const distance = damerauLevenshtein(typed, candidate)
  return distance < longer && distance <= Math.max(1, Math.floor(longer / 3)) ? distance : Number.POSITIVE_INFINITY
}

function damerauLevenshtein(a: readonly string[], b: readonly string[]): number {
  let before: number[] = []
  let previous = Array.from({ length: b.length + 1 }, (_, column) => column)
  for (let row = 1; row <= a.length; row++) {
    const current = [row]
    for (let column = 1; column <= b.length; column++) {
      const isSame = a[row - 1] === b[column - 1]
      const isSwap = a[row - 1] === b[column - 2] && a[row - 2] === b[column - 1]
      current.push(
        Math.min(
          at(previous, column) + 1,
          at(current, column - 1) + 1,
          at(previous, column - 1) + (isSame ? 0 : 1),
          isSwap ? at(before, column - 2) + 1 : Number.POSITIVE_INFINITY,
        ),
      )
    }
    before = previous
    previous = current
  }
  return at(previous, b.length)
}

const at = (row: readonly number[], column: number): number => row[column] ?? Number.POSITIVE_INFINITY
