import type { Block, Button, Card } from '../../../../chat/card.ts'
import { nearestLocale } from '../../../../chat/locale.ts'
import { bold, type Text } from '../../../../chat/text.ts'
import { withoutContact } from '../../views/masked.ts'
import { draftWords } from '../messages/drafts.ts'
import { shortened } from './shortened.ts'

type Draft = { id: string; author: string; text: string; link: string | null }
/** What became of it, and by whom; filed where it was not dismissed, confidentially where there is no reference. */
export type Fate = { by: string; reference?: string; isDismissed?: true }

const LONGEST_QUOTE = 1_500

export const draftKey = ({ id }: { id: string }): string => `complaint/draft/${id}`

/** A message that may be a complaint: one press files or dismisses it. In another channel it says nobody's contact data. */
export function draftCard(
  tag: string,
  draft: Draft,
  { channel, fate }: { channel: { id: string; name: string } | null; fate: Fate | null },
): Card {
  const locale = nearestLocale(tag)
  const words = draftWords[locale]
  const { author, text, link } = draft
  const isHidden = fate !== null && !fate.isDismissed && !fate.reference
  const shown = channel ? withoutContact(text, null) : text
  const quote: Block = { kind: 'text', text: shortened(shown.trim() || words.wordless, LONGEST_QUOTE), style: 'quote' }
  const wrote: Text = channel
    ? [words.wroteIn(author), { channel: channel.id, name: channel.name.replace(/^#/, '') }]
    : words.wrote(author)
  return {
    locale,
    ...(fate ? {} : { tone: 'warning' }),
    title: words.title,
    summary: words.summary(author),
    blocks: [
      { kind: 'text', text: wrote },
      ...(isHidden ? [] : [quote]),
      ...(link ? [{ kind: 'context' as const, text: [{ link: words.open, href: link }] }] : []),
      fate ? { kind: 'text', text: [bold(sentenceOf(fate, words))] } : buttonsOf(draft.id, words),
    ],
  }
}

function sentenceOf({ by, reference, isDismissed }: Fate, words: (typeof draftWords)['en']): string {
  if (isDismissed) return words.dismissedBy(by)
  return reference ? words.filedBy(by, reference) : words.filedHidden(by)
}

function buttonsOf(id: string, words: (typeof draftWords)['en']): Block {
  const buttons: Button[] = [
    { label: words.file, action: 'complaint.file-draft', value: id, style: 'primary' },
    { label: words.dismiss, action: 'complaint.dismiss-draft', value: id },
  ]
  return { kind: 'buttons', buttons }
}
