// Every control character but tab and line feed.
const CONTROL = /[^\P{Control}\t\n]/gu

/** The text without what cannot be sent, such as half of a surrogate pair; nothing that a person could read is lost. */
export const readable = (text: string): string => text.replaceAll('\r\n', '\n').toWellFormed().replace(CONTROL, '')

export const isReadable = (text: string): boolean => readable(text).trim() !== ''

/** At most `max` UTF-16 units of readable text, cut between graphemes and closed with an ellipsis where it was longer. */
export function shortened(text: string, max: number): string {
  const whole = readable(text)
  if (whole.length <= max) return whole
  return max > 2 ? `${startOf(whole, max - 1)}…` : '…'
}

/** All of the text in pieces of at most `max` UTF-16 units, cut at a line's or a word's end where there is one. */
export function pieces(text: string, max: number): string[] {
  const found: string[] = []
  let rest = text
  while (rest.length > max) {
    const piece = firstPiece(rest, max)
    found.push(piece)
    rest = rest.slice(piece.length)
  }
  return rest === '' ? found : [...found, rest]
}

/** What `pieces` gives first. */
export const firstPiece = (text: string, max: number): string =>
  text.length <= max ? text : untilBreak(startOf(text, max))

const graphemes = new Intl.Segmenter('und', { granularity: 'grapheme' })

/** The longest start of at most `max` units that ends between graphemes; within one only where one alone is longer. */
function startOf(text: string, max: number): string {
  // Where a grapheme begins is known from what comes before, and from the character there.
  const end = graphemes.segment(text.slice(0, max + 2)).containing(max)?.index ?? text.length
  return end > 0 ? text.slice(0, end) : withoutHalfPair(text.slice(0, Math.max(max, 2)))
}

const withoutHalfPair = (text: string): string => text.replace(/[\uD800-\uDBFF]$/, '') || text

// A break in the first half would leave too little in the piece.
function untilBreak(text: string): string {
  const half = text.length / 2
  for (const mark of ['\n', ' ']) {
    const at = text.lastIndexOf(mark)
    if (at > half) return text.slice(0, at + 1)
  }
  return text
}
