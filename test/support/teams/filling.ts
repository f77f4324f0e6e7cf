import type { AdaptiveCard, Execute, Input } from '../../../src/platforms/teams/adaptive-card.ts'
import { inputsIn } from './reading.ts'

export type Typed = Readonly<Record<string, string | boolean | readonly string[] | null>>

/**
 * What Teams sends when somebody has typed this into a form, fields by their labels, options by what they say, and null
 * for what is emptied. A needed field left empty throws, as Teams would not send that.
 */
export function filledIn(card: AdaptiveCard, typed: Typed = {}): Record<string, unknown> {
  const inputs = inputsIn(card)
  const unknown = Object.keys(typed).find((label) => !inputs.some((input) => input.label === label))
  if (unknown !== undefined) throw new Error(`this form has no field "${unknown}"`)

  const [submit] = card.actions as [Execute]
  const values = inputs.flatMap((input) => {
    const value = answerOf(input, typed[input.label ?? ''])
    if (input.isRequired && value === '') throw new Error(`Teams would not send this: "${input.label}" is required`)
    return value === '' ? [] : [[input.id, value] as const]
  })
  return { ...submit.data, ...Object.fromEntries(values) }
}

function answerOf(input: Input, typed: Typed[string] | undefined): string {
  if (typed === undefined) return String(input.value ?? '')
  if (typed === null) return ''
  if (input.type === 'Input.ChoiceSet')
    return [typed]
      .flat()
      .map((title) => input.choices.find((choice) => choice.title === title)?.value)
      .join(',')
  if (input.type === 'Input.Text' && String(typed).length > input.maxLength) throw new Error('too long')
  return String(typed)
}
