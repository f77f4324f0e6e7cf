import { record } from '../../audit/record.ts'
import type { Card } from '../../chat/card.ts'
import { nearestLocale } from '../../chat/locale.ts'
import type { Channel, Post } from '../../database/types.ts'
import type { Context } from '../../flow.ts'
import { say } from '../../outbox/say.ts'
import { memberById } from '../../people/members.ts'
import { note } from './cards/names.ts'
import { depart } from './departures.ts'
import { planNext } from './meetings.ts'
import { leadingWords } from './messages/leading.ts'
import { sayToLead } from './say-to-lead.ts'
import { runById } from './store/runs.ts'
import { lockStandup, setState, standupById, standupsInChannel } from './store/standups.ts'

/** One of our posts has found nobody: the person is taken out, the channel's stand-ups pause. One that was given up says nothing about either. */
export async function undelivered(ctx: Context, post: Post): Promise<void> {
  if (post.givenUpAt) return
  const [kind, id = ''] = post.place.split(':')
  return kind === 'channel' ? channelGone(ctx, post, id) : personGone(ctx, post, id)
}

/** The channel was archived, deleted or closed to the bot: its stand-ups wait, with a word to each lead. */
export async function channelClosed(ctx: Context, channel: Channel): Promise<void> {
  for (const { id } of await standupsInChannel(ctx.db, ctx.workspace.id, channel.id)) {
    const standup = await lockStandup(ctx.db, ctx.workspace.id, id)
    if (standup?.state !== 'active') continue
    await planNext(ctx, await setState(ctx.db, standup, { state: 'paused', pausedWhy: 'channel' }))
    await record(ctx, { action: 'standup.paused', subject: `standup:${id}`, detail: { why: 'channel closed' } })
    await sayToLead(ctx, standup, {
      key: `closed/${channel.id}/${ctx.now.epochMilliseconds}`,
      card: (locale) => {
        const words = leadingWords[locale]
        return note(locale, words.channelClosed(standup.name, channel.name), { hint: words.channelHow })
      },
    })
  }
}

async function channelGone(ctx: Context, post: Post, channelId: string): Promise<void> {
  const channel = await ctx.db.channel.findFirst({ where: { id: channelId, workspaceId: ctx.workspace.id } })
  if (channel) await channelClosed(ctx, channel)
  const [, runId] = /^standup\/run\/([^/]+)\/digest/.exec(post.key) ?? []
  const run = runId ? await runById(ctx.db, ctx.workspace.id, runId) : null
  if (!run) return
  const key = post.key.replace(/^standup\/run\//, 'digest/')
  await sayToLead(ctx, run.standup, {
    key,
    card: (locale) => withHeading(post, leadingWords[locale].digestToYou(run.standup.name)),
  })
}

/** What was meant for the lead goes to whoever leads then. */
async function personGone(ctx: Context, post: Post, memberId: string): Promise<void> {
  const member = await memberById(ctx.db, ctx.workspace.id, memberId)
  if (!member) return
  const tried = post.key.split('/not/').slice(1)
  await depart(ctx, member, { why: 'unreachable', tried })

  const [, standupId] = /^standup\/([^/]+)\/lead\//.exec(post.key) ?? []
  const standup = standupId ? await standupById(ctx.db, ctx.workspace.id, standupId) : null
  const isPassedOn = standup && standup.leadId !== memberId && !tried.includes(standup.leadId)
  if (!isPassedOn) return
  const to = await memberById(ctx.db, ctx.workspace.id, standup.leadId)
  const card = withHeading(post, leadingWords[nearestLocale(to?.locale)].forAdmins(member.name))
  await say(ctx, { key: `${post.key}/not/${memberId}`, to: { person: standup.leadId }, card })
}

function withHeading(post: Post, heading: string): Card {
  const card = post.card as unknown as Card
  return { ...card, blocks: [{ kind: 'context', text: heading }, ...card.blocks] }
}
