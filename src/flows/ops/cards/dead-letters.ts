import type { Block } from '../../../chat/card.ts'
import type { Locale } from '../../../chat/locale.ts'
import type { Span, Text } from '../../../chat/text.ts'
import { healthWords } from '../messages/health.ts'
import { type Letter, writeLetter } from '../rules/letter.ts'

/** `place` is absent for those who need not know it; what is lasting cannot be dropped. */
export type DeadLetter = Letter & { words: string; place?: Span; isLasting?: true }
export type DeadLetters = { listed: readonly DeadLetter[]; count: number }

export function deadLetterBlocks(locale: Locale, { listed, count }: DeadLetters, mayDecide: boolean): Block[] {
  if (count === 0) return []
  const words = healthWords[locale]
  const more = count - listed.length
  return [
    { kind: 'text', text: words.deadLetters(count), style: 'heading' },
    ...(mayDecide
      ? listed.flatMap((letter) => withButtons(locale, letter))
      : [{ kind: 'list' as const, items: listed.map((letter) => letter.words) }]),
    ...(more > 0 ? [{ kind: 'context' as const, text: words.more(more) }] : []),
    ...(mayDecide ? [] : [{ kind: 'context' as const, text: words.onlyAdmins }]),
  ]
}

function withButtons(locale: Locale, letter: DeadLetter): Block[] {
  const words = healthWords[locale]
  const value = writeLetter(letter)
  const text = letter.kind === 'timer' ? words.dropTask : words.dropMessage
  const confirm = { title: words.dropTitle, text, yes: words.drop, no: words.keep }
  return [
    { kind: 'text', text: textOf(locale, letter) },
    {
      kind: 'buttons',
      buttons: [
        { label: words.retry, action: 'ops.retry', value },
        ...(letter.isLasting
          ? []
          : [{ label: words.drop, action: 'ops.drop', value, style: 'danger' as const, confirm }]),
      ],
    },
  ]
}

function textOf(locale: Locale, { words, place }: DeadLetter): Text {
  return place ? [words, locale === 'en' ? ' ' : '', healthWords[locale].place, place] : words
}
