import type { Field, FieldValue } from '../../chat/form.ts'
import type { Locale } from '../../chat/locale.ts'
import { isDate, isTime } from '../drawing/dates.ts'
import { firstPiece, isReadable, readable, shortened } from '../drawing/literal.ts'
import type { Asking, NumberInput, TextInput, Toggle } from './adaptive-card.ts'
import { type Choices, choiceSet } from './choice-set.ts'
import { type Before, initialOf } from './initial.ts'
import { words } from './words.ts'

type Named = { id: string; name: string }

/** Who and what can be chosen, by the ids of Teams. */
export type PeopleAndChannels = { people: readonly Named[]; channels: readonly Named[] }

export type Asker = Before & {
  locale: Locale
  choices: PeopleAndChannels
  /** How many characters of a value and how many options there is room for. */
  room: { value: number; choices: number }
}

/** What is typed into or chosen from, and what must be said about it. */
export type Asked = { asking: Asking; note?: string }

/** The field as an input with what stands in it; null where there is nothing to choose from. */
export function inputOf(field: Field, asker: Asker): Asked | null {
  const initial = initialOf(field, asker)
  const text = typeof initial === 'string' ? initial : ''
  switch (field.kind) {
    case 'text':
      return textInput(field, text, asker)
    case 'number':
      return { asking: numberInput(field, text) }
    case 'choice':
    case 'choices':
      return chosenFrom(field.options.map(titled), { field, initial }, asker)
    case 'person':
    case 'people':
      return chosenFrom(asker.choices.people.map(named), { field, initial }, asker)
    case 'channel':
      return chosenFrom(asker.choices.channels.map(named), { field, initial }, asker)
    case 'date':
      return { asking: { type: 'Input.Date', ...(isDate(text) && { value: text }) } }
    case 'time':
      return { asking: { type: 'Input.Time', ...(isTime(text) && { value: text }) } }
    case 'toggle':
      return { asking: toggle(field.on, initial === true) }
  }
}

// As much as other products hold.
const LONGEST_INPUT = 3_000
const LONGEST_PLACEHOLDER = 150
const LONGEST_TITLE = 300

type Kind<K extends Field['kind']> = Extract<Field, { kind: K }>

function textInput(field: Kind<'text'>, text: string, { locale, room }: Asker): Asked {
  const maxLength = Math.min(LONGEST_INPUT, Math.max(1, Math.floor(field.maxLength ?? LONGEST_INPUT)))
  const whole = readable(text)
  const value = firstPiece(whole, Math.min(maxLength, room.value))
  const asking: TextInput = {
    type: 'Input.Text',
    maxLength,
    ...(field.lines === 'many' && { isMultiline: true }),
    ...(isReadable(field.placeholder ?? '') && {
      placeholder: shortened(field.placeholder ?? '', LONGEST_PLACEHOLDER),
    }),
    ...(value !== '' && value.length <= maxLength && { value }),
  }
  return value === whole ? { asking } : { asking, note: words[locale].editedInPart }
}

function numberInput({ min, max }: Kind<'number'>, text: string): NumberInput {
  const value = text.trim() === '' ? Number.NaN : Number(text)
  const isWithin = value >= (min ?? value) && value <= (max ?? value)
  return {
    type: 'Input.Number',
    ...(isRepresentable(min) && { min }),
    ...(isRepresentable(max) && { max }),
    ...(isRepresentable(value) && isWithin && { value }),
  }
}

const isRepresentable = (value: number | undefined): value is number => Number.isFinite(value)

const titled = ({ value, label }: { value: string; label: string }) => ({ value, title: label })
const named = ({ id, name }: Named) => ({ value: id, title: name })

type Filled = { field: Field; initial: FieldValue | undefined }

function chosenFrom(options: Choices['options'], { field, initial }: Filled, { locale, room }: Asker): Asked | null {
  if (options.length === 0) return null
  const many = field.kind === 'choices' || field.kind === 'people'
  const chosen = typeof initial === 'string' ? [initial] : typeof initial === 'object' ? initial : []
  const { input, missing } = choiceSet({ options, chosen, many, optional: field.optional === true, most: room.choices })
  return missing === 0 ? { asking: input } : { asking: input, note: words[locale].moreChoices(missing) }
}

const toggle = (on: string, isOn: boolean): Toggle => ({
  type: 'Input.Toggle',
  title: isReadable(on) ? shortened(on, LONGEST_TITLE) : '–',
  valueOn: 'true',
  valueOff: 'false',
  value: isOn ? 'true' : 'false',
})
