import { readable } from './literal.ts'

/** A web or mail address that may be opened from a card, and is short enough for every platform. */
export const isAddress = (href: string): boolean =>
  href.length <= LONGEST_ADDRESS && URL.canParse(href) && /^(https?|mailto):/i.test(href) && readable(href) === href

/** A web address. */
export const isWebAddress = (href: string): boolean => isAddress(href) && /^https?:/i.test(href)

const LONGEST_ADDRESS = 3_000
