import type { types } from '@slack/bolt'
import { plain, type Span, spansOf, type Text } from '../../chat/text.ts'
import type { Directory } from '../../platform.ts'
import { isAddress } from '../drawing/address.ts'
import { pieces, readable } from '../drawing/literal.ts'

export type RichElement = types.RichTextElement

/**
 * The text as elements of a rich text block. What people wrote stands there letter for letter: only spans of our own
 * mention, link or emphasise. Empty when there is nothing to read.
 */
export function richElements(text: Text, directory: Directory): RichElement[] {
  const elements = spansOf(text).flatMap((span) => elementOf(span, directory))
  return elements.some((element) => element.type !== 'text' || element.text.trim() !== '') ? elements : []
}

/** The elements in groups whose texts are at most `max` UTF-16 units long together. */
export function groupsOf(elements: readonly RichElement[], max: number): RichElement[][] {
  const groups: RichElement[][] = []
  let room = 0
  for (const element of elements.flatMap((long) => splitElement(long, max))) {
    const length = lengthOf(element)
    if (length > room || groups.length === 0) {
      groups.push([])
      room = max
    }
    groups.at(-1)?.push(element)
    room -= length
  }
  return groups
}

export const emboldened = (elements: readonly RichElement[]): RichElement[] =>
  elements.map((element) => ({ ...element, style: { ...styleOf(element), bold: true } }) as RichElement)

/** How many lines a reader sees; wrapping is not counted. */
export const linesIn = (elements: readonly RichElement[]): number =>
  1 + elements.reduce((lines, element) => lines + (wordsOf(element).trimEnd().match(/\n/g)?.length ?? 0), 0)

function elementOf(span: Span, directory: Directory): RichElement[] {
  if (typeof span === 'string') return words(span)
  if ('bold' in span) return words(span.bold, { bold: true })
  if ('italic' in span) return words(span.italic, { italic: true })
  if ('code' in span) return words(span.code, { code: true })
  if ('person' in span) return mentioned(span, directory.person(span.person))
  if ('channel' in span) return mentioned(span, directory.channel(span.channel))
  return linked(span.link, 'href' in span ? span.href : directory.post(span.post))
}

function words(text: string, style?: { bold?: true; italic?: true; code?: true }): RichElement[] {
  const literal = readable(text)
  return literal === '' ? [] : [{ type: 'text', text: literal, ...(style && { style }) }]
}

type Mention = Extract<Span, { person: string } | { channel: string }>

function mentioned(span: Mention, id: string | undefined): RichElement[] {
  if (id === undefined) return words(plain([span]))
  return 'person' in span ? [{ type: 'user', user_id: id }] : [{ type: 'channel', channel_id: id }]
}

function linked(label: string, href: string | undefined): RichElement[] {
  if (href === undefined || !isAddress(href)) return words(label)
  const literal = readable(label)
  return [{ type: 'link', url: href, ...(literal.trim() === '' ? {} : { text: literal }) }]
}

function splitElement(element: RichElement, max: number): RichElement[] {
  if (element.type !== 'text') return [element]
  return pieces(element.text, max).map((text) => ({ ...element, text }))
}

const wordsOf = (element: RichElement): string => ('text' in element ? (element.text ?? '') : '')
const lengthOf = (element: RichElement): number =>
  wordsOf(element).length + ('url' in element ? (element.url?.length ?? 0) : 0)
const styleOf = (element: RichElement) => ('style' in element ? element.style : undefined)
