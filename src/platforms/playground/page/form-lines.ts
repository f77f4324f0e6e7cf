import type { Field } from '../../../chat/form.ts'
import { widthOf } from './label-width.ts'
import { isPills } from './pills.ts'

const WIDEST_IN_HALF = 20

/** The fields line by line: two short ones that follow each other share a line. */
export function formLines(fields: readonly Field[]): Field[][] {
  const lines: Field[][] = []
  for (const field of fields) {
    const last = lines.at(-1)
    if (last?.length === 1 && last.every(isShort) && isShort(field)) last.push(field)
    else lines.push([field])
  }
  return lines
}

function isShort(field: Field): boolean {
  switch (field.kind) {
    case 'number':
    case 'date':
    case 'time':
    case 'person':
    case 'channel':
      return true
    case 'choice':
      return field.options.every(({ label }) => widthOf(label) <= WIDEST_IN_HALF) && !isCrowded(field)
    case 'text':
    case 'choices':
    case 'people':
    case 'toggle':
      return false
  }
}

/** More pills than half a line holds. */
const isCrowded = (field: Extract<Field, { kind: 'choice' }>): boolean =>
  isPills(field) && field.options.length + (field.optional ? 1 : 0) > 2
