import { nearestLocale } from '../../../chat/locale.ts'
import type { Context } from '../../../flow.ts'
import { say } from '../../../outbox/say.ts'
import type { Complaint } from '../store/complaints.ts'
import type { Entry } from '../store/entries.ts'
import { settingsOf } from '../store/settings.ts'
import { redrawInChannel } from './channel-card.ts'
import { cardKey, storyKey } from './keys.ts'
import { redrawOwners } from './owner-cards.ts'
import { standingsOf } from './standing-of.ts'
import { postsOfAll } from './store/posts.ts'
import { inChannel, namesIn } from './story-facts.ts'

/** Says what happened under the complaint's card, where it has one; that it was filed is what the card itself says. */
export async function publish(ctx: Context, complaint: Complaint, entry: Entry): Promise<void> {
  const { id, channelId, confidential } = complaint
  if (confidential || !channelId || entry.kind === 'filed') return

  const locale = nearestLocale(ctx.workspace.locale)
  await say(ctx, {
    key: storyKey(id, entry.id),
    to: { channel: channelId },
    card: inChannel(entry, complaint, { names: await namesIn(ctx, [entry]), locale }),
    thread: cardKey(id),
    aside: true,
  })
}

/** The living card in its channel, where it may stand in one, and the private one of its owner, as things stand. */
export const redraw = (ctx: Context, complaint: Complaint): Promise<void> => redrawAll(ctx, [complaint])

export async function redrawAll(ctx: Context, complaints: readonly Complaint[]): Promise<void> {
  const standings = await standingsOf(ctx, complaints)
  const posts = await postsOfAll(
    ctx.db,
    ctx.workspace.id,
    complaints.map(({ id }) => id),
  )
  const { calendar } = await settingsOf(ctx.db, ctx.workspace.id)
  for (const standing of standings) {
    const own = posts.filter(({ complaintId }) => complaintId === standing.complaint.id)
    await redrawInChannel(ctx, standing, { posts: own, calendar })
    await redrawOwners(ctx, standing, own)
  }
}
