import { isDeepStrictEqual } from 'node:util'
import type { Card } from '../../../chat/card.ts'
import type { Context } from '../../../flow.ts'
import { type Place, revise, say } from '../../../outbox/say.ts'
import type { Posted } from './store/posts.ts'

export type Putting = { key: string; card: Card; to: Place }

/** Says it, or changes what stands there; nothing happens where it stands so already. */
export async function put(ctx: Context, posts: readonly Posted[], { key, card, to }: Putting): Promise<void> {
  const posted = posts.find((one) => one.key === key)
  if (!posted) await say(ctx, { key, to, card })
  else if (!isSame(posted.card, card)) await revise(ctx, key, card)
}

export const isSame = (posted: Card, card: Card): boolean => isDeepStrictEqual(posted, JSON.parse(JSON.stringify(card)))
