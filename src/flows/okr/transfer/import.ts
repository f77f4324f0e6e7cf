import { toDate } from '../../../calendar/instant.ts'
import { sayDateTime } from '../../../calendar/say.ts'
import type { CommandLine } from '../../../chat/command-line.ts'
import { noteCard } from '../../../chat/note-card.ts'
import { type Asking, type Reply, show } from '../../../flow.ts'
import { linkTo } from '../../../pages/link.ts'
import { cycleMeant, mustBeColleague, mustBeOpen } from '../which.ts'
import { transferWords } from './messages/transfer.ts'

export const GOOD_FOR_HOURS = 2

/** `/okr import`, `/okr import 2027 Q1`: a link to a page where the file is chosen; forms of a chat hold no files. */
export async function importByCommand(ctx: Asking, { text }: CommandLine): Promise<Reply> {
  mustBeColleague(ctx)
  const words = transferWords[ctx.locale]
  const cycle = await cycleMeant(ctx, text.trim() || undefined)
  await mustBeOpen(ctx, cycle)
  const { id } = await ctx.db.okrImport.create({
    data: { workspaceId: ctx.workspace.id, memberId: ctx.actor.id, cycleId: cycle.id, createdAt: toDate(ctx.now) },
  })
  const until = ctx.now.add({ hours: GOOD_FOR_HOURS })
  const href = await linkTo(ctx, 'okr.import', { subject: id, until })
  const at = sayDateTime(until, ctx.actor.timeZone, ctx.locale)
  return show(
    noteCard(ctx.locale, words.importText, {
      title: words.importLink(cycle.name),
      blocks: [{ kind: 'text', text: [{ link: words.openPage, href }] }],
      hints: [words.importExpires(at), words.importColumns],
    }),
  )
}
