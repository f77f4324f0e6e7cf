import type { Locale } from '../chat/locale.ts'
import { inTransaction } from '../database/transaction.ts'
import type { Channel, Member, Workspace } from '../database/types.ts'
import { identityOf, welcome } from '../people/arrivals.ts'
import { channelOf } from '../people/channels.ts'
import type { ChatPlatform, Inbound } from '../platform.ts'
import type { World } from '../world.ts'
import { inOurIds } from './our-ids.ts'
import { workspaceOf } from './workspace.ts'

/** An inbound whose sender, place and mentions are known to us. */
export type Arrived = {
  workspace: Workspace
  actor: Member
  locale: Locale
  channel?: Channel
  inbound: Inbound
}

/** Null when the platform knows nobody by that id. What is new to us is asked of the platform, before any transaction. */
export async function arrive(world: World, platform: ChatPlatform, inbound: Inbound): Promise<Arrived | null> {
  const workspace = await workspaceOf(world, inbound)
  const { installation } = inbound
  const actor = await memberBehind(world, workspace, { platform, installation, externalId: inbound.from })
  if (!actor) return null

  const room = inbound.channel && { platform, installation, externalId: inbound.channel }
  const channel = room ? await channelBehind(world, workspace, room) : null
  return {
    workspace,
    actor,
    locale: actor.locale as Locale,
    ...(channel ? { channel } : {}),
    inbound: await inOurIds({ world, workspace, platform }, inbound),
  }
}

export type Known = { platform: ChatPlatform; installation: string; externalId: string }

/** Whoever left and writes again is asked about anew. */
export async function memberBehind(world: World, workspace: Workspace, person: Known): Promise<Member | null> {
  const { platform, installation, externalId } = person
  const known = await identityOf(world.db, workspace.id, platform.name, externalId)
  if (known && known.leftAt === null) return known

  const profile = await platform.profileOf(installation, externalId)
  if (!profile) return null
  const arrival = { workspaceId: workspace.id, platform: platform.name, profile, now: world.clock.now() }
  return (await inTransaction(world.db, (db) => welcome(db, arrival))).member
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
