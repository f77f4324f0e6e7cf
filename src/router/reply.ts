import type { Card } from '../chat/card.ts'
import type { Field, Form } from '../chat/form.ts'
import type { Locale } from '../chat/locale.ts'
import type { UserError } from '../errors.ts'
import type { Reply } from '../flow.ts'
import { type References, referencesOf } from '../outbox/references.ts'

/** A refusal as the asker reads it. */
export const refusal = (error: UserError, locale: Locale): Card => ({
  locale,
  tone: 'warning',
  summary: error.message,
  blocks: [{ kind: 'text', text: error.message }],
})

export function mentionedIn(reply: Reply): References {
  switch (reply.kind) {
    case 'card':
      return referencesOf(reply.card)
    case 'form':
      return mentionedInForm(reply.form)
    case 'nothing':
    case 'invalid':
      return { people: new Set(), channels: new Set(), posts: new Set() }
  }
}

const mentionedInForm = ({ fields }: Form): References => ({
  people: new Set(fields.flatMap(peopleIn)),
  channels: new Set(fields.flatMap((field) => (field.kind === 'channel' ? (field.value ?? []) : []))),
  posts: new Set(),
})

function peopleIn(field: Field): readonly string[] {
  if (field.kind === 'people') return field.values ?? []
  return field.kind === 'person' && field.value ? [field.value] : []
}
