import type { Channel, Db } from '../../../../database/types.ts'

export const FLOW = 'complaint'

export const channelById = (db: Db, workspaceId: string, id: string): Promise<Channel | null> =>
  db.channel.findFirst({ where: { id, workspaceId } })

/** Those in which this flow listens, by name. */
export const watchedChannels = (db: Db, workspaceId: string): Promise<Channel[]> =>
  db.channel.findMany({ where: { workspaceId, watchedBy: { has: FLOW } }, orderBy: { name: 'asc' } })
