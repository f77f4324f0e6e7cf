import type { Tone } from '../../../src/chat/card.ts'
import type { Json } from '../../support/slack/element-limits.ts'
import type { SlackState } from '../../support/slack/state.ts'
import type { ButtonSeen, CardSeen } from './stage.ts'

type Seeing = {
  state: SlackState
  mentions: string[]
  links: { words: string; href: string }[]
  images: { url: string; alt: string }[]
  buttons: ButtonSeen[]
}

/** Blocks as Slack shows them to people. */
export function blocksSeen(state: SlackState, blocks: readonly Json[], title = ''): CardSeen {
  const seeing = seeingIn(state)
  const lines = [title, ...blocks.map((block) => blockSeen(block, seeing))].filter((line) => line !== '')
  const { mentions, links, images, buttons } = seeing
  return { words: lines.join('\n'), tone: toneOf(lines), mentions, links, images, buttons }
}

/** Words with markup as Slack shows them. */
export const markupSeen = (state: SlackState, markup: string): string => marked(markup, seeingIn(state))

const seeingIn = (state: SlackState): Seeing => ({ state, mentions: [], links: [], images: [], buttons: [] })

const MARKS: Record<Exclude<Tone, 'plain'>, string> = { good: '✅ ', warning: '⚠️ ', bad: '🔴 ' }

const toneOf = (lines: readonly string[]): Tone =>
  (['good', 'warning', 'bad'] as const).find((tone) => lines.some((line) => line.startsWith(MARKS[tone]))) ?? 'plain'

function blockSeen(block: Json, seeing: Seeing): string {
  const elements = (block.elements ?? []) as Json[]
  switch (block.type) {
    case 'header':
    case 'section':
      return textSeen(block.text, seeing)
    case 'context':
      return elements.map((element) => textSeen(element, seeing)).join('')
    case 'actions':
      return elements.map((button) => buttonSeen(button, seeing)).join(' ')
    case 'image':
      seeing.images.push({ url: String(block.image_url), alt: String(block.alt_text) })
      return String(block.alt_text)
    case 'rich_text':
      return elements.map((element) => richSeen(element, seeing)).join('\n')
    default:
      return ''
  }
}

function buttonSeen(button: Json, seeing: Seeing): string {
  const label = textSeen(button.text, seeing)
  const { title, text, confirm, deny } = (button.confirm ?? {}) as Json
  const read = (words: unknown) => textSeen(words, seeing)
  seeing.buttons.push({
    label,
    ...(button.style !== undefined && { style: button.style as 'primary' | 'danger' }),
    ...(button.confirm !== undefined && {
      confirm: { title: read(title), text: read(text), yes: read(confirm), no: read(deny) },
    }),
  })
  return label
}

function richSeen(element: Json, seeing: Seeing): string {
  const inner = (element.elements ?? []) as Json[]
  switch (element.type) {
    case 'rich_text_list':
      return inner.map((item) => richSeen(item, seeing)).join('\n')
    case 'text':
      return String(element.text)
    case 'user':
      return userSeen(String(element.user_id), seeing)
    case 'channel':
      return channelSeen(String(element.channel_id), seeing)
    case 'link':
      return linkSeen({ words: String(element.text ?? element.url), href: String(element.url) }, seeing)
    default:
      return inner.map((part) => richSeen(part, seeing)).join('')
  }
}

function userSeen(id: string, { state, mentions }: Seeing): string {
  mentions.push(id)
  return `@${state.users.get(id)?.name ?? id}`
}

function channelSeen(id: string, { state, mentions }: Seeing): string {
  mentions.push(id)
  return `#${state.channels.get(id)?.name ?? id}`
}

function linkSeen(link: { words: string; href: string }, { links }: Seeing): string {
  links.push(link)
  return link.words
}

/** Plain text is shown letter for letter, but for :names: of emoji where it asks for them; mrkdwn is markup. */
function textSeen(text: unknown, seeing: Seeing): string {
  const { type, text: words = '', emoji, verbatim } = (text ?? {}) as { [key: string]: unknown; text?: string }
  if (type === 'plain_text') return emoji === false ? words : words.replace(/:[a-z_]+:/g, '☺')
  return marked(verbatim === true ? words : words.replace(/\bhttps?:\/\/\S+/g, '<$&>'), seeing)
}

/** Emphasis is markup everywhere but inside a link's own words. */
const marked = (markup: string, seeing: Seeing): string =>
  markup
    .split(/(<[^>]*>)/)
    .map((part) => (part.startsWith('<') ? insideSeen(part.slice(1, -1), seeing) : unescaped(withoutEmphasis(part))))
    .join('')

const withoutEmphasis = (text: string): string => text.replace(/([*_~`])(\S(?:[^\n]*?\S)?)\1/g, '$2')

function insideSeen(inside: string, seeing: Seeing): string {
  const [target = '', label] = inside.split('|', 2)
  if (target.startsWith('@')) return userSeen(target.slice(1), seeing)
  if (target.startsWith('#')) return channelSeen(target.slice(1), seeing)
  if (target.startsWith('!')) return userSeen(target, seeing)
  return linkSeen({ words: unescaped(label ?? target), href: unescaped(target) }, seeing)
}

const unescaped = (text: string): string =>
  text.replaceAll('&lt;', '<').replaceAll('&gt;', '>').replaceAll('&amp;', '&')
