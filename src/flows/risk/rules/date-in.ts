import { Temporal } from 'temporal-polyfill'
import type { FormValues } from '../../../chat/form.ts'
import { textIn } from '../../../chat/typed.ts'

/** The day in a field of a form; null where there is none. */
export function dateIn(values: FormValues, field: string): Temporal.PlainDate | null {
  const typed = textIn(values, field)
  if (!/^\d{4}-\d{2}-\d{2}$/.test(typed)) return null
  try {
    return Temporal.PlainDate.from(typed, { overflow: 'reject' })
  } catch {
    return null
  }
}
