import { sayDate } from '../../../../calendar/say.ts'
import type { Button, Card } from '../../../../chat/card.ts'
import type { Locale } from '../../../../chat/locale.ts'
import { appetiteWords, categoryName, gradeWords, riskName } from '../../cards/lines.ts'
import { lineWords } from '../../messages/lines.ts'
import { gradesOf } from '../../rules/grade.ts'
import { writeRisk } from '../../rules/reference.ts'
import type { Risk } from '../../store/risks.ts'
import { acceptWords } from '../messages/accept.ts'
import type { Acceptance } from '../store/acceptances.ts'

type Question = { risk: Risk; acceptance: Acceptance; proposer: string }

/** For whoever may decide; with an outcome there is nothing to press any more. */
export function questionCard(locale: Locale, { risk, acceptance, proposer }: Question, outcome: string | null): Card {
  const words = acceptWords[locale]
  const title = words.questionTitle(writeRisk(risk.number))
  const grade = { likelihood: acceptance.likelihood, impact: acceptance.impact }
  return {
    ...{ locale, title, summary: outcome ? `${title} ${outcome}` : title, tone: outcome ? 'plain' : 'warning' },
    blocks: [
      { kind: 'text', text: outcome ?? words.asks(proposer) },
      { kind: 'text', style: 'heading', text: riskName(risk) },
      {
        kind: 'facts',
        facts: [
          {
            label: lineWords[locale].residual,
            value: [gradeWords(locale, grade), appetiteWords(locale, gradesOf(risk), risk.category)].join(' · '),
          },
          { label: lineWords[locale].category, value: categoryName(locale, risk.category) },
          { label: words.until, value: sayDate(acceptance.expiresOn, locale) },
        ],
      },
      { kind: 'text', style: 'quote', text: acceptance.reason },
      { kind: 'buttons', buttons: buttonsOf(locale, acceptance, outcome) },
    ],
  }
}

function buttonsOf(locale: Locale, { id, riskId }: Acceptance, outcome: string | null): Button[] {
  const words = acceptWords[locale]
  const show = { label: lineWords[locale].show, action: 'risk.show', value: riskId }
  if (outcome) return [show]
  return [
    { label: words.accept, action: 'risk.acceptance-accept', value: id, style: 'primary' },
    { label: words.decline, action: 'risk.acceptance-decline', value: id, style: 'danger' },
    show,
  ]
}
