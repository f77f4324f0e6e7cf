/** As texts and words are compared: half-width, in lower case, with straight apostrophes and single spaces. */
export const comparable = (text: string): string =>
  text.normalize('NFKC').toLowerCase().replaceAll('’', "'").replace(/\s+/gu, ' ').trim()

export type Found = { word: string; at: number }

/** The words that a comparable text says and does not deny, each where it stands first, in the order of the text. */
export function wordsIn(text: string, words: readonly string[]): Found[] {
  const found = words.flatMap((word) => firstSaid(text, word) ?? [])
  return found.toSorted((a, b) => a.at - b.at || b.word.length - a.word.length).filter(notWithin)
}

/** Whether a comparable text has a word that begins like this one; Chinese stands anywhere. */
export const says = (text: string, word: string): boolean => new RegExp(patternOf(`${word}*`), 'u').test(text)

function firstSaid(text: string, word: string): Found | null {
  for (const match of text.matchAll(new RegExp(patternOf(word), 'gu')))
    if (!isDenied(text.slice(0, match.index))) return { word: match[0], at: match.index }
  return null
}

function patternOf(word: string): string {
  const isBeginning = word.endsWith('*')
  const said = (isBeginning ? word.slice(0, -1) : word).replace(/[.*+?^${}()|[\]\\]/g, '\\$&')
  if (/\p{Script=Han}/u.test(said)) return said
  return `(?<![\\p{L}\\p{N}])${said}${isBeginning ? "[\\p{L}\\p{N}'-]*" : '(?![\\p{L}\\p{N}])'}`
}

// “Nobody was hurt”, “without any fire”, 没有人受伤, 未起火.
const DENIALS =
  /(?:\b(?:no|not|nobody|none|never|without|n't)(?: [\p{L}]+){0,2} |(?:没有?|无|未|并未|不曾)(?:任何)?人?员?)$/u
const isDenied = (before: string): boolean => DENIALS.test(before)

/** `burn` within `burning smell` is said once. */
const notWithin = ({ word, at }: Found, index: number, all: readonly Found[]): boolean =>
  !all.slice(0, index).some((other) => other.at <= at && other.at + other.word.length >= at + word.length)
