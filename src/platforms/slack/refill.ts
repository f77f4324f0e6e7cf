import type { types } from '@slack/bolt'
import type { Locale } from '../../chat/locale.ts'
import { VIEW } from './fit.ts'
import { contextOf, metadataOf, sentence } from './modal.ts'
import type { SubmittedView } from './payloads.ts'
import type { InputState } from './submitted.ts'
import { words } from './words.ts'

/** The form as it was submitted, with everything that was typed, below what is wrong with it. */
export function refilled(view: SubmittedView, wrong: string, locale: Locale): types.ModalView {
  const notice = sentence(`⚠️ ${words[locale].notSaved}\n${wrong}`)
  const blocks = view.blocks.map((block) => withTyped(block, view)) as unknown as types.KnownBlock[]
  return {
    type: 'modal',
    callback_id: view.callback_id,
    private_metadata: metadataOf(contextOf(view.private_metadata)),
    title: view.title,
    ...(view.submit && { submit: view.submit }),
    ...(view.close && { close: view.close }),
    blocks: [notice, ...blocks].slice(0, VIEW.blocks),
  } as types.ModalView
}

function withTyped(block: SubmittedView['blocks'][number], { state }: SubmittedView) {
  if (block.type !== 'input' || !block.element) return block
  const { block_id, element } = block
  const typed = state.values[block_id]?.[String(element.action_id)]
  const bare = Object.fromEntries(Object.entries(element).filter(([key]) => !key.startsWith('initial_')))
  return { ...block, element: typed ? { ...bare, ...initialOf(typed, optionsOf(element)) } : element }
}

type Option = { value?: unknown }

const optionsOf = ({ options, option_groups: groups }: Record<string, unknown>): Option[] =>
  [{ options }, ...((groups ?? []) as object[])].flatMap(
    (group) => ('options' in group && (group.options as Option[])) || [],
  )

/** Slack wants chosen options to be the very ones of the menu. */
function initialOf(typed: InputState, options: readonly Option[]): Record<string, unknown> {
  const chosen = (typed.selected_options ?? []).map(({ value }) => value)
  const initial = {
    initial_value: typed.value,
    initial_option: options.find(({ value }) => value === typed.selected_option?.value),
    initial_options: options.filter(({ value }) => chosen.includes(String(value))),
    initial_user: typed.selected_user,
    initial_users: typed.selected_users,
    initial_conversation: typed.selected_conversation,
    initial_date: typed.selected_date,
    initial_time: typed.selected_time,
  }
  return Object.fromEntries(Object.entries(initial).filter(([, value]) => isGiven(value)))
}

const isGiven = (value: unknown): boolean =>
  value != null && value !== '' && !(Array.isArray(value) && value.length === 0)
