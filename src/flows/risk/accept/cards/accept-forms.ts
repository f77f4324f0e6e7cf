import type { Temporal } from 'temporal-polyfill'
import type { Form } from '../../../../chat/form.ts'
import type { Locale } from '../../../../chat/locale.ts'
import { contextOf } from '../../../../chat/typed.ts'
import { gradeWords } from '../../cards/lines.ts'
import { LONGEST_PART } from '../../limits.ts'
import { MOST_MONTHS } from '../../rules/acceptance.ts'
import { gradesOf, standingGrade } from '../../rules/grade.ts'
import { writeRisk } from '../../rules/reference.ts'
import type { Risk } from '../../store/risks.ts'
import { acceptWords } from '../messages/accept.ts'
import type { Acceptance } from '../store/acceptances.ts'

type Preset = { until: Temporal.PlainDate; deciders: readonly string[] }

/** The context tells which version it shows. */
export function proposeForm(locale: Locale, risk: Risk, { until, deciders }: Preset): Form {
  const words = acceptWords[locale]
  return {
    ...{ locale, id: 'risk.accept', title: words.title(writeRisk(risk.number)), submit: words.propose },
    context: contextOf(risk.id, risk.version),
    intro: [gradeWords(locale, standingGrade(gradesOf(risk))), words.decidedBy(deciders)].join('\n'),
    fields: [
      {
        ...{ kind: 'text', name: 'reason', label: words.reason, hint: words.reasonHint, lines: 'many' },
        maxLength: LONGEST_PART,
      },
      {
        ...{ kind: 'date', name: 'until', label: words.until, hint: words.untilHint(MOST_MONTHS) },
        value: until.toString(),
      },
    ],
  }
}

export type Decision = 'accept' | 'decline'

export function decideForm(locale: Locale, risk: Risk, { id }: Acceptance, decision: Decision): Form {
  const words = acceptWords[locale]
  return {
    ...{
      locale,
      id: 'risk.decide',
      title: words.decideTitle[decision](writeRisk(risk.number)),
      submit: words[decision],
    },
    context: contextOf(id, decision),
    fields: [{ kind: 'text', name: 'why', label: words.why, lines: 'many', maxLength: LONGEST_PART }],
  }
}
