import type { Temporal } from 'temporal-polyfill'
import { sayDateTime } from '../../../../calendar/say.ts'
import type { Block, Button, Card } from '../../../../chat/card.ts'
import type { Locale } from '../../../../chat/locale.ts'
import { mention, type Text } from '../../../../chat/text.ts'
import { classNames } from '../../messages/classes.ts'
import { writeReference } from '../../rules/reference.ts'
import type { Suggestion } from '../../rules/suggest.ts'
import type { Complaint } from '../../store/complaints.ts'
import { filedWords } from '../messages/filed.ts'
import { quotedWords } from './reasons.ts'

export type Filed = {
  complaint: Complaint
  suggestion: Suggestion
  owner: { id: string; name: string }
  /** In words: by which rule or in which role. */
  ownerHow: string
  passed: string
  deadlines: { acknowledge?: Temporal.Instant; reply?: Temporal.Instant }
  channel: { id: string; name: string } | null
  /** What is still to be set up. */
  hints: readonly string[]
  zone: string
  mayClassify: boolean
  maySetUp: boolean
}

/** What whoever filed it is told: who has it, how it was classed and why, and by when it will be answered. */
export function filedCard(locale: Locale, filed: Filed): Card {
  const words = filedWords[locale]
  const { complaint, passed, hints } = filed
  const title = words.title(writeReference(complaint.number))
  const buttons = buttonsOf(locale, filed)
  const below = [
    ...(complaint.confidential ? [words.confidential] : []),
    ...(passed ? [words.passed(passed)] : []),
    ...hints,
  ]
  return {
    locale,
    tone: 'good',
    title,
    summary: title,
    blocks: [
      { kind: 'facts', facts: factsOf(locale, filed) },
      ...below.map((text): Block => ({ kind: 'context', text })),
      ...(buttons.length > 0 ? [{ kind: 'buttons' as const, buttons }] : []),
    ],
  }
}

function factsOf(locale: Locale, filed: Filed): { label: string; value: Text }[] {
  const words = filedWords[locale]
  const { complaint, owner, ownerHow, deadlines, channel, zone } = filed
  const by = (label: string, at: Temporal.Instant | undefined) =>
    at ? [{ label, value: words.moment(sayDateTime(at, zone, locale), zone) }] : []
  return [
    { label: words.customer, value: complaint.customer.name },
    { label: words.owner, value: [mention(owner), words.ownerHow(ownerHow)] },
    { label: words.severity, value: severityOf(locale, filed) },
    { label: words.type, value: typeOf(locale, filed) },
    ...by(words.acknowledgeBy, deadlines.acknowledge),
    ...by(words.replyBy, deadlines.reply),
    ...(channel ? [{ label: words.channel, value: [{ channel: channel.id, name: channel.name }] }] : []),
  ]
}

function severityOf(locale: Locale, { complaint, suggestion }: Filed): string {
  const names = classNames[locale].severity
  const said = { is: names[complaint.severity], suggested: names[suggestion.severity], words: suggestion.severityWords }
  return decided(locale, said)
}

function typeOf(locale: Locale, { complaint, suggestion }: Filed): string {
  const names = classNames[locale].type
  return decided(locale, { is: names[complaint.type], suggested: names[suggestion.type], words: suggestion.typeWords })
}

function decided(
  locale: Locale,
  { is, suggested, words: found }: { is: string; suggested: string; words: readonly string[] },
) {
  const words = filedWords[locale]
  const quoted = quotedWords(locale, found)
  if (is !== suggested) return is + words.chosenOver(suggested, quoted)
  return is + (quoted ? words.suggestedBy(quoted) : words.suggestedUsual)
}

function buttonsOf(locale: Locale, { complaint, mayClassify, maySetUp }: Filed): Button[] {
  const words = filedWords[locale]
  return [
    ...(mayClassify ? [{ label: words.classify, action: 'complaint.classify', value: complaint.id }] : []),
    ...(maySetUp ? [{ label: words.settings, action: 'complaint.settings' }] : []),
  ]
}
