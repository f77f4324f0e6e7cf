import type { Field, FieldValue, FormValues } from '../../chat/form.ts'
import type { Directory } from '../../platform.ts'

export type Before = { directory: Directory; filled?: FormValues | undefined }

/** What stands in a field at first: what was typed into it before, or what the form says; ids are Teams' own. */
export const initialOf = (field: Field, { directory, filled }: Before): FieldValue | undefined =>
  filled === undefined ? givenIn(field, directory) : filled[field.name]

function givenIn(field: Field, { person, channel }: Directory): FieldValue | undefined {
  switch (field.kind) {
    case 'text':
    case 'choice':
    case 'date':
    case 'time':
    case 'toggle':
      return field.value
    case 'number':
      return field.value === undefined ? undefined : String(field.value)
    case 'choices':
      return field.values
    case 'person':
      return field.value && person(field.value)
    case 'people':
      return field.values?.flatMap((id) => person(id) ?? [])
    case 'channel':
      return field.value && channel(field.value)
  }
}
