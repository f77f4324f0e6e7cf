import { toDate } from '../calendar/instant.ts'
import type { Member } from '../database/types.ts'
import type { Context } from '../flow.ts'
import { holdPeople } from './members.ts'

/** Both are one person: whoever `gone` was on a chat product is `member` from now on, who gets all that was theirs. */
export async function becomeOne(ctx: Context, gone: Member, member: Member): Promise<void> {
  await holdPeople(ctx.db, ctx.workspace.id)
  await ctx.db.identity.updateMany({ where: { memberId: gone.id }, data: { memberId: member.id } })
  const others = { workspaceId: ctx.workspace.id, id: { not: member.id } }
  await ctx.db.member.updateMany({ where: { ...others, managerId: gone.id }, data: { managerId: member.id } })
  await ctx.db.member.updateMany({ where: { ...others, backupId: gone.id }, data: { backupId: member.id } })
  // What somebody leaves behind goes to their manager.
  const left = await ctx.db.member.update({
    where: { id: gone.id },
    data: { managerId: member.id, backupId: member.id, leftAt: toDate(ctx.now), email: null },
  })
  for (const flow of ctx.flows) await flow.memberLeft?.(ctx, left)
}
