import type { Card } from '../../../chat/card.ts'
import type { Locale } from '../../../chat/locale.ts'
import { bold, type Text } from '../../../chat/text.ts'
import { reasonWords } from '../../../escalation/messages/reasons.ts'
import type { Audience, Passed, Target } from '../../../escalation/rules/audience.ts'
import { policyWords } from '../messages/policies.ts'

type Tried = {
  policy: string
  owner: string
  lines: readonly string[]
  /** Of each line, and of the last word behind them. */
  audiences: readonly Audience[]
  names: ReadonlyMap<string, string>
}

export function tryCard(locale: Locale, { policy, owner, lines, audiences, names }: Tried): Card {
  const words = policyWords[locale]
  const title = words.tryTitle(policy, owner)
  const items = audiences.map(
    (audience, at): Text => [bold(lines[at] ?? words.last), ` ${outcomeOf(audience, locale, names)}`],
  )
  return { locale, title, summary: title, blocks: [{ kind: 'list', ordered: true, items }] }
}

function outcomeOf({ told, passed }: Audience, locale: Locale, names: Tried['names']): string {
  const words = policyWords[locale]
  const nameOf = (target: Target) =>
    'channelId' in target ? `#${names.get(target.channelId)}` : (names.get(target.memberId) ?? '?')
  const reached = told.length > 0 ? words.tells(told.map(nameOf).join(words.comma)) : words.tellsNobody
  const reasons = passed.map((one) => sentenceOf(one, locale, names)).join(words.semicolon)
  return reasons ? `${reached}${words.because(reasons)}` : reached
}

function sentenceOf({ reason, memberId, channelId }: Passed, locale: Locale, names: Tried['names']): string {
  return reasonWords[locale][reason](names.get(memberId ?? channelId ?? '') ?? '?')
}
