import type { FieldValue } from '../../../src/chat/form.ts'
import type { Json } from '../../support/slack/element-limits.ts'
import type { FakeView, SlackState } from '../../support/slack/state.ts'
import { blocksSeen } from './slack-sight.ts'
import type { FieldSeen, Filled, FormSeen } from './stage.ts'

/** A window with a button to submit it, as Slack shows it to whoever has typed this into it. */
export function formSeen(state: SlackState, { view, errors }: FakeView, typed: Filled): FormSeen {
  const blocks = (view.blocks ?? []) as Json[]
  const inputs = blocks.filter((block) => block.type === 'input')
  const others = blocks.filter((block) => block.type !== 'input')
  return {
    title: wordsOf(view.title),
    submit: wordsOf(view.submit),
    intro: blocksSeen(state, others),
    fields: Object.fromEntries(inputs.map((block) => [String(block.block_id), fieldSeen(block, typed)])),
    errors,
  }
}

function fieldSeen(block: Json, typed: Filled): FieldSeen {
  const element = block.element as Json
  const value = typed[String(block.block_id)]
  return {
    label: wordsOf(block.label),
    hint: wordsOf(block.hint),
    options: isToggle(element) ? [] : optionsOf(element).map(({ text }) => wordsOf(text)),
    filled: value === undefined ? initially(element) : (value ?? undefined),
  }
}

const wordsOf = (text: unknown): string => String((text as Json | undefined)?.text ?? '')

const isToggle = (element: Json): boolean => element.type === 'checkboxes' && element.action_id === 'toggle'

const optionsOf = ({ options, option_groups: groups }: Json): Json[] =>
  ((groups ?? [{ options: options ?? [] }]) as { options: Json[] }[]).flatMap((group) => group.options)

function initially(element: Json): FieldValue | undefined {
  const chosen = ((element.initial_options ?? []) as Json[]).map(({ text }) => wordsOf(text))
  switch (element.type) {
    case 'plain_text_input':
    case 'number_input':
      return element.initial_value as string | undefined
    case 'static_select':
    case 'radio_buttons':
      return element.initial_option ? wordsOf((element.initial_option as Json).text) : undefined
    case 'checkboxes':
    case 'multi_static_select':
      if (isToggle(element)) return chosen.length > 0
      return chosen.length > 0 ? chosen : undefined
    case 'multi_users_select':
      return element.initial_users as string[] | undefined
    default:
      return (element.initial_user ?? element.initial_conversation ?? element.initial_date ?? element.initial_time) as
        | FieldValue
        | undefined
  }
}
