import { toDate } from '../../../calendar/instant.ts'
import { sayDateTime } from '../../../calendar/say.ts'
import { noteCard } from '../../../chat/note-card.ts'
import { type Asking, type Reply, show } from '../../../flow.ts'
import { linkTo } from '../../../pages/link.ts'
import { mustNotAudit } from '../authority.ts'
import { transferWords } from './messages/transfer.ts'

const GOOD_FOR_HOURS = 2

/** `/risk import`: a link to a page where the file is chosen; forms of a chat hold no files. */
export async function importByCommand(ctx: Asking): Promise<Reply> {
  mustNotAudit(ctx)
  const words = transferWords[ctx.locale]
  const { id } = await ctx.db.riskImport.create({
    data: { workspaceId: ctx.workspace.id, memberId: ctx.actor.id, createdAt: toDate(ctx.now) },
  })
  const until = ctx.now.add({ hours: GOOD_FOR_HOURS })
  const href = await linkTo(ctx, 'risk.import', { subject: id, until })
  const at = sayDateTime(until, ctx.actor.timeZone, ctx.locale)
  return show(
    noteCard(ctx.locale, words.importText, {
      title: words.importTitle,
      blocks: [{ kind: 'text', text: [{ link: words.openPage, href }] }],
      hints: [words.importExpires(at), words.importColumns],
    }),
  )
}
