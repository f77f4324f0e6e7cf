import type { WorkingHours } from '../../../calendar/working-time.ts'
import { nearestLocale } from '../../../chat/locale.ts'
import type { Context } from '../../../flow.ts'
import { revise } from '../../../outbox/say.ts'
import { writeReference } from '../rules/reference.ts'
import { channelCard, instead } from './cards/complaint-card.ts'
import type { Standing } from './cards/standing.ts'
import { cardKey, entryIdIn } from './keys.ts'
import { cardWords } from './messages/card.ts'
import { isSame, type Putting } from './put.ts'
import { readerInChannel } from './reader.ts'
import { entriesById } from './store/history.ts'
import { type Posted, postsUnderCard } from './store/posts.ts'
import { inChannel, namesIn } from './story-facts.ts'

/** A confidential one leaves a line where it stood; when it is opened again, card and story come back. */
export async function redrawnInChannel(
  ctx: Context,
  standing: Standing,
  { posts, calendar }: { posts: readonly Posted[]; calendar: WorkingHours },
): Promise<Putting[]> {
  const { complaint } = standing
  const key = cardKey(complaint.id)
  const posted = posts.find((one) => one.key === key)
  const locale = nearestLocale(ctx.workspace.locale)
  const line = instead(locale, cardWords[locale].nowConfidential(writeReference(complaint.number)))
  const isHidden = posted !== undefined && isSame(posted.card, line)
  if (complaint.confidential) {
    if (posted && !isHidden) await hide(ctx, standing, line)
    return []
  }
  if (!complaint.channelId) return []

  const card = channelCard(standing, readerInChannel(ctx, standing, calendar))
  if (isHidden) await showStory(ctx, standing)
  return [{ key, card, to: { channel: complaint.channelId } }]
}

async function hide(ctx: Context, { complaint }: Standing, line: Posted['card']): Promise<void> {
  await revise(ctx, cardKey(complaint.id), line)
  for (const { key } of await postsUnderCard(ctx.db, ctx.workspace.id, complaint.id)) await revise(ctx, key, line)
}

/** What stands under its card as it may be read now. */
export async function showStory(ctx: Context, { complaint }: Pick<Standing, 'complaint'>): Promise<void> {
  const locale = nearestLocale(ctx.workspace.locale)
  const posts = await postsUnderCard(ctx.db, ctx.workspace.id, complaint.id)
  const byEntry = new Map(posts.map(({ key }) => [entryIdIn(key), key]))
  const entries = await entriesById(
    ctx.db,
    [...byEntry.keys()].filter((id) => id !== null),
  )
  const names = await namesIn(ctx, entries)
  for (const entry of entries) {
    await revise(ctx, byEntry.get(entry.id) ?? '', inChannel(entry, complaint, { names, locale }))
  }
}
