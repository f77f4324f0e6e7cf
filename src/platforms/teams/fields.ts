import type { Field } from '../../chat/form.ts'
import { isReadable, shortened } from '../drawing/literal.ts'
import type { Asking, Element, Input } from './adaptive-card.ts'
import { inputId } from './input-ids.ts'
import { type Asked, type Asker, inputOf } from './inputs.ts'
import { literalElement } from './rich-text.ts'
import { words } from './words.ts'

export type FieldAsker = Asker & {
  errors: Readonly<Record<string, string>>
  /** How many characters of a hint or of what is wrong there is room for. */
  room: { words: number }
}

/** A field as it is drawn; `isAsked` where there is something to type into or to choose from. */
export type DrawnField = { field: Field; isAsked: boolean; elements: Element[] }

/** The field's input with its hint below it, and below that what is wrong with it. */
export function drawField(field: Field, asker: FieldAsker): DrawnField {
  const asked = inputOf(field, asker)
  const error = asker.errors[field.name] ?? ''
  return {
    field,
    isAsked: asked !== null,
    elements: [
      asked ? labelled(asked.asking, field, asker) : emptyChoice(field, asker),
      ...hintElements(field, asked, asker),
      ...(isReadable(error) ? [errorElement(error, asker)] : []),
    ],
  }
}

/** What is wrong, in words and in colour. */
export const errorElement = (error: string, { room }: Pick<FieldAsker, 'room'>): Element => ({
  ...literalElement(`⚠️ ${shortened(error, room.words)}`, { color: 'Attention' }),
  spacing: 'Small',
})

const LONGEST_LABEL = 500

function labelled(asking: Asking, { kind, name, label, optional }: Field, { locale, room }: FieldAsker): Input {
  return {
    ...asking,
    id: inputId(name),
    label: isReadable(label) ? shortened(label, Math.min(LONGEST_LABEL, room.words)) : '–',
    ...(kind !== 'toggle' && !optional && { isRequired: true, errorMessage: words[locale].required }),
  }
}

function emptyChoice({ label }: Field, { locale, room }: FieldAsker): Element {
  const { colon, nothingToChoose } = words[locale]
  return literalElement(`${shortened(label, room.words)}${colon}${nothingToChoose}`, {})
}

function hintElements({ hint = '' }: Field, asked: Asked | null, { room }: FieldAsker): Element[] {
  const lines = [asked?.note ?? '', shortened(hint, room.words)].filter(isReadable)
  return lines.length === 0
    ? []
    : [{ ...literalElement(lines.join('\n'), { size: 'Small', isSubtle: true }), spacing: 'Small' }]
}
