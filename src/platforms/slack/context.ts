import type { types } from '@slack/bolt'
import { plain, type Span, spansOf, type Text } from '../../chat/text.ts'
import type { Directory } from '../../platform.ts'
import { isAddress } from '../drawing/address.ts'
import { pieces, readable } from '../drawing/literal.ts'
import { escaped } from './literal.ts'

type Element = types.PlainTextElement | types.MrkdwnElement
const ELEMENTS_PER_BLOCK = 10
const LONGEST_ELEMENT = 2_000

/**
 * Small print. A context block has no rich text, so words are plain text elements, letter for letter, and only
 * mentions and links are markup; emphasis is left out.
 */
export function contextBlocks(text: Text, directory: Directory): types.ContextBlock[] {
  const elements = joined(spansOf(text).map((span) => elementOf(span, directory)))
  if (elements.length > ELEMENTS_PER_BLOCK) return contextBlocks(plain(text), directory)

  const short = elements.flatMap(split).filter((element) => element.text.trim() !== '')
  return grouped(short).map((group) => ({ type: 'context', elements: group }))
}

/** Blocks of about an element's length: a card that is too long leaves out whole blocks. */
function grouped(elements: readonly Element[]): Element[][] {
  const groups: Element[][] = []
  let room = 0
  for (const element of elements) {
    const last = groups.at(-1)
    if (last && last.length < ELEMENTS_PER_BLOCK && element.text.length <= room) last.push(element)
    else {
      groups.push([element])
      room = LONGEST_ELEMENT
    }
    room -= element.text.length
  }
  return groups
}

function elementOf(span: Span, directory: Directory): Element {
  const markup = typeof span === 'string' ? undefined : markupOf(span, directory)
  if (markup !== undefined) return { type: 'mrkdwn', text: markup, verbatim: true }
  return { type: 'plain_text', text: readable(plain([span])), emoji: false }
}

function markupOf(span: Exclude<Span, string>, directory: Directory): string | undefined {
  if ('person' in span) return around('@', directory.person(span.person))
  if ('channel' in span) return around('#', directory.channel(span.channel))
  if (!('link' in span) || span.link.trim() === '') return undefined
  const href = 'href' in span ? span.href : directory.post(span.post)
  const isLink = href !== undefined && isAddress(href) && !/[<>|]/.test(href)
  const markup = isLink ? `<${escaped(href)}|${unbroken(span.link)}>` : undefined
  return markup !== undefined && markup.length <= LONGEST_ELEMENT ? markup : undefined
}

const around = (sign: '@' | '#', id: string | undefined): string | undefined =>
  id === undefined ? undefined : `<${sign}${id}>`

const unbroken = (label: string): string => escaped(label).replaceAll('|', '¦').replaceAll('\n', ' ')

function joined(elements: readonly Element[]): Element[] {
  const result: Element[] = []
  for (const element of elements) {
    const last = result.at(-1)
    if (last?.type === 'plain_text' && element.type === 'plain_text')
      result[result.length - 1] = { ...last, text: last.text + element.text }
    else result.push(element)
  }
  return result
}

const split = (element: Element): Element[] =>
  element.type === 'mrkdwn' ? [element] : pieces(element.text, LONGEST_ELEMENT).map((text) => ({ ...element, text }))
