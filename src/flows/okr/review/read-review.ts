import type { FormValues } from '../../../chat/form.ts'
import { textIn } from '../../../chat/typed.ts'
import { FieldErrors } from '../../../errors.ts'
import type { Asking } from '../../../flow.ts'
import { LONGEST_TEXT } from '../limits.ts'
import { readValue } from '../rules/read-number.ts'
import { roundScore } from '../rules/score.ts'
import type { Standing } from '../standing.ts'
import { reviewWords } from './messages/review.ts'

const MOST_WHYS = 5

export type Grade = { keyResultId: string; grade: number; reason: string | null }
export type Texts = { problems: string | null; whys: string[]; lessons: string | null; next: string | null }
type Errors = Record<string, string>
type Said = { ctx: Asking; values: FormValues; errors: Errors }

/** What the form says of these key results and of the whole; whatever is wrong stands beside its field. */
export function readReview(
  ctx: Asking,
  values: FormValues,
  shown: readonly Standing[],
): { grades: Grade[]; texts: Texts } {
  return read({ ctx, values, errors: {} }, (said) => ({ grades: gradesIn(said, shown), texts: textsIn(said) }))
}

/** The same for a form that has nothing but grades. */
export const readGrades = (ctx: Asking, values: FormValues, shown: readonly Standing[]): Grade[] =>
  read({ ctx, values, errors: {} }, (said) => gradesIn(said, shown))

function read<Result>(said: Said, from: (said: Said) => Result): Result {
  const result = from(said)
  if (Object.keys(said.errors).length > 0) throw new FieldErrors(said.errors)
  return result
}

function gradesIn(said: Said, shown: readonly Standing[]): Grade[] {
  const words = reviewWords[said.ctx.locale]
  const reason = long(said, 'reason')
  const grades = shown.map((one) => {
    const field = `grade:${one.keyResult.id}`
    const grade = gradeIn(textIn(said.values, field), one)
    if (grade === null) said.errors[field] = words.gradeWrong
    const isChanged = grade !== null && grade !== roundScore(one.score)
    return { keyResultId: one.keyResult.id, grade: grade ?? 0, reason: isChanged ? reason : null, isChanged }
  })
  if (grades.some(({ isChanged }) => isChanged) && !reason) said.errors.reason = words.reasonEmpty
  return grades.map(({ isChanged: _, ...grade }) => grade)
}

function textsIn(said: Said): Texts {
  const whys = linesOf(long(said, 'whys'))
  if (whys.length > MOST_WHYS) said.errors.whys = reviewWords[said.ctx.locale].whysMany(MOST_WHYS)
  return { whys, problems: long(said, 'problems'), lessons: long(said, 'lessons'), next: long(said, 'next') }
}

function long({ ctx, values, errors }: Said, field: string): string | null {
  const text = textIn(values, field)
  if (text.length > LONGEST_TEXT) errors[field] = reviewWords[ctx.locale].tooLong(LONGEST_TEXT, text.length)
  return text || null
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
