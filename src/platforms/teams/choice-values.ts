/** A value as it survives Teams, which joins the chosen ones of a list with commas. */
export const sealed = (value: string): string => value.replace(/[%,]/g, encodeURIComponent)

/** A value as it was before it was sealed. */
export const opened = (sealedValue: string): string => sealedValue.replace(/%(25|2C)/g, decodeURIComponent)

export const joined = (values: readonly string[]): string => values.map(sealed).join(',')

export const split = (chosen: string): string[] =>
  chosen
    .split(',')
    .filter((value) => value !== '' && value !== NOTHING)
    .map(opened)

/** Chosen to take back a choice; no sealed value is like it. */
export const NOTHING = '%'
