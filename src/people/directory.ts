import type { Db } from '../database/types.ts'
import type { ChatPlatform, Directory } from '../platform.ts'

export type Wanted = { people: Iterable<string>; channels: Iterable<string>; posts: Iterable<string> }

/** Looks up at once how a platform knows what is mentioned; what it does not know is absent. */
export async function directoryOf(
  db: Db,
  workspaceId: string,
  { platform, wanted }: { platform: ChatPlatform; wanted: Wanted },
): Promise<Directory> {
  const [people, channels, posts] = [[...wanted.people], [...wanted.channels], [...wanted.posts]]
  const known = { workspaceId, platform: platform.name }
  const identities = people.length ? await db.identity.findMany({ where: { ...known, memberId: { in: people } } }) : []
  const rooms = channels.length ? await db.channel.findMany({ where: { ...known, id: { in: channels } } }) : []
  const said = posts.length
    ? await db.post.findMany({ where: { ...known, key: { in: posts }, ref: { not: null } } })
    : []
  const personIds = new Map(identities.map((identity) => [identity.memberId, identity.externalId]))
  const channelIds = new Map(rooms.map((room) => [room.id, room.externalId]))
  const links = new Map(said.map((post) => [post.key, (post.ref && platform.linkTo(post.ref)) || undefined]))
  return {
    person: (id) => personIds.get(id),
    channel: (id) => channelIds.get(id),
    post: (key) => links.get(key),
  }
}
