import { isDeepStrictEqual } from 'node:util'
import type { Card } from '../../../chat/card.ts'
import type { Context } from '../../../flow.ts'
import { type Place, reviseAll, sayAll } from '../../../outbox/say.ts'
import type { Posted } from './store/posts.ts'

export type Putting = { key: string; card: Card; to: Place }

/** Says these, or changes what stands there; nothing happens where it stands so already. */
export async function putAll(ctx: Context, posts: readonly Posted[], puttings: readonly Putting[]): Promise<void> {
  const posted = new Map(posts.map((one) => [one.key, one.card]))
  await sayAll(
    ctx,
    puttings.filter(({ key }) => !posted.has(key)),
  )
  await reviseAll(
    ctx,
    puttings.filter(({ key, card }) => {
      const before = posted.get(key)
      return before !== undefined && !isSame(before, card)
    }),
  )
}

export const isSame = (posted: Card, card: Card): boolean => isDeepStrictEqual(posted, JSON.parse(JSON.stringify(card)))
