/** Longer texts don't come back whole from every platform's form, so they are not put into it. */
export const LONGEST_IN_FORM = 3_000

/** What a form shows of a text that is there already. */
export const preset = (text: string | null): { value: string } | Record<never, never> =>
  text && text.length <= LONGEST_IN_FORM ? { value: text } : {}

/** A text that was too long for the form stays as it is when its field comes back empty. */
export const keptOr = (text: string, before: string | null): string =>
  text === '' && before && before.length > LONGEST_IN_FORM ? before : text

/** The context of a form or the value of a button: the complaint's id, then what was shown. */
export const contextOf = (id: string, ...shown: (string | number | bigint)[]): string => [id, ...shown].join(' ')
