import type { types } from '@slack/bolt'
import type { Field, Option } from '../../chat/form.ts'
import type { Locale } from '../../chat/locale.ts'
import type { Directory } from '../../platform.ts'
import { isDate, isTime } from '../drawing/dates.ts'
import { pieces, readable } from '../drawing/literal.ts'
import { plainText, sealed } from './buttons.ts'
import { words } from './words.ts'

type Around = { directory: Directory; locale: Locale }
type Kind<K extends Field['kind']> = Extract<Field, { kind: K }>

const LONGEST_LABEL = 2_000
const LONGEST_OPTION = 75
const LONGEST_INPUT = 3_000
const LONGEST_PLACEHOLDER = 150
const MOST_RADIO_BUTTONS = 5
const MOST_CHECKBOXES = 10
const MOST_OPTIONS = 100

/**
 * The field as a block of a modal. Its `block_id` is the field's name and its `action_id` the field's kind, by which a
 * submission is read back.
 */
export function fieldBlock(field: Field, around: Around): types.KnownBlock {
  const element = elementOf(field, around)
  if (element === null) return emptyChoice(field, around)
  const hint = hintOf(field, around)
  return {
    type: 'input',
    block_id: field.name,
    label: plainText(field.label, LONGEST_LABEL),
    ...(hint === '' ? {} : { hint: plainText(hint, LONGEST_LABEL) }),
    optional: field.kind === 'toggle' || field.optional === true,
    element: { ...element, action_id: field.kind },
  }
}

function elementOf(field: Field, around: Around): types.InputBlock['element'] | null {
  switch (field.kind) {
    case 'text':
      return textInput(field)
    case 'number':
      return numberInput(field)
    case 'choice':
      return choiceInput(field)
    case 'choices':
      return choicesInput(field)
    case 'person':
      return { type: 'users_select', ...given('initial_user', field.value && around.directory.person(field.value)) }
    case 'people':
      return peopleInput(field, around)
    case 'channel':
      return channelInput(field, around)
    case 'date':
      return { type: 'datepicker', ...given('initial_date', isDate(field.value) && field.value) }
    case 'time':
      return { type: 'timepicker', ...given('initial_time', isTime(field.value) && field.value) }
    case 'toggle':
      return toggleInput(field)
  }
}

const given = <K extends string, V>(key: K, value: V): Partial<Record<K, Exclude<V, false | '' | undefined>>> =>
  (value ? { [key]: value } : {}) as Partial<Record<K, Exclude<V, false | '' | undefined>>>

const longestOf = (field: Kind<'text'>): number =>
  Math.min(LONGEST_INPUT, Math.max(1, Math.floor(field.maxLength ?? LONGEST_INPUT)))

function textInput(field: Kind<'text'>): types.PlainTextInput {
  const [initial = ''] = pieces(readable(field.value ?? ''), longestOf(field))
  return {
    type: 'plain_text_input',
    multiline: field.lines === 'many',
    max_length: longestOf(field),
    ...given('initial_value', initial.length <= longestOf(field) && initial),
    ...(field.placeholder?.trim() && { placeholder: plainText(field.placeholder, LONGEST_PLACEHOLDER) }),
  }
}

function numberInput({ value, min, max, whole }: Kind<'number'>): types.NumberInput {
  const isWithin = value !== undefined && value >= (min ?? value) && value <= (max ?? value)
  return {
    type: 'number_input',
    is_decimal_allowed: !whole,
    ...given('min_value', decimal(min)),
    ...given('max_value', decimal(max)),
    ...given('initial_value', isWithin && decimal(value)),
  }
}

/** Undefined for what Slack cannot hold, such as 1e21. */
function decimal(value: number | undefined): string | undefined {
  const typed = String(value)
  return /^-?\d+(\.\d+)?$/.test(typed) ? typed : undefined
}

function choiceInput(field: Kind<'choice'>): types.RadioButtons | types.StaticSelect | null {
  const options = field.options.map(optionOf)
  const initial = given(
    'initial_option',
    options.find(({ value }) => value === optionValue(field.value ?? '')),
  )
  if (options.length === 0) return null
  // A radio button cannot be taken back, which an optional answer needs.
  if (options.length <= MOST_RADIO_BUTTONS && !field.optional) return { type: 'radio_buttons', options, ...initial }
  return { type: 'static_select', ...grouped(options), ...initial }
}

function choicesInput(field: Kind<'choices'>): types.Checkboxes | types.MultiStaticSelect | null {
  const options = field.options.map(optionOf)
  const values = (field.values ?? []).map(optionValue)
  const chosen = options.filter(({ value }) => value !== undefined && values.includes(value))
  const initial = given('initial_options', chosen.length > 0 && chosen)
  if (options.length === 0) return null
  if (options.length <= MOST_CHECKBOXES) return { type: 'checkboxes', options, ...initial }
  return { type: 'multi_static_select', ...grouped(options), ...initial }
}

function peopleInput(field: Kind<'people'>, { directory }: Around): types.MultiUsersSelect {
  const known = (field.values ?? []).flatMap((id) => directory.person(id) ?? [])
  return { type: 'multi_users_select', ...given('initial_users', known.length > 0 && known) }
}

function channelInput(field: Kind<'channel'>, { directory }: Around): types.ConversationsSelect {
  const known = field.value ? directory.channel(field.value) : undefined
  return {
    type: 'conversations_select',
    filter: { include: ['public', 'private'] },
    ...given('initial_conversation', known),
    ...(known || field.optional || field.value ? {} : { default_to_current_conversation: true }),
  }
}

function toggleInput(field: Kind<'toggle'>): types.Checkboxes {
  const option = optionOf({ value: 'on', label: field.on })
  return { type: 'checkboxes', options: [option], ...given('initial_options', field.value && [option]) }
}

const optionOf = ({ value, label }: Option): types.PlainTextOption => ({
  text: plainText(label.trim() === '' ? value : label, LONGEST_OPTION),
  value: optionValue(value),
})

const optionValue = (value: string): string => sealed(value, LONGEST_OPTION)

/** A menu holds a hundred options, or a hundred groups of them. */
function grouped(options: types.PlainTextOption[]) {
  if (options.length <= MOST_OPTIONS) return { options }
  const groups: { label: types.PlainTextElement; options: types.PlainTextOption[] }[] = []
  for (let from = 0; from < options.length; from += MOST_OPTIONS) {
    const part = options.slice(from, from + MOST_OPTIONS)
    groups.push({ label: plainText(`${from + 1}–${from + part.length}`, LONGEST_OPTION), options: part })
  }
  return { option_groups: groups }
}

function hintOf(field: Field, { locale }: Around): string {
  const isCut = field.kind === 'text' && readable(field.value ?? '').length > longestOf(field)
  return [isCut ? words[locale].editedInPart : '', field.hint ?? ''].filter((line) => line.trim() !== '').join('\n')
}

function emptyChoice(field: Field, { locale }: Around): types.KnownBlock {
  const text = `${field.label}${words[locale].colon}${words[locale].nothingToChoose}`
  return { type: 'context', elements: [plainText(text, LONGEST_LABEL)] }
}
