import type { Block, Button, Card } from '../../../chat/card.ts'
import type { Form } from '../../../chat/form.ts'
import type { Locale } from '../../../chat/locale.ts'
import { bold, code } from '../../../chat/text.ts'
import { tokenWords } from '../messages/token.ts'

/** Its facts in words, ready to be shown. */
export type ListedToken = { id: string; name: string; made: string; used: string }

export function tokensCard(locale: Locale, tokens: readonly ListedToken[]): Card {
  const words = tokenWords[locale]
  const lines = tokens.flatMap((token): Block[] => [
    { kind: 'text', text: [bold(token.name), locale === 'en' ? ' – ' : '：', token.made, words.comma, token.used] },
    { kind: 'buttons', buttons: [revokeButton(locale, token)] },
  ])
  return {
    locale,
    title: words.title,
    summary: tokens.length > 0 ? tokens.map(({ name }) => name).join(', ') : words.none,
    blocks: [
      ...(tokens.length > 0 ? lines : [{ kind: 'text' as const, text: words.none }]),
      { kind: 'buttons', buttons: [{ label: words.new, action: 'ops.new-token', style: 'primary' }] },
    ],
  }
}

export function newTokenForm(locale: Locale, name: string): Form {
  const words = tokenWords[locale]
  return {
    locale,
    id: 'ops.new-token',
    title: words.formTitle,
    submit: words.create,
    fields: [
      {
        kind: 'text',
        name: 'name',
        label: words.name,
        hint: words.nameHint,
        maxLength: 60,
        ...(name && { value: name }),
      },
    ],
  }
}

/** The one card on which a token ever stands. */
export function madeCard(locale: Locale, name: string, token: string): Card {
  const words = tokenWords[locale]
  return {
    locale,
    tone: 'good',
    title: words.title,
    summary: words.created(name),
    blocks: [
      { kind: 'text', text: words.created(name) },
      { kind: 'text', text: [code(token)] },
      { kind: 'text', text: [words.how, code('Authorization: Bearer …')] },
      { kind: 'context', text: words.whoever },
    ],
  }
}

export function revokeCard(locale: Locale, token: { id: string; name: string }): Card {
  const text = tokenWords[locale].revokeAsk(token.name)
  return {
    locale,
    tone: 'warning',
    summary: text,
    blocks: [
      { kind: 'text', text },
      { kind: 'buttons', buttons: [revokeButton(locale, token)] },
    ],
  }
}

function revokeButton(locale: Locale, { id, name }: { id: string; name: string }): Button {
  const words = tokenWords[locale]
  const confirm = { title: words.revokeTitle, text: words.revokeAsk(name), yes: words.revoke, no: words.keep }
  return { label: words.revoke, action: 'ops.revoke-token', value: id, style: 'danger', confirm }
}
