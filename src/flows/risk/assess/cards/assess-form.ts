import type { Form } from '../../../../chat/form.ts'
import type { Locale } from '../../../../chat/locale.ts'
import { contextOf } from '../../../../chat/typed.ts'
import { gradeFields, type Scales } from '../../cards/scale-fields.ts'
import { LONGEST_PART } from '../../limits.ts'
import { gradesOf } from '../../rules/grade.ts'
import { writeRisk } from '../../rules/reference.ts'
import type { Risk } from '../../store/risks.ts'
import { assessWords } from '../messages/assess.ts'

/** The context tells up to which assessment it was known. */
export function assessForm(locale: Locale, risk: Risk, { scales, seq }: { scales: Scales; seq: number }): Form {
  const words = assessWords[locale]
  const { inherent, residual } = gradesOf(risk)
  return {
    ...{ locale, id: 'risk.assess', title: words.title(writeRisk(risk.number)), submit: words.submit },
    ...{ context: contextOf(risk.id, seq), intro: words.intro },
    fields: [
      ...gradeFields(locale, { scales, grade: inherent, prefix: 'inherent', label: words.inherent }),
      ...gradeFields(locale, { scales, grade: residual, prefix: 'residual', label: words.residual, optional: true }),
      {
        ...{ kind: 'text', name: 'why', label: words.why, hint: words.whyHint, lines: 'many', optional: true },
        maxLength: LONGEST_PART,
      },
    ],
  }
}
