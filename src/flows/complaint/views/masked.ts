/** The text with this literal replaced wherever it stands, whatever its case; as a whole word where it ends in letters. */
export function replaced(text: string, literal: string, instead: string): string {
  const searched = literal.trim()
  if (searched === '') return text
  const [before, after] = [isLatin(searched.at(0)) ? NOT_AFTER : '', isLatin(searched.at(-1)) ? NOT_BEFORE : '']
  const pattern = new RegExp(before + searched.replace(/[.*+?^${}()|[\]\\]/g, '\\$&') + after, 'giu')
  return text.replace(pattern, () => instead)
}

// Chinese has no spaces: only what is written with letters or digits of ours can be part of another word.
const NOT_AFTER = '(?<![\\p{Script=Latin}\\p{N}])'
const NOT_BEFORE = '(?![\\p{Script=Latin}\\p{N}])'
const isLatin = (letter = ''): boolean => /[\p{Script=Latin}\p{N}]/u.test(letter)

/** What may stand in a channel: without the customer's contact data. */
export const withoutContact = (text: string, contact: string | null): string =>
  contact ? replaced(text, contact, '•••') : text
