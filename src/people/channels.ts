import type { Channel, Db } from '../database/types.ts'

type Seen = { externalId: string; name: string }

/** The channel as we know it, made or renamed when the platform tells something new; a known one is only read. */
export async function channelOf(db: Db, workspaceId: string, platform: string, seen: Seen): Promise<Channel> {
  const where = { workspaceId_platform_externalId: { workspaceId, platform, externalId: seen.externalId } }
  const known = await db.channel.findUnique({ where })
  if (known?.name === seen.name) return known

  return db.channel.upsert({ where, create: { workspaceId, platform, ...seen }, update: { name: seen.name } })
}

/** From now on this flow hears what is said in the channel; false when it does already. */
export async function watch(db: Db, { id }: Pick<Channel, 'id'>, flow: string): Promise<boolean> {
  const changed = await db.$executeRaw`
    UPDATE "Channel" SET "watchedBy" = array_append("watchedBy", ${flow})
    WHERE "id" = ${id} AND NOT ${flow} = ANY("watchedBy")`
  return changed === 1
}

/** False when it did not listen there. */
export async function unwatch(db: Db, { id }: Pick<Channel, 'id'>, flow: string): Promise<boolean> {
  const changed = await db.$executeRaw`
    UPDATE "Channel" SET "watchedBy" = array_remove("watchedBy", ${flow})
    WHERE "id" = ${id} AND ${flow} = ANY("watchedBy")`
  return changed === 1
}

/** Whether the platform of this channel lets us hear what people say in it. */
export async function mayHear(db: Db, { workspaceId, platform }: Channel): Promise<boolean> {
  const where = { workspaceId_platform: { workspaceId, platform } }
  return (await db.installation.findUnique({ where, select: { hears: true } }))?.hears ?? false
}

/** The channel of a platform where some flow listens; null where none does, which is most of what is said. */
export async function watchedChannel(
  db: Db,
  known: { platform: string; installation: string; externalId: string },
): Promise<Channel | null> {
  const installations = { some: { platform: known.platform, externalId: known.installation } }
  return db.channel.findFirst({
    where: {
      platform: known.platform,
      externalId: known.externalId,
      workspace: { installations },
      NOT: { watchedBy: { isEmpty: true } },
    },
  })
}
