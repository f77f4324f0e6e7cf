import type { FormValues } from './form.ts'

/** What stands in a field, without space around it; `''` where it was left empty. */
export function textIn(values: FormValues, field: string): string {
  const value = values[field]
  return typeof value === 'string' ? value.trim() : ''
}

/** The same on one line. */
export const lineIn = (values: FormValues, field: string): string => textIn(values, field).replace(/\s+/gu, ' ')

/** The context of a form or the value of a button: an id, and what was shown. */
export const contextOf = (id: string, ...shown: (string | number)[]): string => [id, ...shown].join(' ')
