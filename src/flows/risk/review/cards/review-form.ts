import type { Temporal } from 'temporal-polyfill'
import type { Form } from '../../../../chat/form.ts'
import type { Locale } from '../../../../chat/locale.ts'
import { contextOf } from '../../../../chat/typed.ts'
import { gradeWords, residualWords } from '../../cards/lines.ts'
import { LONGEST_TEXT } from '../../limits.ts'
import { lineWords } from '../../messages/lines.ts'
import { gradesOf } from '../../rules/grade.ts'
import { writeRisk } from '../../rules/reference.ts'
import type { Risk } from '../../store/risks.ts'
import { reviewWords } from '../messages/review.ts'

/** The context tells which version it shows. */
export function reviewForm(locale: Locale, risk: Risk, { preset }: { preset: Temporal.PlainDate | null }): Form {
  const words = reviewWords[locale]
  const { inherent, residual, said } = lineWords[locale]
  const grades = gradesOf(risk)
  const options = (['yes', 'no'] as const).map((value) => ({ value, label: words.still[value] }))
  return {
    ...{ locale, id: 'risk.review', title: words.title(writeRisk(risk.number)), submit: words.submit },
    context: contextOf(risk.id, risk.version),
    intro: [
      said(inherent, gradeWords(locale, grades.inherent)),
      said(residual, residualWords(locale, grades)),
      ...(risk.plan ? [said(lineWords[locale].plan, risk.plan)] : []),
    ]
      .join('\n')
      .slice(0, MOST_SHOWN),
    fields: [
      { kind: 'choice', name: 'still', label: words.stillLabel, options, value: 'yes' },
      {
        ...{ kind: 'text', name: 'note', label: words.note, hint: words.noteHint, lines: 'many', optional: true },
        maxLength: LONGEST_TEXT,
      },
      {
        ...{ kind: 'date', name: 'next', label: words.next },
        ...(preset ? { value: preset.toString() } : { optional: true }),
      },
    ],
  }
}
const MOST_SHOWN = 1_000
