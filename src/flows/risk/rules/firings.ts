import { isAbove } from '../../../alerts/rules/levels.ts'
import { type Grade, type Grades, type Kind, levelOfGrade, standingGrade } from './grade.ts'

type Assessed = Grade & { kind: Kind; at: Date }

/** Whether so much is left of a risk that it raises its hand. */
export const isAlarming = (grade: Grade | null): boolean => grade !== null && isAbove(levelOfGrade(grade), 'moderate')

/** How often in a row, up to now, a risk was taken for high or critical; both grades of one moment count once. */
export function firingsOf(assessments: readonly Assessed[]): number {
  let grades: Grades = { inherent: null, residual: null }
  let count = 0
  assessments.forEach((one, index) => {
    grades = { ...grades, [one.kind]: { likelihood: one.likelihood, impact: one.impact } }
    if (isFirstOfTwo(one, assessments[index + 1])) return
    count = isAlarming(standingGrade(grades)) ? count + 1 : 0
  })
  return count
}

const isFirstOfTwo = (one: Assessed, next: Assessed | undefined): boolean =>
  one.kind === 'inherent' && next?.kind === 'residual' && next.at.getTime() === one.at.getTime()
