import type { Button, Card } from '../../../chat/card.ts'
import type { Locale } from '../../../chat/locale.ts'
import { writeWait } from '../../../escalation/rules/wait-syntax.ts'
import type { StoredPolicy } from '../../../escalation/store/policies.ts'
import { policyWords } from '../messages/policies.ts'

type Shown = { policy: StoredPolicy; lines: readonly string[]; isDefault: boolean; mayChange: boolean; news?: string }

/** A policy as it is; `news` says what has just become of it. */
export function policyCard(locale: Locale, { policy, lines, isDefault, mayChange, news }: Shown): Card {
  const words = policyWords[locale]
  const { id, name, version, progress } = policy
  const edit: Button[] = mayChange ? [{ label: words.edit, action: 'escalation.edit', value: id }] : []
  return {
    locale,
    ...(news && { tone: 'good' }),
    title: isDefault ? `${name} · ${words.isDefault}` : name,
    summary: news ?? name,
    blocks: [
      ...(news ? [{ kind: 'text' as const, text: news }] : []),
      { kind: 'list', ordered: true, items: lines },
      { kind: 'text', text: words.progressLine(writeWait(progress, locale)) },
      { kind: 'context', text: words.version(version) },
      { kind: 'buttons', buttons: [{ label: words.tryIt, action: 'escalation.try', value: id }, ...edit] },
    ],
  }
}
