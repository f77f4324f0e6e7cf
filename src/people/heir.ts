import type { Member } from '../database/types.ts'
import type { Context } from '../flow.ts'
import { adminsOf, isColleague, membersByIds } from './members.ts'

/** Whoever has what somebody who has left leaves behind: the nearest manager who is here, else the first administrator; null where there is nobody at all. */
export async function heirOf(
  ctx: Context,
  member: Member,
  fits: (heir: Member) => boolean = () => true,
): Promise<Member | null> {
  const passed = new Set([member.id])
  for (let next = member.managerId; next && !passed.has(next); ) {
    passed.add(next)
    const [manager] = await membersByIds(ctx.db, ctx.workspace.id, [next])
    if (!manager) break
    if (isColleague(manager) && fits(manager)) return manager
    next = manager.managerId
  }
  return (await adminsOf(ctx.db, ctx.workspace.id)).find((admin) => admin.id !== member.id && fits(admin)) ?? null
}
