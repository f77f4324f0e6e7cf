export type Measured = {
  kind: 'numeric' | 'percent' | 'milestone'
  start: number
  target: number
  direction: 'up' | 'down'
}

/**
 * Score of a key result, 0 to 1, exact: how far its value is from start to target, clamped. Without a value it stands at
 * its start. Where start and target are the same it is to be held: 1 when the value is there or beyond, else 0.
 */
export function scoreOf({ start, target, direction }: Measured, value: number | null): number {
  const reached = value ?? start
  if (start === target) return value !== null && isBeyond(reached, target, direction) ? 1 : 0
  // Halved, so that no difference of two large numbers overflows.
  const share = (reached / 2 - start / 2) / (target / 2 - start / 2)
  return Math.min(1, Math.max(0, share))
}

const isBeyond = (value: number, target: number, direction: Measured['direction']): boolean =>
  direction === 'up' ? value >= target : value <= target

/** Two decimals, half up, however binary fractions fall: 0.285 is 0.29. */
export const roundScore = (score: number): number => Math.round(Number((score * 100).toPrecision(12))) / 100

/** Weighted mean of exact scores, 0 to 1; equal weights where all are 0. Null without key results. */
export function objectiveScore(keyResults: readonly { score: number; weight: number }[]): number | null {
  if (keyResults.length === 0) return null
  const heaviest = Math.max(...keyResults.map(({ weight }) => weight))
  const weightOf = (weight: number) => (heaviest > 0 ? weight / heaviest : 1)
  const sum = keyResults.reduce((total, { weight }) => total + weightOf(weight), 0)
  const mean = keyResults.reduce((total, { score, weight }) => total + (score * weightOf(weight)) / sum, 0)
  return Math.min(1, Math.max(0, mean))
}

export const sayScore = (score: number): string => roundScore(score).toFixed(2)
