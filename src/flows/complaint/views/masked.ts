/** The text with this literal replaced wherever it stands, whatever its case; as a whole word where it ends in letters. */
export function replaced(text: string, literal: string, instead: string): string {
  const searched = literal.trim()
  if (searched === '') return text
  return text.replace(new RegExp(patternOf(searched), 'giu'), () => instead)
}

function patternOf(searched: string): string {
  const digits = IS_NUMBER.test(searched) ? [...searched.replace(/\D/g, '')] : []
  if (digits.length >= FEWEST_DIGITS) return `${NOT_AFTER}\\+?\\(?${digits.join('[\\s()./-]*')}${NOT_BEFORE}`
  const [before, after] = [isLatin(searched.at(0)) ? NOT_AFTER : '', isLatin(searched.at(-1)) ? NOT_BEFORE : '']
  return before + searched.replace(/[.*+?^${}()|[\]\\]/g, '\\$&') + after
}

/** A telephone number, however its digits are grouped. */
const IS_NUMBER = /^\+?[\d\s()./-]+$/u
const FEWEST_DIGITS = 6
// Chinese has no spaces: only what is written with letters or digits of ours can be part of another word.
const NOT_AFTER = '(?<![\\p{Script=Latin}\\p{N}])'
const NOT_BEFORE = '(?![\\p{Script=Latin}\\p{N}])'
const isLatin = (letter = ''): boolean => /[\p{Script=Latin}\p{N}]/u.test(letter)

/** Each way of reaching somebody that stands in their contact data, and all of it; the longest first. */
export function contactsIn(contact: string | null): string[] {
  const whole = contact?.trim() ?? ''
  const found = [whole, ...whole.split(';'), ...(whole.match(ADDRESS) ?? []), ...(whole.match(NUMBER) ?? [])]
  const ways = found.map((one) => one.trim()).filter((one) => one.length > 1 || one === whole)
  return [...new Set(ways)].filter((one) => one !== '').toSorted((a, b) => b.length - a.length)
}

// Begun only where a word begins, since a long text without an address would be searched again from each of its letters.
const ADDRESS = /(?<![^\s<>()（）:：,，;；、])[^\s<>()（）:：,，;；、]+@[^\s<>()（）:：,，;；、]+/gu
const NUMBER = /\+?\d[\d\s()./-]{4,}\d/gu

/** Numbers that are surely telephone numbers, and no dates or orders: international, mobile ones of China, with an area code. */
const TELEPHONE =
  /\+\d[\d\s()./-]{6,}\d|(?<!\d)1[3-9]\d[\s-]?\d{4}[\s-]?\d{4}(?!\d)|(?<!\d)\(?0\d{1,4}\)?[\s/-]\d{5,}/gu
const MASK = '•••'

/** What may stand in a channel: without the customer's contact data, and without what looks like anybody's. */
export const withoutContact = (text: string, contact: string | null): string =>
  contactsIn(contact)
    .reduce((said, one) => replaced(said, one, MASK), text)
    .replace(ADDRESS, MASK)
    .replace(TELEPHONE, MASK)
