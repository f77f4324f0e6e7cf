import { toDate } from '../../../calendar/instant.ts'
import type { CommandLine } from '../../../chat/command-line.ts'
import { importLink } from '../../../files/import-link.ts'
import type { Asking, Reply } from '../../../flow.ts'
import { cycleMeant, mustBeColleague, mustBeOpen } from '../which.ts'
import { transferWords } from './messages/transfer.ts'

/** `/okr import`, `/okr import 2027 Q1`. */
export async function importByCommand(ctx: Asking, { text }: CommandLine): Promise<Reply> {
  mustBeColleague(ctx)
  const words = transferWords[ctx.locale]
  const cycle = await cycleMeant(ctx, text.trim() || undefined)
  await mustBeOpen(ctx, cycle)
  const { id } = await ctx.db.okrImport.create({
    data: { workspaceId: ctx.workspace.id, memberId: ctx.actor.id, cycleId: cycle.id, createdAt: toDate(ctx.now) },
  })
  return importLink(ctx, 'okr.import', { id, title: words.importLink(cycle.name), how: words.importColumns })
}
