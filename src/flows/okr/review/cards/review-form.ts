import type { Field, Form } from '../../../../chat/form.ts'
import type { Locale } from '../../../../chat/locale.ts'
import type { OkrReview } from '../../../../generated/client.ts'
import { objectiveName } from '../../cards/lines.ts'
import { LONGEST_TEXT } from '../../limits.ts'
import { writeObjective } from '../../rules/reference.ts'
import { sayScore } from '../../rules/score.ts'
import type { ObjectiveStanding } from '../../standing.ts'
import { reviewWords } from '../messages/review.ts'
import { pageOf, rangeOf } from '../rules/pages.ts'
import { gradeFields, gradingContext, partsOf } from './grade-fields.ts'

/** Scores, problem analysis, lessons, next. Where there are more key results than a form holds, the card leads on to the others. */
export function reviewForm(locale: Locale, standing: ObjectiveStanding, review: OkrReview | null): Form {
  const words = reviewWords[locale]
  const { objective, keyResults, score } = standing
  const shown = pageOf(keyResults, 0)
  const said = [
    words.intro(objectiveName(objective), score === null ? '–' : sayScore(score), partsOf(locale, shown)),
    ...(rangeOf(keyResults.length, 1) ? [words.manyHint(shown.length, keyResults.length)] : []),
  ]
  return {
    locale,
    id: 'okr.review',
    title: words.formTitle(writeObjective(objective.number)),
    submit: words.save,
    context: gradingContext(standing, { version: review?.version ?? 0, shown }),
    intro: said.join('\n'),
    fields: [
      ...gradeFields(locale, shown),
      longField('problems', words.problems, review?.problems),
      { ...longField('whys', words.whys, review?.whys.join('\n')), hint: words.whysHint },
      longField('lessons', words.lessons, review?.lessons),
      longField('next', words.next, review?.next),
    ],
  }
}

const longField = (name: string, label: string, value: string | null | undefined): Field => ({
  ...{ kind: 'text', name, label, lines: 'many', optional: true, maxLength: LONGEST_TEXT },
  ...(value && { value }),
})
