import type { FormValues } from '../../../chat/form.ts'
import type { Locale } from '../../../chat/locale.ts'
import { lineIn, textIn } from '../../../chat/typed.ts'
import { LARGEST_WEIGHT, LONGEST_KPI, LONGEST_STEP, LONGEST_TITLE, LONGEST_UNIT, MOST_STEPS } from '../limits.ts'
import { type Reading, readValue, sayNumber } from '../rules/read-number.ts'
import type { Measured } from '../rules/score.ts'
import { formWords } from './messages/forms.ts'

export type Errors = Record<string, string>
/** What the form says of a key result, but for its owner. */
export type Terms = Measured & {
  title: string
  unit: string | null
  steps: string[]
  weight: number
  kpi: string | null
}
const KINDS = ['numeric', 'percent', 'milestone'] as const
type Form = { values: FormValues; locale: Locale; errors: Errors }

/** What is wrong stands beside its field in `errors`. */
export function readKeyResult(values: FormValues, locale: Locale): { terms: Terms; errors: Errors } {
  const form: Form = { values, locale, errors: {} }
  const kind: Measured['kind'] = KINDS.find((one) => one === values.kind) ?? 'numeric'
  const measured = kind === 'milestone' ? milestones(form) : { kind, ...numbers(form), steps: [] }
  const terms: Terms = {
    ...measured,
    title: needed(form, 'title', LONGEST_TITLE),
    unit: kind === 'numeric' ? short(form, 'unit', LONGEST_UNIT) : null,
    weight: weight(form),
    kpi: short(form, 'kpi', LONGEST_KPI),
  }
  return { terms, errors: form.errors }
}

export function needed(form: Form, field: string, most: number): string {
  const text = lineIn(form.values, field)
  if (text === '') form.errors[field] = formWords[form.locale].titleEmpty
  else refuseLong(form, field, { text, most })
  return text
}

export function short(form: Form, field: string, most: number): string | null {
  const text = lineIn(form.values, field)
  refuseLong(form, field, { text, most })
  return text || null
}

function refuseLong({ errors, locale }: Form, field: string, { text, most }: { text: string; most: number }): void {
  if (text.length > most) errors[field] = formWords[locale].tooLong(most, text.length)
}

function numbers(form: Form): Pick<Measured, 'start' | 'target' | 'direction'> {
  const [start, target] = [numberIn(form, 'start', '0'), numberIn(form, 'target', '')]
  const chosen = (['up', 'down'] as const).find((one) => one === form.values.direction)
  if (start === target) return { start, target, direction: chosen ?? 'up' }
  const direction = start < target ? 'up' : 'down'
  const words = formWords[form.locale]
  if (chosen && chosen !== direction) form.errors.direction = words.wrongDirection(words.directions[direction])
  return { start, target, direction }
}

function milestones(form: Form): Omit<Terms, 'title' | 'unit' | 'weight' | 'kpi'> {
  const words = formWords[form.locale]
  const lines = textIn(form.values, 'steps')
    .split(/\r?\n/)
    .map((line) => line.trim().replace(/\s+/gu, ' '))
  const steps = lines.filter((line) => line !== '')
  const long = steps.find((step) => step.length > LONGEST_STEP)
  const twice = steps.find((step, at) => steps.indexOf(step) !== at)
  if (steps.length === 0) form.errors.steps = words.stepsEmpty
  else if (steps.length > MOST_STEPS) form.errors.steps = words.stepsMany(MOST_STEPS)
  else if (long) form.errors.steps = words.tooLong(LONGEST_STEP, long.length)
  else if (twice) form.errors.steps = words.stepsTwice(twice)
  return { kind: 'milestone', start: 0, target: steps.length, direction: 'up', steps }
}

function numberIn(form: Form, field: string, instead: string): number {
  const typed = textIn(form.values, field) || instead
  const reading = readValue(typed, lineIn(form.values, 'unit'))
  if (reading.kind === 'value') return reading.value
  if (reading.kind === 'unclear') form.errors[field] = whyUnclear(reading, typed, form.locale)
  return 0
}

/** In a sentence that asks back. */
export function whyUnclear(
  { why, readings = [] }: Extract<Reading, { kind: 'unclear' }>,
  typed: string,
  locale: Locale,
): string {
  const words = formWords[locale]
  switch (why) {
    case 'empty':
      return words.numberEmpty
    case 'no-number':
      return words.numberUnread(typed.slice(0, 40))
    case 'ambiguous':
      return words.numberTwice(sayNumber(readings[0] ?? 0, null, locale), sayNumber(readings[1] ?? 0, null, locale))
    case 'too-large':
      return words.numberLarge
    case 'too-precise':
      return words.numberPrecise
  }
}

function weight(form: Form): number {
  const reading = readValue(textIn(form.values, 'weight') || '1')
  const read = reading.kind === 'value' ? reading.value : -1
  if (read >= 0 && read <= LARGEST_WEIGHT) return read
  form.errors.weight = formWords[form.locale].weightWrong(LARGEST_WEIGHT)
  return 1
}
