import { toDate } from '../../../calendar/instant.ts'
import { importLink } from '../../../files/import-link.ts'
import type { Asking, Reply } from '../../../flow.ts'
import { mustBeColleague } from '../authority.ts'
import { transferWords } from './messages/transfer.ts'

export async function importByCommand(ctx: Asking): Promise<Reply> {
  mustBeColleague(ctx)
  const words = transferWords[ctx.locale]
  const { id } = await ctx.db.kpiImport.create({
    data: { workspaceId: ctx.workspace.id, memberId: ctx.actor.id, createdAt: toDate(ctx.now) },
  })
  return importLink(ctx, 'kpi.import', { id, title: words.importTitle, how: words.importColumns })
}
