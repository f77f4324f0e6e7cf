import type { Card } from '../chat/card.ts'
import { type Asking, nothing, type Reply } from '../flow.ts'
import { say } from '../outbox/say.ts'
import type { Arrived } from './arrive.ts'
import { wordsIn } from './messages.ts'

/** What answers a message is said like everything else, so that it arrives; a form waits behind a button. */
export async function answerInWriting(ctx: Asking, { inbound }: Arrived, reply: Reply): Promise<Reply> {
  const card = cardOf(ctx, inbound.what.kind === 'message' ? inbound.what.text : '', reply)
  if (card) {
    const file = reply.kind === 'card' && reply.file ? { file: reply.file } : {}
    await say(ctx, { key: `reply/${inbound.receipt}`, to: { person: ctx.actor.id }, card, ...file })
  }
  return nothing
}

function cardOf(ctx: Asking, typed: string, reply: Reply): Card | null {
  const words = wordsIn(ctx.locale)
  switch (reply.kind) {
    case 'card':
      return reply.card
    case 'form':
      return {
        locale: ctx.locale,
        summary: words.openForm(reply.form.title),
        blocks: [
          { kind: 'text', text: words.openForm(reply.form.title) },
          {
            kind: 'buttons',
            buttons: [
              {
                label: words.open,
                action: 'router.run',
                value: typed.replace(/^\//, ''),
                style: 'primary',
                opens: 'form',
              },
            ],
          },
        ],
      }
    case 'nothing':
    case 'invalid':
      return null
  }
}
