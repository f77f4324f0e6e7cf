import { z } from 'zod'
import type { Field, FieldValue } from '../../chat/form.ts'
import { NOTHING, opened, split } from './choice-values.ts'
import { fieldOf } from './input-ids.ts'

const KINDS: Record<Field['kind'], Field['kind']> = {
  ...{ text: 'text', number: 'number', choice: 'choice', choices: 'choices', toggle: 'toggle' },
  ...{ person: 'person', people: 'people', channel: 'channel', date: 'date', time: 'time' },
}

/** What the button of a form carries; the kinds of its fields let its answer be read without the form. */
export const SubmitData = z.object({
  drumbeat: z.literal('submit'),
  form: z.string(),
  context: z.string(),
  fields: z.record(z.string(), z.enum(KINDS)),
})
export type SubmitData = z.infer<typeof SubmitData>

export type SubmittedForm = {
  form: string
  context: string
  values: Record<string, FieldValue>
  /** The fields that hold people and channels. */
  people: string[]
  channels: string[]
}

/** What came back from a form: what its button carries, and among it what is in the inputs. Null for anything else. */
export function readSubmitted(data: unknown): SubmittedForm | null {
  const submitted = SubmitData.safeParse(data)
  if (!submitted.success) return null

  const { form, context, fields } = submitted.data
  const inputs = inputsIn(data as object)
  const values = Object.entries(fields).flatMap(([name, kind]) => {
    const value = answerOf(kind, inputs.get(name))
    return value === undefined ? [] : [[name, value] as const]
  })
  const named = (...kinds: Field['kind'][]) =>
    Object.keys(fields).filter((name) => kinds.includes(fields[name] ?? 'text'))
  return {
    form,
    context,
    values: Object.fromEntries(values),
    people: named('person', 'people'),
    channels: named('channel'),
  }
}

// A number or a truth may come as it is or as a text.
const Typed = z.union([z.string(), z.number().transform(String), z.boolean().transform(String)])

function inputsIn(data: object): Map<string, string> {
  return new Map(
    Object.entries(data).flatMap(([id, value]) => {
      const name = fieldOf(id)
      const typed = Typed.safeParse(value)
      return name !== undefined && typed.success ? [[name, typed.data] as const] : []
    }),
  )
}

function answerOf(kind: Field['kind'], typed = ''): FieldValue | undefined {
  switch (kind) {
    case 'text':
    case 'number':
      return typed || undefined
    case 'choice':
    case 'person':
    case 'channel':
      return typed === '' || typed === NOTHING ? undefined : opened(typed)
    case 'choices':
    case 'people':
      return filled(split(typed))
    case 'date':
      return /^\d{4}-\d{2}-\d{2}/.exec(typed)?.[0] ?? (typed || undefined)
    case 'time':
      return timeIn(typed) ?? (typed || undefined)
    case 'toggle':
      return typed === 'true'
  }
}

const filled = (values: string[]): string[] | undefined => (values.length > 0 ? values : undefined)

/** `9:30` and `09:30:00` are the same time. */
function timeIn(typed: string): string | undefined {
  const [, hour, minute] = /^(\d{1,2}):(\d{2})(?::\d{2}(?:\.\d+)?)?$/.exec(typed) ?? []
  return hour && minute && `${hour.padStart(2, '0')}:${minute}`
}
