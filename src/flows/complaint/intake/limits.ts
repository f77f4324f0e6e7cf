/** In characters. */
export const LONGEST_WHAT = 12_000
export const LONGEST_NAME = 200
export const LONGEST_CONTACT = 200
export const LONGEST_PRODUCT = 200
/** The company's name on what customers read. */
export const LONGEST_COMPANY = 100
export const LONGEST_LINK = 2_000
export const MOST_LINKS = 20

/** Whether somebody can open it in a browser. */
export const isLink = (typed: string): boolean =>
  typed.length <= LONGEST_LINK && /^https?:\/\/[^\s/]/iu.test(typed) && URL.canParse(typed)
