import type { Locale } from '../chat/locale.ts'
import type { Channel, Member, Workspace } from '../database/types.ts'
import type { ChatPlatform, Inbound } from '../platform.ts'
import type { World } from '../world.ts'
import { channelBehind, memberBehind, noteActive } from './acquaintance.ts'
import { inOurIds } from './our-ids.ts'
import { storable } from './storable.ts'
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
  const person = { platform, installation, externalId: inbound.from }
  const actor = await memberBehind(world, workspace, person)
  if (!actor) return null
  await noteActive(world, workspace, person)

  const room = inbound.channel && { platform, installation, externalId: inbound.channel }
  const channel = room ? await channelBehind(world, workspace, room) : null
  return {
    workspace,
    actor,
    locale: actor.locale as Locale,
    ...(channel ? { channel } : {}),
    inbound: await inOurIds({ world, workspace, platform }, { ...inbound, what: storable(inbound.what) }),
  }
}
