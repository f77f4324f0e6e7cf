import type { Form } from '../../../../chat/form.ts'
import type { Locale } from '../../../../chat/locale.ts'
import { contextOf } from '../../../../chat/typed.ts'
import { LONGEST_TEXT } from '../../limits.ts'
import { RESPONSES } from '../../rules/acceptance.ts'
import { writeRisk } from '../../rules/reference.ts'
import type { Risk } from '../../store/risks.ts'
import { respondWords } from '../messages/respond.ts'

/** The context tells which version it shows. */
export function respondForm(locale: Locale, risk: Risk): Form {
  const words = respondWords[locale]
  return {
    ...{ locale, id: 'risk.respond', title: words.title(writeRisk(risk.number)), submit: words.submit },
    context: contextOf(risk.id, risk.version),
    fields: [
      {
        ...{ kind: 'choice', name: 'response', label: words.response },
        options: RESPONSES.map((value) => ({ value, label: words.of[value] })),
        ...(risk.response && { value: risk.response }),
      },
      {
        ...{ kind: 'text', name: 'plan', label: words.plan, hint: words.planHint, lines: 'many' },
        ...{ maxLength: LONGEST_TEXT, ...(risk.plan && { value: risk.plan }) },
      },
    ],
  }
}
