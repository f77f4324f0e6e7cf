import { toDate } from '../calendar/instant.ts'
import type { Member } from '../database/types.ts'
import type { Context } from '../flow.ts'
import { renameEverywhere } from './rename.ts'

/**
 * Both are one person: whoever `gone` was on a chat product is `member` from now on, who gets all that was theirs. Whoever
 * says so holds the people (`holdPeople`) since before they looked who both are.
 */
export async function becomeOne(ctx: Context, gone: Member, member: Member): Promise<void> {
  const others = { workspaceId: ctx.workspace.id, id: { not: member.id } }
  await ctx.db.member.updateMany({ where: { ...others, managerId: gone.id }, data: { managerId: member.id } })
  await ctx.db.member.updateMany({ where: { ...others, backupId: gone.id }, data: { backupId: member.id } })
  await renameEverywhere(ctx.db, gone.id, member.id)
  // Of what names them in other ways, such as the steps of a policy, the manager stands in.
  const left = await ctx.db.member.update({
    where: { id: gone.id },
    data: { managerId: member.id, backupId: member.id, leftAt: toDate(ctx.now), email: null },
  })
  for (const flow of ctx.flows) {
    await flow.memberLeft?.(ctx, left)
    await flow.memberChanged?.(ctx, member)
  }
}
