import type { Card } from '../../../chat/card.ts'
import type { Context } from '../../../flow.ts'
import { Prisma } from '../../../generated/client.ts'
import { revise } from '../../../outbox/say.ts'
import { holds, type Rewriting } from './store/literal-texts.ts'

type Found = { id: bigint; key: string; card: Card; file: Prisma.JsonObject | null }

/** What was said, delivered or not, loses the words too; a file that has left stays where it is. */
export async function rewritePosts(ctx: Context, rewriting: Rewriting): Promise<void> {
  const words = Prisma.sql`("card"::text || coalesce("file"::text, ''))`
  const found = await ctx.db.$queryRaw<Found[]>`
    SELECT "id", "key", "card", "file" FROM "Post"
    WHERE "workspaceId" = ${ctx.workspace.id} AND ${holds(words, rewriting)} ORDER BY "id"`
  for (const { id, key, card, file } of found) {
    await revise(ctx, key, rewriting.rewrite(card) as Card)
    if (file) {
      const rewritten = rewriting.rewrite(file) as Prisma.InputJsonObject
      await ctx.db.post.update({ where: { id }, data: { file: rewritten } })
    }
  }
}
