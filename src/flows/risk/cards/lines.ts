import { levelNames, levelSigns } from '../../../alerts/rules/levels.ts'
import type { Locale } from '../../../chat/locale.ts'
import { classNames } from '../messages/classes.ts'
import { lineWords } from '../messages/lines.ts'
import { type Grade, type Grades, levelOf, levelOfGrade, scoreOf, standingGrade } from '../rules/grade.ts'
import { writeRisk } from '../rules/reference.ts'
import type { Category } from '../store/categories.ts'
import type { Risk } from '../store/risks.ts'

/** `R-12 Our supplier fails`. */
export const riskName = ({ number, title }: Pick<Risk, 'number' | 'title'>): string => `${writeRisk(number)} ${title}`

/** `🟠 high`: the sign never stands alone. */
export const levelWords = (locale: Locale, score: number): string =>
  `${levelSigns[levelOf(score)]} ${levelNames[levelOf(score)][locale]}`

/** `4 × 3 = 12 · 🟠 high`. */
export function gradeWords(locale: Locale, grade: Grade | null): string {
  if (!grade) return lineWords[locale].notAssessed
  const { likelihood, impact } = grade
  return `${lineWords[locale].grade(likelihood, impact, scoreOf(grade))} · ${levelWords(locale, scoreOf(grade))}`
}

/** The residual grade, or what counts in its place. */
export const residualWords = (locale: Locale, { inherent, residual }: Grades): string =>
  residual || !inherent ? gradeWords(locale, residual) : lineWords[locale].asInherent

/** `within appetite (9)`; null before the first assessment. */
export function appetiteWords(locale: Locale, grades: Grades, { appetite }: Pick<Category, 'appetite'>): string | null {
  const grade = standingGrade(grades)
  if (!grade) return null
  const words = lineWords[locale]
  return scoreOf(grade) <= appetite ? words.within(appetite) : words.beyond(appetite)
}

/** As the workspace has called it, or as we do. */
export const categoryName = (locale: Locale, { key, name }: Pick<Category, 'key' | 'name'>): string =>
  name ?? classNames[locale].category[key] ?? key

export const toneOf = (grade: Grade | null): 'plain' | 'warning' | 'bad' => {
  const level = grade && levelOfGrade(grade)
  if (level === 'critical') return 'bad'
  return level === 'high' ? 'warning' : 'plain'
}
