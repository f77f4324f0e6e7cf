import type { Channel, Member } from '../../database/types.ts'
import { type Asking, type Reply, show } from '../../flow.ts'
import { memberById } from '../../people/members.ts'
import { standupCard } from './cards/standup-card.ts'
import { nextMeetingOf, peopleOf } from './meetings.ts'
import { mayLead } from './permissions.ts'
import type { Meeting } from './rules.ts'
import type { Standup } from './store/standups.ts'

/** A stand-up with what its card says about it. */
export type Described = {
  standup: Standup
  channel: Channel | null
  lead: Member | null
  people: readonly Member[]
  next: Meeting | null
  isMineToLead: boolean
}

export async function showStandup(ctx: Asking, standup: Standup): Promise<Reply> {
  return show(standupCard(ctx.locale, await describe(ctx, standup)))
}

export async function describe(ctx: Asking, standup: Standup): Promise<Described> {
  const people = await peopleOf(ctx, standup)
  return {
    standup,
    people,
    channel: await ctx.db.channel.findFirst({ where: { id: standup.channelId, workspaceId: ctx.workspace.id } }),
    lead: await memberById(ctx.db, ctx.workspace.id, standup.leadId),
    next: standup.state === 'active' && people.length > 0 ? await nextMeetingOf(ctx, standup, people) : null,
    isMineToLead: mayLead(ctx, standup),
  }
}
