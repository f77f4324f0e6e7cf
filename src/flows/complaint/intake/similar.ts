import { type Asking, type Reply, show } from '../../../flow.ts'
import { membersByIds } from '../../../people/members.ts'
import { MOST_SHOWN } from '../rules/similar.ts'
import { maySee } from '../sight.ts'
import type { Complaint } from '../store/complaints.ts'
import { similarCard } from './cards/similar-card.ts'
import { type Compared, similarComplaints } from './store/similar.ts'
import type { Pending } from './typed.ts'

/** What may be the same complaint, of those that the asker may see; the likeliest first. */
export async function similarFor(ctx: Asking, compared: Compared): Promise<Complaint[]> {
  const seen: Complaint[] = []
  for (const complaint of await similarComplaints(ctx, compared)) {
    if (await maySee(ctx.db, ctx.actor, complaint)) seen.push(complaint)
    if (seen.length === MOST_SHOWN) break
  }
  return seen
}

export async function similarReply(ctx: Asking, pending: Pending, similar: readonly Complaint[]): Promise<Reply> {
  const owners = await membersByIds(ctx.db, ctx.workspace.id, [...new Set(similar.map(({ ownerId }) => ownerId))])
  const names = new Map(owners.map(({ id, name }) => [id, name]))
  return show(similarCard(ctx.locale, { pending, similar, names, zone: ctx.actor.timeZone }))
}
