import type { Block, Card } from '../../../src/chat/card.ts'
import type { Field, FieldValue, Form } from '../../../src/chat/form.ts'
import { type Span, spansOf, type Text } from '../../../src/chat/text.ts'
import type { Picture } from '../../../src/platform.ts'
import type { MessageSeen as MessageSent } from '../../../src/platforms/playground/wire.ts'
import type { CardSeen, FieldSeen, Filled, FormSeen, MessageSeen } from './stage.ts'

type Seeing = { mentions: string[]; links: { words: string; href: string }[] }

/** A message as the page shows it, with the pictures that it has loaded. */
export const messageSeen = (message: MessageSent, pictures: readonly Picture[]): MessageSeen => {
  const { id, card, thread, aside, edited } = message
  return {
    ...cardSeen(card),
    ...{ id, thread, isAside: aside, pictures, isEdited: edited !== null, notification: card.summary },
  }
}

export function cardSeen({ title, tone = 'plain', blocks }: Pick<Card, 'title' | 'tone' | 'blocks'>): CardSeen {
  const seeing: Seeing = { mentions: [], links: [] }
  const lines = [title ?? '', ...blocks.flatMap((block) => blockSeen(block, seeing))].filter((line) => line !== '')
  return {
    ...{ words: lines.join('\n'), tone, ...seeing },
    images: blocks.flatMap((block) => (block.kind === 'image' ? [{ url: block.url, alt: block.alt }] : [])),
    buttons: blocks
      .flatMap((block) => (block.kind === 'buttons' ? block.buttons : []))
      .map(({ label, style, confirm }) => ({ label, ...(style && { style }), ...(confirm && { confirm }) })),
  }
}

function blockSeen(block: Block, seeing: Seeing): string[] {
  switch (block.kind) {
    case 'text':
    case 'context':
      return [textSeen(block.text, seeing)]
    case 'facts':
      return block.facts.map(({ label, value }) => `${label} ${textSeen(value, seeing)}`)
    case 'buttons':
      return [block.buttons.map(({ label }) => label).join(' ')]
    case 'list':
      return block.items.map((item) => textSeen(item, seeing))
    case 'table':
      return [block.columns, ...block.rows].map((row) => row.join(' '))
    case 'image':
      return [block.alt]
    case 'divider':
      return []
    case 'progress':
      return [`${block.label} ${block.done} of ${block.of}`]
  }
}

const textSeen = (text: Text, seeing: Seeing): string =>
  spansOf(text)
    .map((span) => spanSeen(span, seeing))
    .join('')

const FOLLOWED = /^(https?:\/\/|mailto:|\/playground#message-\d+$)/i

function spanSeen(span: Span, { mentions, links }: Seeing): string {
  if (typeof span === 'string') return span
  if ('bold' in span) return span.bold
  if ('italic' in span) return span.italic
  if ('code' in span) return span.code
  if ('person' in span) {
    mentions.push(span.person)
    return `@${span.name}`
  }
  if ('channel' in span) {
    mentions.push(span.channel)
    return `#${span.name}`
  }
  if ('href' in span && FOLLOWED.test(span.href)) links.push({ words: span.link, href: span.href })
  return span.link
}

/** What is open in the page: a form with what was typed so far and what is wrong with it. */
export type Opened = { form: Form; channel: string | undefined; filled: Filled; errors: FormSeen['errors'] }

export const formSeen = ({ form, filled, errors }: Opened): FormSeen => ({
  title: form.title,
  submit: form.submit,
  intro: cardSeen({ blocks: [{ kind: 'text', text: form.intro ?? '' }] }),
  fields: Object.fromEntries(form.fields.map((field) => [field.name, fieldSeen(field, filled[field.name])])),
  errors,
})

function fieldSeen(field: Field, typed: FieldValue | null | undefined): FieldSeen {
  const { label, hint = '' } = field
  const options = 'options' in field ? field.options.map((option) => option.label) : []
  return { label, hint, options, filled: typed === undefined ? initially(field) : (typed ?? undefined) }
}

/** What a field holds before anybody types, options by their labels. */
export function initially(field: Field): FieldValue | undefined {
  switch (field.kind) {
    case 'number':
      return field.value === undefined ? undefined : String(field.value)
    case 'choice':
      return field.options.find(({ value }) => value === field.value)?.label
    case 'choices':
      return filledList(field.options.filter(({ value }) => field.values?.includes(value)).map(({ label }) => label))
    case 'people':
      return filledList(field.values)
    case 'toggle':
      return field.value ?? false
    case 'text':
    case 'person':
    case 'channel':
    case 'date':
    case 'time':
      return field.value || undefined
  }
}

const filledList = (values: readonly string[] | undefined) => (values?.length ? values : undefined)
