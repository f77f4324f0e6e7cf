import type { Channel, Db } from '../database/types.ts'

type Seen = { externalId: string; name: string }

/** The channel as we know it, made or renamed when the platform tells something new; a known one is only read. */
export async function channelOf(db: Db, workspaceId: string, platform: string, seen: Seen): Promise<Channel> {
  const where = { workspaceId_platform_externalId: { workspaceId, platform, externalId: seen.externalId } }
  const known = await db.channel.findUnique({ where })
  if (known?.name === seen.name) return known

  return db.channel.upsert({ where, create: { workspaceId, platform, ...seen }, update: { name: seen.name } })
}
