import type { Button } from '../../chat/card.ts'
import { isReadable, shortened } from '../drawing/literal.ts'
import type { Action, ActionSet, ActionStyle, Element, Execute, Submit } from './adaptive-card.ts'
import { literalElement } from './rich-text.ts'

/** The buttons in as many rows as Teams needs; it hides what is more than six. */
export function actionSets(buttons: readonly Button[]): ActionSet[] {
  const sets: ActionSet[] = []
  for (let from = 0; from < buttons.length; from += ACTIONS_PER_SET)
    sets.push({ type: 'ActionSet', actions: buttons.slice(from, from + ACTIONS_PER_SET).map(actionOf) })
  return sets
}

/** An action that Teams hands to us at once, or as a message where it does not know such actions. */
export function execute(verb: string, about: Omit<Submit, 'type'>): Execute {
  const named = { ...about, title: titleOf(about.title) }
  return { type: 'Action.Execute', verb, ...named, fallback: { type: 'Action.Submit', ...named } }
}

/** The same without what old clients need. */
export const withoutFallbacks = (element: Element): Element =>
  element.type === 'ActionSet' ? { ...element, actions: element.actions.map(withoutFallback) } : element

export function withoutFallback(action: Action): Action {
  if (action.type === 'Action.ShowCard')
    return { ...action, card: { ...action.card, actions: action.card.actions.map(withoutFallback) } }
  if (action.type === 'Action.Submit') return action
  const { fallback: _, ...rest } = action
  return rest
}

const ACTIONS_PER_SET = 6
const LONGEST_TITLE = 75
const LONGEST_QUESTION = 1_000

const STYLES = { primary: 'positive', danger: 'destructive' } as const

const actionOf = (button: Button): Action => (button.confirm ? askingFirst(button, button.confirm) : press(button))

/** A dialog can be opened by nothing but a button that says so; where there are no dialogs, its press comes as a message. */
function press({ label, action, value = '', style, opens }: Button): Execute | Submit {
  const data = { drumbeat: 'press', action, value }
  if (!opens) return execute('press', { title: label, data, ...styled(style) })
  return {
    type: 'Action.Submit',
    title: titleOf(label),
    data: { msteams: { type: 'task/fetch' }, ...data },
    ...styled(style),
  }
}

function askingFirst(button: Button, { title, text, yes }: NonNullable<Button['confirm']>): Action {
  const body: Element[] = [
    literalElement(shortened(title, LONGEST_QUESTION), { weight: 'Bolder' }),
    literalElement(shortened(text, LONGEST_QUESTION), {}),
  ]
  return {
    type: 'Action.ShowCard',
    title: titleOf(button.label),
    ...styled(button.style),
    card: { type: 'AdaptiveCard', body, actions: [press({ ...button, label: yes })] },
  }
}

const styled = (style: Button['style']): { style?: ActionStyle } => (style ? { style: STYLES[style] } : {})

const titleOf = (label: string): string => (isReadable(label) ? shortened(label, LONGEST_TITLE) : '–')
