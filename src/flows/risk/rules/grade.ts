import type { Level } from '../../../alerts/rules/levels.ts'

/** How likely it is and how much it would hurt, 1 to 5 each. */
export type Grade = { likelihood: number; impact: number }
export type Kind = 'inherent' | 'residual'
/** The latest assessments: before anything is done about a risk, and with what is done. */
export type Grades = Record<Kind, Grade | null>
type Summary = Record<`${Kind}${'Likelihood' | 'Impact'}`, number | null>

export const STEPS = [1, 2, 3, 4, 5] as const
export const HIGHEST_SCORE = 25

/** 1 to 25. */
export const scoreOf = ({ likelihood, impact }: Grade): number => likelihood * impact

export function levelOf(score: number): Level {
  if (score <= 4) return 'low'
  if (score <= 9) return 'moderate'
  return score <= 16 ? 'high' : 'critical'
}

export const levelOfGrade = (grade: Grade): Level => levelOf(scoreOf(grade))

/** The scores of a level, both included. */
export const scoresOf = (level: Level): { gte: number; lte: number } => SCORES[level]
const SCORES: Record<Level, { gte: number; lte: number }> = {
  low: { gte: 1, lte: 4 },
  moderate: { gte: 5, lte: 9 },
  high: { gte: 10, lte: 16 },
  critical: { gte: 17, lte: HIGHEST_SCORE },
}

/** 1 × 4 and 2 × 2 are two grades, though their score is one. */
export const isSameGrade = (one: Grade | null, other: Grade | null): boolean =>
  one?.likelihood === other?.likelihood && one?.impact === other?.impact

/** The one that counts: as long as nobody has said what is left of a risk, all of it is. */
export const standingGrade = ({ inherent, residual }: Grades): Grade | null => residual ?? inherent

export const gradesOf = (risk: Summary): Grades => ({
  inherent: gradeOf(risk.inherentLikelihood, risk.inherentImpact),
  residual: gradeOf(risk.residualLikelihood, risk.residualImpact),
})

const gradeOf = (likelihood: number | null, impact: number | null): Grade | null =>
  likelihood === null || impact === null ? null : { likelihood, impact }
