import type { Field, Form } from '../../../../chat/form.ts'
import type { Locale } from '../../../../chat/locale.ts'
import type { OkrReview } from '../../../../generated/client.ts'
import { keyResultName, objectiveName, progressWords } from '../../cards/lines.ts'
import { LONGEST_TEXT } from '../../limits.ts'
import { writeObjective } from '../../rules/reference.ts'
import { sayScore } from '../../rules/score.ts'
import type { ObjectiveStanding, Standing } from '../../standing.ts'
import { contextOf } from '../../typed.ts'
import { reviewWords } from '../messages/review.ts'

/** So many key results are graded in one form. */
export const MOST_GRADED = 15

/** Scores, problem analysis, lessons, next. The context tells which version of the review it shows. */
export function reviewForm(locale: Locale, standing: ObjectiveStanding, review: OkrReview | null): Form {
  const words = reviewWords[locale]
  const { objective, keyResults, score } = standing
  const parts = keyResults.map((one) => words.part(keyResultName(one.keyResult), progressWords(locale, one)))
  const said = [
    words.intro(objectiveName(objective), score === null ? '–' : sayScore(score), parts.join('\n')),
    ...(keyResults.length > MOST_GRADED ? [words.manyHint(MOST_GRADED)] : []),
  ]
  return {
    locale,
    id: 'okr.review',
    title: words.formTitle(writeObjective(objective.number)),
    submit: words.save,
    context: contextOf(objective.id, review?.version ?? 0),
    intro: said.join('\n'),
    fields: [
      ...keyResults.slice(0, MOST_GRADED).map((one) => gradeField(locale, one)),
      ...(keyResults.length > 0 ? [reasonField(locale, keyResults)] : []),
      longField('problems', words.problems, review?.problems),
      { ...longField('whys', words.whys, review?.whys.join('\n')), hint: words.whysHint },
      longField('lessons', words.lessons, review?.lessons),
      longField('next', words.next, review?.next),
    ],
  }
}

/** Proposed from its score. */
function gradeField(locale: Locale, { keyResult, score }: Standing): Field {
  const words = reviewWords[locale]
  return {
    ...{ kind: 'text', name: `grade:${keyResult.id}`, label: words.grade(keyResultName(keyResult)) },
    hint: words.gradeHint(sayScore(score)),
    value: sayScore(keyResult.grade ?? score),
  }
}

function reasonField(locale: Locale, keyResults: readonly Standing[]): Field {
  const words = reviewWords[locale]
  const reasons = [...new Set(keyResults.flatMap(({ keyResult }) => keyResult.gradeReason ?? []))]
  const shown = { label: words.reason, hint: words.reasonHint, optional: true, maxLength: LONGEST_TEXT }
  return {
    ...{ kind: 'text', name: 'reason', lines: 'many', ...shown },
    ...(reasons.length > 0 && { value: reasons.join('\n').slice(0, LONGEST_TEXT) }),
  }
}

const longField = (name: string, label: string, value: string | null | undefined): Field => ({
  ...{ kind: 'text', name, label, lines: 'many', optional: true, maxLength: LONGEST_TEXT },
  ...(value && { value }),
})
