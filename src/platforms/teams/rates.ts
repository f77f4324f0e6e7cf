/** So many messages within any stretch of that length. */
export type Rate = { most: number; withinMs: number }

/** Teams takes 7, 60 and 1,800 in one conversation; what is left over is for answers to whoever presses and asks. */
export const OF_CONVERSATION: readonly Rate[] = [
  { most: 6, withinMs: 1_000 },
  { most: 55, withinMs: 30_000 },
  { most: 1_700, withinMs: 3_600_000 },
]
/** Teams takes 30 of one app in one company. */
export const OF_COMPANY: readonly Rate[] = [{ most: 25, withinMs: 1_000 }]

/** For how many milliseconds one more would be too much; `sent` are the times of those before it, the oldest first. */
export function tooEarlyBy(rates: readonly Rate[], sent: readonly number[], now: number): number {
  const waits = rates.map(({ most, withinMs }) => (sent.at(-most) ?? Number.NEGATIVE_INFINITY) + withinMs - now)
  return Math.max(0, ...waits)
}

/** Those that still count. */
export function recent(rates: readonly Rate[], sent: readonly number[], now: number): number[] {
  const longest = Math.max(...rates.map(({ withinMs }) => withinMs))
  const most = Math.max(...rates.map((rate) => rate.most))
  return sent.filter((at) => at > now - longest).slice(-most)
}
