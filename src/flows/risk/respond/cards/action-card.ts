import type { Button, Card } from '../../../../chat/card.ts'
import type { Locale } from '../../../../chat/locale.ts'
import { actionName } from '../../cards/action-line.ts'
import { riskName } from '../../cards/lines.ts'
import type { Action } from '../../store/actions.ts'
import type { Risk } from '../../store/risks.ts'
import { actionWords } from '../messages/actions.ts'

type Shown = { action: Action; risk: Risk; owner: string; due: string }

export function actionCard(locale: Locale, { action, risk, owner, due }: Shown, said?: string): Card {
  const words = actionWords[locale]
  const { id, riskId, state, measure, outcome } = action
  const name = actionName(action)
  const button = (label: string, of: string): Button => ({ label, action: `risk.action-${of}`, value: id })
  return {
    ...{ locale, title: name, summary: said ?? name, ...(said && { tone: 'good' as const }) },
    blocks: [
      ...(said ? [{ kind: 'text' as const, text: said }] : []),
      { kind: 'context', text: riskName(risk) },
      {
        kind: 'facts',
        facts: [
          { label: words.stateLabel, value: words.state[state] },
          { label: words.owner, value: owner },
          { label: words.due, value: due },
          { label: words.measure, value: measure },
        ],
      },
      ...(outcome ? [{ kind: 'text' as const, style: 'quote' as const, text: outcome }] : []),
      {
        kind: 'buttons',
        buttons: [
          ...(state === 'open'
            ? [{ ...button(words.done, 'done'), style: 'primary' as const }, button(words.edit, 'edit')]
            : []),
          ...(state === 'open' ? [button(words.drop, 'drop')] : []),
          { label: words.show, action: 'risk.show', value: riskId },
        ],
      },
    ],
  }
}
