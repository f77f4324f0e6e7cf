import type { Asking } from '../../../../flow.ts'
import { isAdmin } from '../../../../people/members.ts'
import { underOf } from '../../../../people/under.ts'
import type { Choice } from '../cards/tie-form.ts'

/** So many of the live ones in open cycles that the asker may change: first their own, then the newest. */
export async function objectivesToTie({ db, workspace, actor }: Asking, most: number): Promise<Choice[]> {
  const live = { workspaceId: workspace.id, archivedAt: null, cycle: { closedAt: null } }
  const listed = { select: { id: true, number: true, title: true }, orderBy: { number: 'desc' }, take: most } as const
  const mine = await db.okrObjective.findMany({ ...listed, where: { ...live, ownerId: actor.id } })
  const under = isAdmin(actor) ? undefined : [...(await underOf(db, actor))]
  const theirs = { not: actor.id, ...(under && { in: under }) }
  const others = await db.okrObjective.findMany({ ...listed, where: { ...live, ownerId: theirs } })
  return [...mine, ...others].slice(0, most)
}
