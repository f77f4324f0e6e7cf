import { nearestLocale } from '../../../chat/locale.ts'
import type { Context } from '../../../flow.ts'
import { sayAll } from '../../../outbox/say.ts'
import type { Complaint } from '../store/complaints.ts'
import type { Entry } from '../store/entries.ts'
import { settingsOf } from '../store/settings.ts'
import { redrawnInChannel } from './channel-card.ts'
import { cardKey, storyKey } from './keys.ts'
import { redrawnForOwners } from './owner-cards.ts'
import { type Putting, putAll } from './put.ts'
import { standingsOf } from './standing-of.ts'
import { postsOfAll } from './store/posts.ts'
import { inChannel, namesIn } from './story-facts.ts'

export type Happened = { complaint: Complaint; entry: Entry }

/** Says what happened under the complaints' cards, where they have one; that it was filed is what the card itself says. */
export async function publish(ctx: Context, happened: readonly Happened[]): Promise<void> {
  const locale = nearestLocale(ctx.workspace.locale)
  const names = await namesIn(
    ctx,
    happened.map(({ entry }) => entry),
  )
  const sayings = happened.flatMap(({ complaint, entry }) => {
    const { id, channelId, confidential } = complaint
    if (confidential || !channelId || entry.kind === 'filed') return []
    const card = inChannel(entry, complaint, { names, locale })
    return { key: storyKey(id, entry.id), to: { channel: channelId }, card, thread: cardKey(id), aside: true as const }
  })
  await sayAll(ctx, sayings)
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
  const puttings: Putting[] = []
  for (const standing of standings) {
    const own = posts.filter(({ complaintId }) => complaintId === standing.complaint.id)
    puttings.push(...(await redrawnInChannel(ctx, standing, { posts: own, calendar })))
    puttings.push(...(await redrawnForOwners(ctx, standing, own)))
  }
  await putAll(ctx, posts, puttings)
}
