import type { Json } from './element-limits.ts'
import type { SlackState } from './state.ts'

export type Typed = string | number | boolean | readonly string[]

/**
 * The state of a modal's inputs after somebody has typed into it: fields by block_id or by label, people and channels
 * by name, options by what they say. What is not named keeps its initial value; a required field left empty throws, as
 * Slack would not send that.
 */
export function filledIn(state: SlackState, view: Json, values: Readonly<Record<string, Typed>>): Json {
  const inputs = ((view.blocks ?? []) as Json[]).filter((block) => block.type === 'input')
  const known = inputs.flatMap((block) => [String(block.block_id), labelOf(block)])
  const unknown = Object.keys(values).find((name) => !known.includes(name))
  if (unknown !== undefined) throw new Error(`this form has no field "${unknown}", only ${known.join(', ')}`)

  return Object.fromEntries(
    inputs.map((block) => {
      const element = block.element as Json
      const typed = values[String(block.block_id)] ?? values[labelOf(block)]
      const input = typed === undefined ? initialState(element) : inputState(state, element, typed)
      if (!block.optional && isEmpty(input))
        throw new Error(`Slack would not send this: "${labelOf(block)}" is required`)
      return [block.block_id, { [String(element.action_id)]: { type: element.type, ...input } }]
    }),
  )
}

const labelOf = (block: Json): string => String((block.label as Json | undefined)?.text ?? '')

function initialState(element: Json): Json {
  const { initial_option: option, initial_options: options } = element
  switch (element.type) {
    case 'plain_text_input':
    case 'number_input':
      return { value: element.initial_value ?? null }
    case 'static_select':
    case 'radio_buttons':
      return { selected_option: option ?? null }
    case 'checkboxes':
    case 'multi_static_select':
      return { selected_options: options ?? [] }
    case 'users_select':
      return { selected_user: element.initial_user ?? null }
    case 'multi_users_select':
      return { selected_users: element.initial_users ?? [] }
    case 'conversations_select':
      return { selected_conversation: element.initial_conversation ?? null }
    case 'datepicker':
      return { selected_date: element.initial_date ?? null }
    default:
      return { selected_time: element.initial_time ?? null }
  }
}

function inputState(state: SlackState, element: Json, typed: Typed): Json {
  const list = Array.isArray(typed) ? (typed as readonly string[]) : [String(typed)]
  const [first = ''] = list
  switch (element.type) {
    case 'plain_text_input':
    case 'number_input':
      return { value: first === '' ? null : withinLength(first, element) }
    case 'static_select':
    case 'radio_buttons':
      return { selected_option: first === '' ? null : optionOf(element, first) }
    case 'checkboxes':
      if (typeof typed === 'boolean') return { selected_options: typed ? element.options : [] }
      return { selected_options: list.map((one) => optionOf(element, one)) }
    case 'multi_static_select':
      return { selected_options: list.map((one) => optionOf(element, one)) }
    case 'users_select':
      return { selected_user: userId(state, first) }
    case 'multi_users_select':
      return { selected_users: list.map((name) => userId(state, name)) }
    case 'conversations_select':
      return { selected_conversation: channelId(state, first) }
    case 'datepicker':
      return { selected_date: first }
    default:
      return { selected_time: first }
  }
}

function withinLength(text: string, element: Json): string {
  if (text.length > Number(element.max_length ?? 3_000)) throw new Error('Slack would not let anybody type that much')
  return text
}

function optionOf(element: Json, wanted: string): Json {
  const groups = (element.option_groups ?? [{ options: element.options }]) as { options: Json[] }[]
  const options = groups.flatMap((group) => group.options)
  const found = options.find((option) => option.value === wanted || (option.text as Json).text === wanted)
  if (!found) throw new Error(`no option "${wanted}" among ${options.map((option) => option.value).join(', ')}`)
  return found
}

export function userId(state: SlackState, name: string): string {
  const user = [...state.users.values()].find((one) => one.name === name || one.id === name)
  if (!user) throw new Error(`no user ${name}`)
  return user.id
}

export function channelId(state: SlackState, name: string): string {
  const channel = [...state.channels.values()].find((one) => one.name === name || one.id === name)
  if (!channel) throw new Error(`no channel ${name}`)
  return channel.id
}

const isEmpty = (input: Json): boolean =>
  Object.values(input).every((value) => value === null || value === '' || (Array.isArray(value) && value.length === 0))
