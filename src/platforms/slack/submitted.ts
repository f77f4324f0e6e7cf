import { z } from 'zod'
import type { Field, FieldValue } from '../../chat/form.ts'
import { opened } from './buttons.ts'

const Option = z.looseObject({ value: z.string() })

/** What Slack says of one input; which of these is there depends on the input. */
export const InputState = z.object({
  value: z.string().nullish(),
  selected_option: Option.nullish(),
  selected_options: z.array(Option).nullish(),
  selected_user: z.string().nullish(),
  selected_users: z.array(z.string()).nullish(),
  selected_conversation: z.string().nullish(),
  selected_date: z.string().nullish(),
  selected_time: z.string().nullish(),
})
export type InputState = z.infer<typeof InputState>

/** By block, which is the field's name, then by action, which is the field's kind. */
export const ViewState = z.record(z.string(), z.record(z.string(), InputState))
export type ViewState = z.infer<typeof ViewState>

export type Submitted = { values: Record<string, FieldValue>; people: string[]; channels: string[] }

/** A submission's values by field, as the contract of forms wants them: what was left empty is absent. */
export function submittedValues(state: ViewState): Submitted {
  const fields = Object.entries(state).flatMap(([name, inputs]) =>
    Object.entries(inputs).map(([kind, input]) => ({ name, kind, value: answerOf(kind as Field['kind'], input) })),
  )
  const answered = fields.flatMap(({ name, value }) => (value === undefined ? [] : [[name, value] as const]))
  const named = (...kinds: string[]) => fields.filter(({ kind }) => kinds.includes(kind)).map(({ name }) => name)
  return { values: Object.fromEntries(answered), people: named('person', 'people'), channels: named('channel') }
}

function answerOf(kind: Field['kind'], input: InputState): FieldValue | undefined {
  switch (kind) {
    case 'text':
    case 'number':
      return input.value || undefined
    case 'choice':
      return input.selected_option ? opened(input.selected_option.value) : undefined
    case 'choices':
      return filled(input.selected_options?.map(({ value }) => opened(value)))
    case 'person':
      return input.selected_user ?? undefined
    case 'people':
      return filled(input.selected_users)
    case 'channel':
      return input.selected_conversation ?? undefined
    case 'date':
      return input.selected_date ?? undefined
    case 'time':
      return input.selected_time ?? undefined
    case 'toggle':
      return (input.selected_options ?? []).length > 0
  }
}

const filled = (values: string[] | null | undefined): string[] | undefined => (values?.length ? values : undefined)
