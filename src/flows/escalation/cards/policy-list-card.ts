import type { Button, Card } from '../../../chat/card.ts'
import type { Locale } from '../../../chat/locale.ts'
import { bold, type Text } from '../../../chat/text.ts'
import type { StoredPolicy } from '../../../escalation/store/policies.ts'
import { policyWords } from '../messages/policies.ts'

const MOST_BUTTONS = 20

type Policies = {
  policies: readonly StoredPolicy[]
  standard: StoredPolicy
  /** The name of the channel. */
  fallback: string | null
  mayChange: boolean
}

export function policyListCard(locale: Locale, { policies, standard, fallback, mayChange }: Policies): Card {
  const words = policyWords[locale]
  const line = ({ id, name, steps, version }: StoredPolicy): Text => [
    bold(name),
    words.listed(steps.length, version),
    ...(id === standard.id ? [` · ${words.isDefault}`] : []),
  ]
  const shows = policies
    .slice(0, MOST_BUTTONS)
    .map(({ id, name }): Button => ({ label: name, action: 'escalation.show', value: id }))
  const changes: Button[] = [
    { label: words.new, action: 'escalation.new' },
    { label: words.setFallback, action: 'escalation.fallback' },
  ]
  return {
    locale,
    title: words.listTitle,
    summary: words.listSummary(policies.length),
    blocks: [
      { kind: 'list', items: policies.map(line) },
      { kind: 'text', text: words.default(standard.name) },
      { kind: 'text', text: fallback ? words.fallback(fallback) : words.noFallback },
      { kind: 'buttons', buttons: [...shows, ...(mayChange ? changes : [])] },
    ],
  }
}
