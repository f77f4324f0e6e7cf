import { z } from 'zod'
import type { Form } from '../../chat/form.ts'

const Envelope = z.object({ context: z.string(), people: z.array(z.string()), channels: z.array(z.string()) })
export type Envelope = z.infer<typeof Envelope>

/** The form with which of its fields hold persons and channels noted in its context, as it comes back with the answers. */
export function enveloped(form: Form): Form {
  const named = (...kinds: string[]) => form.fields.filter(({ kind }) => kinds.includes(kind)).map(({ name }) => name)
  const envelope: Envelope = {
    context: form.context ?? '',
    people: named('person', 'people'),
    channels: named('channel'),
  }
  return { ...form, context: JSON.stringify(envelope) }
}

/** What `enveloped` noted; a context that it did not make is taken as it is. */
export function opened(context: string): Envelope {
  const parsed = Envelope.safeParse(jsonOf(context))
  return parsed.success ? parsed.data : { context, people: [], channels: [] }
}

function jsonOf(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch (error) {
    if (error instanceof SyntaxError) return null
    throw error
  }
}
