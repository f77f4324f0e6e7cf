import type { types } from '@slack/bolt'
import type { Button } from '../../chat/card.ts'
import { shortened } from '../drawing/literal.ts'
import { withoutEntities } from './incoming-text.ts'

const BUTTONS_PER_BLOCK = 25
const LONGEST_LABEL = 75

/** The buttons in as many rows as Slack needs; `number` makes each name unique in its message. */
export function buttonBlocks(buttons: readonly (Button & { number: number })[]): types.ActionsBlock[] {
  const blocks: types.ActionsBlock[] = []
  for (let from = 0; from < buttons.length; from += BUTTONS_PER_BLOCK) {
    const elements = buttons.slice(from, from + BUTTONS_PER_BLOCK).map(buttonElement)
    blocks.push({ type: 'actions', elements })
  }
  return blocks
}

/** The action that a button of ours stands for, without what made its name unique. */
export const actionOf = (actionId: string): string => actionId.replace(/#\d+$/, '')

/**
 * A value as it survives Slack, which gives back `&`, `<` and `>` as entities; one that would become longer than `max`
 * stays as it is.
 */
export function sealed(value: string, max: number): string {
  const safe = value.replace(/[&<>]|%(?=25|26|3C|3E)/g, encodeURIComponent)
  return safe.length <= max ? safe : value
}

/** A value as it was before it was sealed: only one that stayed as it was has entities. */
export const opened = (value: string): string =>
  /[&<>]/.test(value) ? withoutEntities(value) : value.replace(/%(25|26|3C|3E)/g, decodeURIComponent)

/** A plain text of Slack's, which is never empty. */
export function plainText(text: string, max: number): types.PlainTextElement {
  const short = shortened(text, max)
  return { type: 'plain_text', text: short.trim() === '' ? '–' : short, emoji: false }
}

const LONGEST_VALUE = 2_000

function buttonElement({ label, action, value, style, confirm, number }: Button & { number: number }): types.Button {
  return {
    type: 'button',
    text: plainText(label, LONGEST_LABEL),
    action_id: `${action}#${number}`,
    ...(value ? { value: sealed(value, LONGEST_VALUE) } : {}),
    ...(style && { style }),
    ...(confirm && { confirm: confirmation(confirm, style) }),
  }
}

function confirmation(confirm: NonNullable<Button['confirm']>, style: Button['style']): types.ConfirmationDialog {
  return {
    title: plainText(confirm.title, 100),
    text: plainText(confirm.text, 300),
    confirm: plainText(confirm.yes, 30),
    deny: plainText(confirm.no, 30),
    ...(style === 'danger' && { style }),
  }
}
