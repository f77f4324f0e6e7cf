import { toDate } from '../calendar/instant.ts'
import type { Channel, Member, Workspace } from '../database/types.ts'
import { identityOf, welcome } from '../people/arrivals.ts'
import { channelOf } from '../people/channels.ts'
import type { ChatPlatform } from '../platform.ts'
import { act, type World } from '../world.ts'
import { tellFlows } from './notice.ts'

export type Known = { platform: ChatPlatform; installation: string; externalId: string }

/** Whoever left and writes again is asked about anew. */
export async function memberBehind(world: World, workspace: Workspace, person: Known): Promise<Member | null> {
  const { platform, installation, externalId } = person
  const known = await identityOf(world.db, workspace.id, platform.name, externalId)
  if (known && known.leftAt === null) return known

  const profile = await platform.profileOf(installation, externalId)
  if (!profile) return null
  return act(world, workspace, async (ctx) => {
    const welcomed = await welcome(ctx.db, {
      workspaceId: workspace.id,
      platform: platform.name,
      profile,
      now: ctx.now,
    })
    await tellFlows(ctx, welcomed)
    return welcomed.member
  })
}

/** Of two chat products people are told things on the one where they were last active; to the minute is enough. */
export async function noteActive(world: World, { id: workspaceId }: Workspace, person: Known): Promise<void> {
  if (world.platforms.size < 2) return
  const { platform, externalId } = person
  const now = world.clock.now()
  await world.db.identity.updateMany({
    where: {
      workspaceId,
      platform: platform.name,
      externalId,
      lastSeenAt: { lt: toDate(now.subtract({ minutes: 1 })) },
    },
    data: { lastSeenAt: toDate(now) },
  })
}

export async function channelBehind(world: World, workspace: Workspace, room: Known): Promise<Channel | null> {
  const { platform, installation, externalId } = room
  const where = { workspaceId_platform_externalId: { workspaceId: workspace.id, platform: platform.name, externalId } }
  const known = await world.db.channel.findUnique({ where })
  if (known && known.closedAt === null) return known

  const profile = await platform.channelOf(installation, externalId)
  if (!profile) return known
  const channel = await channelOf(world.db, workspace.id, platform.name, { externalId, name: profile.name })
  if (!profile.open || channel.closedAt === null) return channel
  return world.db.channel.update({ where: { id: channel.id }, data: { closedAt: null } })
}
