import type { Block, Card } from '../../chat/card.ts'
import { plain, type Span, spansOf, type Text } from '../../chat/text.ts'
import type { Heard } from '../../platform.ts'
import { personaById } from './company.ts'
import { linkTo } from './link.ts'

type Said = { id: string; from: string | null; text: string }

/** What somebody said, as the router hears of it. */
export function heard({ id, from, text }: Said): Heard {
  const authorName = from === null ? 'Drumbeat' : personaById(from)?.name
  return { id, text, ...(from !== null && { author: from }), ...(authorName && { authorName }), link: linkTo(id) }
}

/** A card in words, with mentions as the router reads them. */
export const textOf = ({ title, blocks }: Card): string =>
  [title ?? '', ...blocks.flatMap(linesOf)].filter((line) => line.trim() !== '').join('\n')

function linesOf(block: Block): string[] {
  switch (block.kind) {
    case 'text':
    case 'context':
      return [typed(block.text)]
    case 'facts':
      return block.facts.map(({ label, value }) => `${label}: ${typed(value)}`)
    case 'list':
      return block.items.map((item) => `• ${typed(item)}`)
    case 'table':
      return [block.columns, ...block.rows].map((row) => row.join(' · '))
    case 'image':
      return [block.alt]
    case 'progress':
      return [`${block.label} ${block.done}/${block.of}`]
    case 'buttons':
    case 'divider':
      return []
  }
}

const typed = (text: Text): string => spansOf(text).map(typedSpan).join('')

function typedSpan(span: Span): string {
  if (typeof span === 'string') return span
  if ('person' in span) return `<@${span.person}>`
  return 'channel' in span ? `<#${span.channel}>` : plain([span])
}
