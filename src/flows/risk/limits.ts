/** In characters. */
export const LONGEST_TITLE = 200
export const LONGEST_TEXT = 3_000
/** Of a cause, an event, a consequence, a reason. */
export const LONGEST_PART = 1_000
