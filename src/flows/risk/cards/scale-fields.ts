import type { Field, Option } from '../../../chat/form.ts'
import type { Locale } from '../../../chat/locale.ts'
import { classNames } from '../messages/classes.ts'
import { scaleWords } from '../messages/scales.ts'
import { type Grade, STEPS } from '../rules/grade.ts'

/** What each step means, the least first; empty where ours count. */
export type Scales = { likelihoodWords: readonly string[]; impactWords: readonly string[] }
type Asked = { scales: Scales; grade?: Grade | null; prefix?: string; label?: string; hint?: string; optional?: true }

/** `4 – likely`, in the workspace's words or in ours. */
export const stepWords = (locale: Locale, scales: Scales, of: keyof Grade): string[] =>
  STEPS.map((step) => {
    const own = of === 'likelihood' ? scales.likelihoodWords : scales.impactWords
    return `${step} – ${own[step - 1] ?? classNames[locale][of][step - 1]}`
  })

/** Two choices with worded scales; `prefix` and `label` tell several grades of one form apart. */
export function gradeFields(
  locale: Locale,
  { scales, grade, prefix = '', label = '', hint, optional }: Asked,
): Field[] {
  const field = (of: keyof Grade): Field => ({
    ...{ kind: 'choice', name: prefix === '' ? of : `${prefix}-${of}`, label: scaleWords[locale].of(label, of) },
    options: stepWords(locale, scales, of).map((words, at): Option => ({ value: String(at + 1), label: words })),
    ...(grade && { value: String(grade[of]) }),
    ...(hint && { hint }),
    ...(optional && { optional }),
  })
  return [field('likelihood'), field('impact')]
}
