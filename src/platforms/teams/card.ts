import type { Block, Card, Tone } from '../../chat/card.ts'
import { textsIn } from '../../chat/texts-in.ts'
import type { Directory } from '../../platform.ts'
import { isReadable, shortened } from '../drawing/literal.ts'
import { MARKS, summaryOf } from '../drawing/summary.ts'
import type { AdaptiveCard, Container, Element } from './adaptive-card.ts'
import { elementsOf } from './blocks.ts'
import { fitted } from './fit.ts'
import { type Mentions, mentionsIn } from './mentions.ts'
import { literalElement } from './rich-text.ts'

export type Drawing = { card: Card; directory: Directory }

// Teams shows the summary in notifications and shortens it there.
const LONGEST_SUMMARY = 2_000
const LONGEST_TITLE = 300

/** The card as Teams shows it, with what a notification says of it. */
export function drawCard({ card, directory }: Drawing): { content: AdaptiveCard; summary: string } {
  const summary = shortened(summaryOf(card), LONGEST_SUMMARY)
  const content = fitted(card, (part) => contentOf(part, directory))
  if (content.body.length > 0) return { content, summary }
  return { content: adaptiveCard([literalElement(summary, {})], new Map()), summary }
}

/** The same for who has no dialogs: what a button asks stands in the conversation. */
export const drawWithoutDialogs: typeof drawCard = ({ card, directory }) =>
  drawCard({ card: { ...card, blocks: card.blocks.map(withoutDialogs) }, directory })

const withoutDialogs = (block: Block): Block =>
  block.kind === 'buttons' ? { ...block, buttons: block.buttons.map(({ opens: _, ...button }) => button) } : block

/** The elements as a card that mentions these people. */
export const adaptiveCard = (body: Element[], mentions: Mentions): AdaptiveCard => ({
  type: 'AdaptiveCard',
  $schema: 'http://adaptivecards.io/schemas/adaptive-card.json',
  version: '1.5',
  body,
  ...(mentions.size > 0 && { msteams: { entities: [...mentions.values()] } }),
})

function contentOf(card: Card, directory: Directory): AdaptiveCard {
  const mentions = mentionsIn(card.blocks.flatMap(textsIn), directory)
  const blocks = elementsOf(card.blocks, { directory, mentions, locale: card.locale })
  return adaptiveCard([...titleElements(card), ...blocks], mentions)
}

/** The words keep their own colour: on these grounds Teams' coloured ones are hard to read. */
const STYLES: Record<Exclude<Tone, 'plain'>, Container['style']> = {
  good: 'good',
  warning: 'warning',
  bad: 'attention',
}

function titleElements({ title = '', tone = 'plain' }: Card): Element[] {
  if (!isReadable(title)) return []
  const words = shortened(`${MARKS[tone]}${title}`, LONGEST_TITLE)
  const element = literalElement(words, { size: 'Large', weight: 'Bolder' })
  return tone === 'plain' ? [element] : [{ type: 'Container', style: STYLES[tone], items: [element] }]
}
