import type { Db } from '../../../database/types.ts'

/** The channel in which this was said, which an edit of the stand-up does not change; null when it was not. */
export async function channelOf(db: Db, workspaceId: string, key: string): Promise<string | null> {
  const post = await db.post.findUnique({ where: { workspaceId_key: { workspaceId, key } }, select: { place: true } })
  const [kind, id] = post?.place.split(':') ?? []
  return kind === 'channel' && id ? id : null
}
