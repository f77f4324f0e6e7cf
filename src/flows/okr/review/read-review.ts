import type { FormValues } from '../../../chat/form.ts'
import { FieldErrors } from '../../../errors.ts'
import type { Asking } from '../../../flow.ts'
import { LONGEST_TEXT } from '../limits.ts'
import { readValue } from '../rules/read-number.ts'
import { roundScore } from '../rules/score.ts'
import type { Standing } from '../standing.ts'
import { textIn } from '../typed.ts'
import { MOST_GRADED } from './cards/review-form.ts'
import { reviewWords } from './messages/review.ts'

const MOST_WHYS = 5

export type Grade = { keyResultId: string; grade: number; reason: string | null }
export type Reviewed = {
  grades: readonly Grade[]
  problems: string | null
  whys: string[]
  lessons: string | null
  next: string | null
}

/** What the form says; whatever is wrong stands beside its field. */
export function readReview(ctx: Asking, values: FormValues, keyResults: readonly Standing[]): Reviewed {
  const words = reviewWords[ctx.locale]
  const errors: Record<string, string> = {}
  const long = (field: string): string | null => {
    const text = textIn(values, field)
    if (text.length > LONGEST_TEXT) errors[field] = words.tooLong(LONGEST_TEXT, text.length)
    return text || null
  }
  const reason = long('reason')
  const grades = keyResults.slice(0, MOST_GRADED).map((one) => {
    const field = `grade:${one.keyResult.id}`
    const grade = gradeIn(textIn(values, field), one)
    if (grade === null) errors[field] = words.gradeWrong
    const isChanged = grade !== null && grade !== roundScore(one.score)
    return { keyResultId: one.keyResult.id, grade: grade ?? 0, reason: isChanged ? reason : null, isChanged }
  })
  if (grades.some(({ isChanged }) => isChanged) && !reason) errors.reason = words.reasonEmpty
  const whys = linesOf(long('whys'))
  if (whys.length > MOST_WHYS) errors.whys = words.whysMany(MOST_WHYS)
  const read = { grades: grades.map(({ isChanged: _, ...grade }) => grade), whys }
  const reviewed = { ...read, problems: long('problems'), lessons: long('lessons'), next: long('next') }
  if (Object.keys(errors).length > 0) throw new FieldErrors(errors)
  return reviewed
}

/** Left empty it is the score. */
function gradeIn(typed: string, { score }: Standing): number | null {
  if (typed === '') return roundScore(score)
  const reading = readValue(typed)
  const isGrade = reading.kind === 'value' && reading.unit === null && reading.value >= 0 && reading.value <= 1
  return isGrade && roundScore(reading.value) === reading.value ? reading.value : null
}

const linesOf = (text: string | null): string[] =>
  (text ?? '')
    .split(/\r?\n/)
    .map((line) => line.trim())
    .filter((line) => line !== '')
