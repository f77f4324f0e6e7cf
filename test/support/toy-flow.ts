import type { Card } from '../../src/chat/card.ts'
import { UserError } from '../../src/errors.ts'
import { type Context, type Due, type Flow, nothing, show } from '../../src/flow.ts'
import { say } from '../../src/outbox/say.ts'

export const cardSaying = (words: string): Card => ({
  locale: 'en',
  summary: words,
  blocks: [{ kind: 'text', text: words }],
})

/** The smallest flow: what it did is in `fired` and in the outbox, and a test may put its own deed into `onTimer`. */
export function toyFlow() {
  const toy = {
    fired: [] as string[],
    undelivered: [] as string[],
    runs: 0,
    onTimer: async (_ctx: Context, _due: Due): Promise<void> => {},
  }
  const flow: Flow = {
    name: 'toy',
    title: { en: 'Toy', 'zh-CN': '玩具' },
    commands: {
      count: {
        does: { en: 'counts', 'zh-CN': '计数' },
        run: async (ctx) => {
          toy.runs++
          await say(ctx, { key: `toy/count/${toy.runs}`, to: { person: ctx.actor.id }, card: cardSaying('counted') })
          return show(cardSaying(`counted ${toy.runs}`))
        },
      },
      refuse: {
        does: { en: 'refuses', 'zh-CN': '拒绝' },
        run: async (ctx) => {
          await say(ctx, { key: 'toy/refused', to: { person: ctx.actor.id }, card: cardSaying('never said') })
          throw new UserError('This is refused.')
        },
      },
    },
    buttons: { nothing: async () => nothing },
    forms: {},
    timers: {
      ring: {
        does: { en: 'rings', 'zh-CN': '响铃' },
        fire: async (ctx, due) => {
          await toy.onTimer(ctx, due)
          toy.fired.push(due.subject)
        },
      },
    },
    undelivered: async (_ctx, post) => {
      toy.undelivered.push(post.key)
    },
  }
  return Object.assign(toy, { flow })
}
