/** In characters. */
export const LONGEST_TITLE = 200
export const LONGEST_TEXT = 3_000
export const LONGEST_TEAM = 60
export const LONGEST_UNIT = 20
export const LONGEST_STEP = 100
export const LONGEST_KPI = 80
export const MOST_STEPS = 20
export const LARGEST_WEIGHT = 1_000
/** Outside of it is allowed, and said. */
export const USUAL_KEY_RESULTS = { least: 3, most: 5 }
