import type { Field, Form } from '../../../../chat/form.ts'
import type { Locale } from '../../../../chat/locale.ts'
import { contextOf } from '../../../../chat/typed.ts'
import { keyResultName, progressWords } from '../../cards/lines.ts'
import { LONGEST_TEXT } from '../../limits.ts'
import { writeObjective } from '../../rules/reference.ts'
import { roundScore, sayScore } from '../../rules/score.ts'
import type { ObjectiveStanding, Standing } from '../../standing.ts'
import { reviewWords } from '../messages/review.ts'
import { pageOf, rangeOf } from '../rules/pages.ts'

/** The grades of one more page of key results, of a review that is there. */
export function gradesForm(locale: Locale, standing: ObjectiveStanding, at: { version: number; page: number }): Form {
  const words = reviewWords[locale]
  const { objective, keyResults } = standing
  const shown = pageOf(keyResults, at.page)
  const { from, to } = rangeOf(keyResults.length, at.page) ?? { from: 0, to: 0 }
  return {
    locale,
    id: 'okr.grades',
    title: words.formTitle(writeObjective(objective.number)),
    submit: words.save,
    context: gradingContext(standing, { version: at.version, shown }),
    intro: `${words.gradesOf(from, to, keyResults.length)}\n${partsOf(locale, shown)}`,
    fields: gradeFields(locale, shown),
  }
}

type Shown = { version: number; shown: readonly Standing[] }

/** The objective, which version of the review is shown, and the numbers of the key results that are graded here. */
export const gradingContext = ({ objective }: ObjectiveStanding, { version, shown }: Shown): string =>
  contextOf(objective.id, version, ...shown.map(({ keyResult }) => keyResult.number))

export const partsOf = (locale: Locale, shown: readonly Standing[]): string =>
  shown.map((one) => reviewWords[locale].part(keyResultName(one.keyResult), progressWords(locale, one))).join('\n')

/** A grade for each, and one reason for those that differ from their scores. */
export const gradeFields = (locale: Locale, shown: readonly Standing[]): Field[] => [
  ...shown.map((one) => gradeField(locale, one)),
  ...(shown.length > 0 ? [reasonField(locale, shown)] : []),
]

/** Proposed from its score, unless somebody has said why it is another one. */
function gradeField(locale: Locale, { keyResult, score }: Standing): Field {
  const words = reviewWords[locale]
  const { grade, gradeReason } = keyResult
  return {
    ...{ kind: 'text', name: `grade:${keyResult.id}`, label: words.grade(keyResultName(keyResult)) },
    hint: words.gradeHint(sayScore(score)),
    value: sayScore(grade !== null && gradeReason !== null ? grade : roundScore(score)),
  }
}

function reasonField(locale: Locale, shown: readonly Standing[]): Field {
  const words = reviewWords[locale]
  const reasons = [...new Set(shown.flatMap(({ keyResult }) => keyResult.gradeReason ?? []))]
  const field = { label: words.reason, hint: words.reasonHint, optional: true, maxLength: LONGEST_TEXT }
  return {
    ...{ kind: 'text', name: 'reason', lines: 'many', ...field },
    ...(reasons.length > 0 && { value: reasons.join('\n').slice(0, LONGEST_TEXT) }),
  }
}
