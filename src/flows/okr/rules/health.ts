import { roundScore } from './score.ts'

export type Health = 'early' | 'off-track' | 'at-risk' | 'on-track' | 'ahead'
export const HEALTHS = ['early', 'off-track', 'at-risk', 'on-track', 'ahead'] as const satisfies readonly Health[]

/** Below it is off track, below that at risk, up to the sweet spot's end on track; above, the goal was easy. */
const AT_RISK_FROM = 0.4
const SWEET_SPOT_FROM = 0.7
const SWEET_SPOT_TO = 0.8
/** Of the cycle: before that nobody is behind. */
const EARLY_SHARE = 0.1

/** The band of a final score, 0 to 1. */
export function bandOf(score: number): Exclude<Health, 'early'> {
  const rounded = roundScore(score)
  if (rounded < AT_RISK_FROM) return 'off-track'
  if (rounded < SWEET_SPOT_FROM) return 'at-risk'
  return rounded <= SWEET_SPOT_TO ? 'on-track' : 'ahead'
}

/**
 * How a score, 0 to 1, stands when that share of the cycle has elapsed: the band of where it leads at this pace, so that
 * 0.15 in the second of thirteen weeks is not off track. Null without a score.
 */
export function healthOf(score: number | null, elapsed: number): Health | null {
  if (score === null) return null
  if (elapsed <= 0) return 'early'
  const band = bandOf(Math.min(1, roundScore(score) / elapsed))
  return elapsed < EARLY_SHARE && band !== 'ahead' ? 'early' : band
}
