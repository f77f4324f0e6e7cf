import { nearestLocale } from '../../../chat/locale.ts'
import type { Channel } from '../../../database/types.ts'
import type { Context } from '../../../flow.ts'
import { say } from '../../../outbox/say.ts'
import { unwatch } from '../../../people/channels.ts'
import { adminsOf } from '../../../people/members.ts'
import { settingsOf } from '../store/settings.ts'
import { noteCard } from './cards/note-card.ts'
import { watchWords } from './messages/watch.ts'
import { FLOW } from './store/watched.ts'

/** It is no longer watched, and the administrators are told; also when it is the one where new cards stand. */
export async function channelClosed(ctx: Context, channel: Channel): Promise<void> {
  const wasWatched = await unwatch(ctx.db, channel, FLOW)
  const isTriage = (await settingsOf(ctx.db, ctx.workspace.id)).triageChannelId === channel.id
  if (!wasWatched && !isTriage) return

  const name = channel.name.replace(/^#/, '')
  for (const admin of await adminsOf(ctx.db, ctx.workspace.id)) {
    const locale = nearestLocale(admin.locale)
    const words = watchWords[locale]
    const sentences = [...(isTriage ? [words.triageClosed(name)] : []), ...(wasWatched ? [words.closedNow(name)] : [])]
    const [sentence = '', ...more] = sentences
    const buttons = isTriage ? [{ label: words.settings, action: 'complaint.settings' }] : []
    await say(ctx, {
      key: `complaint/channel-closed/${channel.id}/${ctx.now.epochMilliseconds}/${admin.id}`,
      to: { person: admin.id },
      card: noteCard(locale, sentence, { tone: 'warning', more, buttons }),
    })
  }
}
