import type { Block, Button, Card } from './chat/card.ts'
import type { Flow, Reply } from './flow.ts'

/** The card with those buttons marked that are answered by a form. */
export const foretold = (card: Card, flows: readonly Flow[]): Card => ({
  ...card,
  blocks: card.blocks.map((block) => (block.kind === 'buttons' ? markedIn(block, flows) : block)),
})

export const foretoldIn = (reply: Reply, flows: readonly Flow[]): Reply =>
  reply.kind === 'card' ? { ...reply, card: foretold(reply.card, flows) } : reply

type Buttons = Extract<Block, { kind: 'buttons' }>

const markedIn = (block: Buttons, flows: readonly Flow[]): Buttons => ({
  ...block,
  buttons: block.buttons.map((button) => (isAnsweredByForm(button, flows) ? { ...button, opens: 'form' } : button)),
})

function isAnsweredByForm({ action }: Button, flows: readonly Flow[]): boolean {
  const [flow, name = ''] = action.split('.')
  return flows.find((one) => one.name === flow)?.asks?.includes(name) ?? false
}
