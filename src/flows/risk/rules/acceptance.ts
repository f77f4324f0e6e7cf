import { type Grade, levelOfGrade } from './grade.ts'

export const RESPONSES = ['avoid', 'transfer', 'mitigate', 'accept'] as const
export type Response = (typeof RESPONSES)[number]

/** Living with a high or critical risk is for the second line to decide. */
export const needsDecision = (grade: Grade): boolean => ['high', 'critical'].includes(levelOfGrade(grade))
