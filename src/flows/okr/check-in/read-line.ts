import type { CommandLine } from '../../../chat/command-line.ts'
import { type Reading, readNumber } from '../rules/read-number.ts'
import { readReference } from '../rules/reference.ts'

/** What was typed of a check-in behind the key result. */
export type Line = {
  /** The name or reference of the key result. */
  about: string
  /** The number as it was typed; `''` where there is none. */
  typed: string
  reading: Reading
  confidence: string | null
  date: string | null
  note: string
}

/**
 * `"activation" 42% conf:7 "trial mail helped"`: the first word that can be a number, after the name, is the value; what
 * follows it is the note.
 */
export function readLine({ words, options }: CommandLine): Line {
  const [first = ''] = words
  const isReference = readReference(first) !== null
  const found = words.findIndex((word, index) => index > 0 && isNumeric(word))
  // Behind a reference only the next word can be the value; behind a name, whichever comes first.
  const at = isReference && found !== 1 ? -1 : found
  const named = isReference ? [first] : at < 0 ? words : words.slice(0, at)
  const typed = at < 0 ? '' : (words[at] ?? '')
  const {
    conf,
    confidence = conf,
    信心: sure = confidence,
    for: day,
    date = day,
    日期: dated = date,
    ...rest
  } = options
  // What looks like an option and is none belongs to the note.
  const strange = Object.entries(rest).map(([key, value]) => `${key}:${value}`)
  return {
    about: named.join(' '),
    typed,
    reading: readNumber(typed),
    confidence: sure ?? null,
    date: dated ?? null,
    note: [...words.slice(Math.max(at + 1, named.length)), ...strange].join(' '),
  }
}

const isNumeric = (word: string): boolean => {
  const reading = readNumber(word)
  return reading.kind !== 'unclear' || reading.why === 'ambiguous' || /^[+=-]?[¥$€£]?\d/u.test(word.normalize('NFKC'))
}
