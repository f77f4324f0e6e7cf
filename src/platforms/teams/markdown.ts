import { plain, type Span, spansOf, type Text } from '../../chat/text.ts'
import type { Directory } from '../../platform.ts'
import { isAddress } from '../drawing/address.ts'
import { readable } from '../drawing/literal.ts'
import type { Mentions } from './mentions.ts'

export type Known = { directory: Directory; mentions: Mentions }

/** The text as the Markdown of a TextBlock, in which what people wrote stands letter for letter. */
export function markdownOf(text: Text, known: Known): string {
  const joined = spansOf(text).reduce<string>((said, span) => said + markdownSpan(span, said, known), '')
  return joined.split('\n').map(withLiteralStart).join('\n\n')
}

/** The words with a backslash before every sign that Markdown, or Teams itself, would take for more than a sign. */
const escaped = (words: string): string =>
  readable(words).replace(/[\\`*_[\]<]|~(?=~)|(?<=~)~|&(?=#?\w+;)|\{(?=\{)|(?<=\{)\{/g, '\\$&')

/** Whether it is the same to read these words as they are or as Markdown. */
export const readsAlike = (words: string): boolean =>
  withLiteralStart(escaped(words)) === words && !words.includes('\n')

// A line that begins like a list, a quote, a heading or a block of code.
const withLiteralStart = (line: string): string =>
  line
    .replace(/^(\s*)([-+>#=]|\d+(?=[.)]))/, (_, space: string, sign: string) =>
      /\d/.test(sign) ? `${space}${sign}\\` : `${space}\\${sign}`,
    )
    .replace(/^\s+/, (space) => '\u00A0'.repeat(space.length))

function markdownSpan(span: Span, before: string, { directory, mentions }: Known): string {
  if (typeof span === 'string') return escaped(span)
  if ('bold' in span) return emphasised(span.bold, '**', before)
  if ('italic' in span) return emphasised(span.italic, '*', before)
  if ('person' in span) return mentions.get(span.person)?.text ?? escaped(plain([span]))
  if ('link' in span) return linked(span.link, 'href' in span ? span.href : directory.post(span.post))
  return escaped(plain([span]))
}

/** Line by line; words between which and the marks Markdown would see no emphasis stay as they are. */
function emphasised(words: string, mark: '*' | '**', before: string): string {
  return readable(words)
    .split('\n')
    .map((line, index) => {
      const followsMark = index === 0 && before.endsWith('*')
      return isWordLike(line) && !followsMark ? `${mark}${escaped(line)}${mark}` : escaped(line)
    })
    .join('\n')
}

const isWordLike = (line: string): boolean => /^[\p{L}\p{N}]/u.test(line) && /[\p{L}\p{N}]$/u.test(line)

function linked(label: string, href: string | undefined): string {
  if (href === undefined || !isAddress(href)) return escaped(label)
  const words = readable(label).replace(/\s+/g, ' ').trim()
  return `[${escaped(words === '' ? href : words)}](${href.replace(/[\s()<>\\{}]/g, percentEncoded)})`
}

// encodeURIComponent leaves brackets as they are.
const percentEncoded = (sign: string): string => `%${sign.charCodeAt(0).toString(16).toUpperCase().padStart(2, '0')}`
