import { record } from '../../../audit/record.ts'
import type { CommandLine } from '../../../chat/command-line.ts'
import type { Channel } from '../../../database/types.ts'
import { UserError } from '../../../errors.ts'
import { type Asking, type Reply, show } from '../../../flow.ts'
import { mayHear, unwatch, watch } from '../../../people/channels.ts'
import { isAdmin } from '../../../people/members.ts'
import { settingsOf } from '../store/settings.ts'
import { mustBeColleague } from '../which.ts'
import { mustBeAdmin } from './admins.ts'
import { noteCard } from './cards/note-card.ts'
import { watchedCard } from './cards/watched-card.ts'
import { watchWords } from './messages/watch.ts'
import { channelById, FLOW, watchedChannels } from './store/watched.ts'

const bare = ({ name }: Pick<Channel, 'name'>): string => name.replace(/^#/, '')

export async function listWatched(ctx: Asking): Promise<Reply> {
  mustBeColleague(ctx)
  const channels = []
  for (const channel of await watchedChannels(ctx.db, ctx.workspace.id))
    channels.push({ id: channel.id, name: bare(channel), isHeard: await mayHear(ctx.db, channel) })
  return show(watchedCard(ctx.locale, { channels, mayChange: isAdmin(ctx.actor) }))
}

/** `/complaint watch #channel`; without a channel, what is watched. */
export async function watchByCommand(ctx: Asking, line: CommandLine): Promise<Reply> {
  if (line.text.trim() === '') return listWatched(ctx)
  mustBeAdmin(ctx)
  const channel = await channelMeant(ctx, line)
  const words = watchWords[ctx.locale]
  if (channel.closedAt) throw new UserError(words.closed(bare(channel)))

  const isNew = await watch(ctx.db, channel, FLOW)
  if (isNew) await record(ctx, { action: 'complaint.watched', subject: `channel:${channel.id}` })
  if (!(await mayHear(ctx.db, channel)))
    return show(noteCard(ctx.locale, words.deaf(bare(channel)), { tone: 'warning', more: [words.deafHow] }))
  const sentence = isNew ? words.watching(bare(channel)) : words.already(bare(channel))
  return show(noteCard(ctx.locale, sentence, { tone: 'good', more: [await whereTo(ctx, channel)] }))
}

export async function unwatchByCommand(ctx: Asking, line: CommandLine): Promise<Reply> {
  mustBeAdmin(ctx)
  return stop(ctx, await channelMeant(ctx, line))
}

export async function unwatchByButton(ctx: Asking, id: string): Promise<Reply> {
  mustBeAdmin(ctx)
  const channel = await channelById(ctx.db, ctx.workspace.id, id)
  if (!channel) throw new UserError(watchWords[ctx.locale].unknown)
  return stop(ctx, channel)
}

async function stop(ctx: Asking, channel: Channel): Promise<Reply> {
  const words = watchWords[ctx.locale]
  if (!(await unwatch(ctx.db, channel, FLOW))) throw new UserError(words.notWatched(bare(channel)))

  await record(ctx, { action: 'complaint.unwatched', subject: `channel:${channel.id}` })
  return show(noteCard(ctx.locale, words.stopped(bare(channel))))
}

async function channelMeant(ctx: Asking, { channels }: CommandLine): Promise<Channel> {
  const words = watchWords[ctx.locale]
  const [id, ...more] = channels
  if (!id || more.length > 0) throw new UserError(words.mention)
  const channel = await channelById(ctx.db, ctx.workspace.id, id)
  if (!channel) throw new UserError(words.unknown)
  return channel
}

async function whereTo(ctx: Asking, channel: Channel): Promise<string> {
  const words = watchWords[ctx.locale]
  const { triageChannelId } = await settingsOf(ctx.db, ctx.workspace.id)
  const triage = triageChannelId ? await channelById(ctx.db, ctx.workspace.id, triageChannelId) : null
  return triage && !triage.closedAt ? words.where(bare(triage)) : words.whereHere(bare(channel))
}
