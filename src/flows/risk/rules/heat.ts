import { type Grade, isSameGrade, STEPS } from './grade.ts'

/** Where a risk stands, and where it stood before; null where it was not assessed then. */
export type Placed = { reference: string; now: Grade; before: Grade | null }
/** So many risks went from one cell to another. */
export type Move = { from: Grade; to: Grade; references: readonly string[] }

/** Those in a cell. */
export const inCell = (placed: readonly Placed[], cell: Grade): Placed[] =>
  placed.filter(({ now }) => isSameGrade(now, cell))

/** Those that went the same way as one, in the order of the first of each. */
export function movesOf(placed: readonly Placed[]): Move[] {
  const moves: (Move & { references: string[] })[] = []
  for (const { reference, now, before } of placed) {
    if (!before || isSameGrade(before, now)) continue
    const known = moves.find(({ from, to }) => isSameGrade(from, before) && isSameGrade(to, now))
    if (known) known.references.push(reference)
    else moves.push({ from: before, to: now, references: [reference] })
  }
  return moves
}

/** For each impact, 1 to 5, up to which likelihood a score is within an appetite; 0 where even the least is beyond it. */
export const heightsOf = (appetite: number): number[] =>
  STEPS.map((impact) => Math.min(STEPS.length, Math.floor(appetite / impact)))
