/** A decimal as text: `-1200.5`. */
type Written = string

/**
 * When a rule about values fires. `clear` is the bound at which it is calm again, the same where it is absent; `inARow`
 * how many values, 1 to 60, have to breach it one after the other.
 */
export type ValueTerms = { clear?: Written; inARow: number } & (
  | { kind: 'above' | 'below'; bound: Written }
  | {
      kind: 'change'
      /** The period before, or the same one of the year before. */
      against: 'previous' | 'year'
      way: 'rise' | 'fall'
      /** How much it has to rise or fall, above 0; percent of what it is compared with, or in the KPI's unit. */
      by: Written
      isPercent: boolean
    }
  | {
      kind: 'deviation'
      /** Further than so many standard deviations from the mean of the last so many values before it, of at least so many. */
      sigmas: Written
      last: number
      least: number
    }
)

/** When a rule fires: by its values, or when none came for so many expected periods, 1 to 60. */
export type Terms = ValueTerms | { kind: 'missing'; periods: number }
