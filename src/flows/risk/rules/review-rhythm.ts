import type { Level } from '../../../alerts/rules/levels.ts'

/** How often risks are looked at again. */
export const EVERY = ['week', 'month', 'quarter', 'year', 'never'] as const
export type Every = (typeof EVERY)[number]

type Rhythm = Record<'reviewLow' | 'reviewModerate' | 'reviewHigh' | 'reviewCritical', string>

/** The rhythm of a level; `never` for what cannot be read. */
export function everyOf(level: Level, rhythm: Rhythm): Every {
  const chosen = {
    low: rhythm.reviewLow,
    moderate: rhythm.reviewModerate,
    high: rhythm.reviewHigh,
    critical: rhythm.reviewCritical,
  }[level]
  return EVERY.find((every) => every === chosen) ?? 'never'
}
