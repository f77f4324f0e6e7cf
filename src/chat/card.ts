import type { Locale } from './locale.ts'
import type { Text } from './text.ts'

/** What is shown to people, on any platform. Each platform draws every kind of block (an exhaustive switch). */
export type Card = {
  locale: Locale
  /** Said where a card cannot be drawn: a notification, a screen reader, a list of conversations. Never empty. */
  summary: string
  title?: string
  tone?: Tone
  blocks: readonly Block[]
}

/** The mood of a card. The colour never stands alone: the words say it too. */
export type Tone = 'plain' | 'good' | 'warning' | 'bad'

export type Block =
  | { kind: 'text'; text: Text; style?: 'heading' | 'body' | 'quote' }
  | { kind: 'facts'; facts: readonly { label: string; value: Text }[] }
  | { kind: 'buttons'; buttons: readonly Button[] }
  | { kind: 'list'; items: readonly Text[]; ordered?: boolean }
  | { kind: 'table'; columns: readonly string[]; rows: readonly (readonly string[])[] }
  | { kind: 'image'; url: string; alt: string }
  | { kind: 'divider' }
  | { kind: 'context'; text: Text }
  | { kind: 'progress'; label: string; done: number; of: number }

export type Button = {
  label: string
  /** `<flow>.<button>`, as in the flow's table of contents. */
  action: string
  /** Handed to the flow as it is; at most 2,000 characters. */
  value?: string
  style?: 'primary' | 'danger'
  /** What a press is answered by; no flow writes this here, but `asks` in its table of contents. */
  opens?: 'form'
  /** Asked before the press counts, where it cannot be undone. */
  confirm?: { title: string; text: string; yes: string; no: string }
}
