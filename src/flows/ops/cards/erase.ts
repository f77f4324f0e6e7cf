import type { Button, Card } from '../../../chat/card.ts'
import type { Locale } from '../../../chat/locale.ts'
import { eraseWords } from '../messages/erase.ts'
import { excerpt } from '../rules/excerpt.ts'

/** `value` is whom it is about, as typed. */
export function eraseTracesCard(locale: Locale, found: readonly string[], value: string): Card {
  const words = eraseWords[locale]
  return {
    locale,
    tone: 'warning',
    title: words.title,
    summary: words.title,
    blocks: [
      { kind: 'text', text: words.found(excerpt(value)) },
      { kind: 'list', items: found },
      { kind: 'context', text: words.consequence },
      { kind: 'buttons', buttons: [eraseButton(locale, { action: 'ops.erase-traces', value })] },
    ],
  }
}

export function eraseMemberCard(locale: Locale, { id, name }: { id: string; name: string }, former: string): Card {
  const words = eraseWords[locale]
  return {
    locale,
    tone: 'warning',
    title: words.title,
    summary: words.title,
    blocks: [
      { kind: 'text', text: words.member(name, former) },
      { kind: 'context', text: words.memberStays },
      { kind: 'buttons', buttons: [eraseButton(locale, { action: 'ops.erase-member', value: id })] },
    ],
  }
}

function eraseButton(locale: Locale, pressed: { action: string; value: string }): Button {
  const words = eraseWords[locale]
  const confirm = { title: words.confirmTitle, text: words.confirm, yes: words.button, no: words.keep }
  return { label: words.button, ...pressed, style: 'danger', confirm }
}
