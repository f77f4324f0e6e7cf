import type { FormValues } from '../../../chat/form.ts'
import type { Locale } from '../../../chat/locale.ts'
import { textIn } from '../../../chat/typed.ts'
import { scaleWords } from '../messages/scales.ts'
import { type Grade, STEPS } from '../rules/grade.ts'

type Around = { errors: Record<string, string>; prefix?: string; optional?: true }

/** Both steps, or null where both were left empty and that is allowed. */
export function readGrade(locale: Locale, values: FormValues, { errors, prefix = '', optional }: Around): Grade | null {
  const words = scaleWords[locale]
  const name = (of: keyof Grade) => (prefix === '' ? of : `${prefix}-${of}`)
  const step = (of: keyof Grade) => STEPS.find((one) => String(one) === textIn(values, name(of))) ?? null
  const [likelihood, impact] = [step('likelihood'), step('impact')]
  if (likelihood !== null && impact !== null) return { likelihood, impact }
  if (optional && likelihood === impact) return null
  const missing = likelihood === null ? 'likelihood' : 'impact'
  errors[name(missing)] = optional ? words.bothOrNone : words.stepEmpty
  return null
}
