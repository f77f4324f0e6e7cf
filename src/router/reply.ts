import type { Card } from '../chat/card.ts'
import type { Field, Form } from '../chat/form.ts'
import type { Locale } from '../chat/locale.ts'
import type { UserError } from '../errors.ts'
import type { Reply } from '../flow.ts'
import { type References, referencesIn, referencesOf } from '../outbox/references.ts'

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
      return referencesIn([])
  }
}

function mentionedInForm({ fields, intro }: Form): References {
  const mentioned = referencesIn(intro ? [intro] : [])
  for (const id of fields.flatMap(peopleIn)) mentioned.people.add(id)
  for (const field of fields) if (field.kind === 'channel' && field.value) mentioned.channels.add(field.value)
  return mentioned
}

function peopleIn(field: Field): readonly string[] {
  if (field.kind === 'people') return field.values ?? []
  return field.kind === 'person' && field.value ? [field.value] : []
}
