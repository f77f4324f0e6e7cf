import type { Block, Card } from '../../chat/card.ts'
import type { Field, Form } from '../../chat/form.ts'
import { type Span, spansOf, type Text } from '../../chat/text.ts'
import type { Directory } from '../../platform.ts'

/**
 * The card with the playground's ids in the place of ours; what it cannot mention or link becomes plain words. One that
 * holds nothing says its summary.
 */
export function drawCard(card: Card, directory: Directory): Card {
  const isEmpty = card.blocks.length === 0 && !card.title
  const blocks = isEmpty ? [{ kind: 'text' as const, text: card.summary }] : card.blocks
  return { ...card, blocks: blocks.map((block) => drawBlock(block, directory)) }
}

export function drawForm(form: Form, directory: Directory): Form {
  const fields = form.fields.map((field) => drawField(field, directory))
  return form.intro === undefined ? { ...form, fields } : { ...form, intro: drawText(form.intro, directory), fields }
}

function drawBlock(block: Block, directory: Directory): Block {
  switch (block.kind) {
    case 'text':
    case 'context':
      return { ...block, text: drawText(block.text, directory) }
    case 'facts':
      return { ...block, facts: block.facts.map((fact) => ({ ...fact, value: drawText(fact.value, directory) })) }
    case 'list':
      return { ...block, items: block.items.map((item) => drawText(item, directory)) }
    case 'buttons':
    case 'table':
    case 'image':
    case 'divider':
    case 'progress':
      return block
  }
}

function drawText(text: Text, directory: Directory): Text {
  return typeof text === 'string' ? text : spansOf(text).map((span) => drawSpan(span, directory))
}

function drawSpan(span: Span, directory: Directory): Span {
  if (typeof span === 'string') return span
  if ('person' in span) {
    const person = directory.person(span.person)
    return person ? { ...span, person } : `@${span.name}`
  }
  if ('channel' in span) {
    const channel = directory.channel(span.channel)
    return channel ? { ...span, channel } : `#${span.name}`
  }
  if ('post' in span) {
    const href = directory.post(span.post)
    return href ? { link: span.link, href } : span.link
  }
  return span
}

function drawField(field: Field, { person, channel }: Directory): Field {
  switch (field.kind) {
    case 'person':
      return withValue(field, field.value && person(field.value))
    case 'channel':
      return withValue(field, field.value && channel(field.value))
    case 'people':
      return { ...field, values: field.values?.flatMap((id) => person(id) ?? []) ?? [] }
    case 'text':
    case 'number':
    case 'choice':
    case 'choices':
    case 'date':
    case 'time':
    case 'toggle':
      return field
  }
}

function withValue<F extends Field & { value?: string }>({ value: _ours, ...field }: F, value: string | undefined) {
  return value ? { ...field, value } : field
}
