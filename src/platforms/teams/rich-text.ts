import { plain, type Span, spansOf, type Text } from '../../chat/text.ts'
import { isAddress } from '../drawing/address.ts'
import { isReadable, readable } from '../drawing/literal.ts'
import type { Look, RichTextBlock, TextElement, TextRun } from './adaptive-card.ts'
import { type Known, markdownOf } from './markdown.ts'

/** The text as an element that shows it letter for letter and mentions whom we mention; none when nothing is to be read. */
export function textElements(text: Text, look: Look, known: Known): TextElement[] {
  if (mentionsSomebody(text, known)) return [{ type: 'TextBlock', text: markdownOf(text, known), wrap: true, ...look }]

  const inlines = spansOf(text).flatMap((span) => runsOf(span, look, known))
  return inlines.some(({ text: words }) => words.trim() !== '') ? [{ type: 'RichTextBlock', inlines }] : []
}

/** Words of ours, or of people, in which there is nothing but words. */
export const literalElement = (words: string, look: Look): RichTextBlock => ({
  type: 'RichTextBlock',
  inlines: runs(isReadable(words) ? words : '–', look),
})

const mentionsSomebody = (text: Text, { mentions }: Known): boolean =>
  spansOf(text).some((span) => typeof span !== 'string' && 'person' in span && mentions.has(span.person))

type RunLook = Omit<TextRun, 'type' | 'text'>

function runsOf(span: Span, look: Look, { directory }: Known): TextRun[] {
  if (typeof span === 'string') return runs(span, look)
  if ('bold' in span) return runs(span.bold, { ...look, weight: 'Bolder' })
  if ('italic' in span) return runs(span.italic, { ...look, italic: true })
  if ('code' in span) return runs(span.code, { ...look, fontType: 'Monospace' })
  if ('link' in span) return linked(span.link, 'href' in span ? span.href : directory.post(span.post), look)
  return runs(plain([span]), look)
}

function linked(label: string, href: string | undefined, look: Look): TextRun[] {
  if (href === undefined || !isAddress(href)) return runs(label, look)
  return runs(isReadable(label) ? label : href, { ...look, selectAction: { type: 'Action.OpenUrl', url: href } })
}

// Teams would show the date that {{DATE(…)}} stands for; it does not look across two runs.
const BETWEEN_BRACES = /(?<=\{)(?=\{(?:DATE|TIME)\()/

const runs = (words: string, look: RunLook): TextRun[] =>
  readable(words)
    .split(BETWEEN_BRACES)
    .filter((text) => text !== '')
    .map((text) => ({ type: 'TextRun', text, ...look }))
