import type { Card } from '../../../../chat/card.ts'
import type { Locale } from '../../../../chat/locale.ts'
import { mention, type Text } from '../../../../chat/text.ts'
import { classNames } from '../../messages/classes.ts'
import type { Suggestion } from '../../rules/suggest.ts'
import { filedWords } from '../messages/filed.ts'
import { ruleWords } from '../messages/rules.ts'
import { quotedWords } from './reasons.ts'
import { shortened } from './shortened.ts'

type Tried = {
  text: string
  suggestion: Suggestion
  /** In words. */
  rule: string
  owner: { id: string; name: string }
  ownerHow: string
  passed: string
  channel: { id: string; name: string } | null
}

/** What would become of a complaint that says this. */
export function tryCard(locale: Locale, { text, suggestion, rule, owner, ownerHow, passed, channel }: Tried): Card {
  const words = ruleWords[locale]
  const names = classNames[locale]
  const why = (found: readonly string[]) => (found.length > 0 ? words.because(quotedWords(locale, found)) : words.usual)
  const where: Text = channel ? [{ channel: channel.id, name: channel.name }] : words.noChannel
  return {
    locale,
    title: words.tried,
    summary: words.tried,
    blocks: [
      { kind: 'text', text: shortened(text, 300), style: 'quote' },
      {
        kind: 'facts',
        facts: [
          { label: words.severity, value: names.severity[suggestion.severity] + why(suggestion.severityWords) },
          { label: words.type, value: names.type[suggestion.type] + why(suggestion.typeWords) },
          { label: words.rule, value: rule },
          { label: words.getsIt, value: [mention(owner), filedWords[locale].ownerHow(ownerHow)] },
          { label: words.card, value: where },
        ],
      },
      ...(passed ? [{ kind: 'context' as const, text: words.passed(passed) }] : []),
      { kind: 'context', text: words.nothingDone },
    ],
  }
}
