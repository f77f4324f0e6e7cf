import type { Asking } from '../../flow.ts'
import { revise } from '../../outbox/say.ts'
import { note } from './cards/note.ts'
import { eraseWords } from './messages/erase.ts'

/** A question that was put in writing is kept among what was said: what it tells of somebody goes with the rest. */
export async function forgetQuestion(ctx: Asking, button: { action: string; value: string }): Promise<void> {
  const holding = JSON.stringify({ blocks: [{ kind: 'buttons', buttons: [button] }] })
  const posts = await ctx.db.$queryRaw<{ key: string }[]>`
    SELECT "key" FROM "Post"
    WHERE "workspaceId" = ${ctx.workspace.id} AND "key" LIKE 'reply/%' AND "card" @> ${holding}::jsonb`
  for (const { key } of posts) await revise(ctx, key, note(ctx.locale, eraseWords[ctx.locale].asked))
}
