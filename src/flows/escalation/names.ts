import type { Context } from '../../flow.ts'
import { membersByIds } from '../../people/members.ts'

type Wanted = { members: readonly (string | null)[]; channels: readonly string[] }

/** The names of members and of channels, these without `#`, by their ids. */
export async function namesFor(
  { db, workspace }: Context,
  { members, channels }: Wanted,
): Promise<ReadonlyMap<string, string>> {
  const known = members.filter((id) => id !== null)
  const people = await membersByIds(db, workspace.id, [...new Set(known)])
  const rooms = await db.channel.findMany({ where: { workspaceId: workspace.id, id: { in: [...channels] } } })
  return new Map([
    ...people.map(({ id, name }): [string, string] => [id, name]),
    ...rooms.map(({ id, name }): [string, string] => [id, name.replace(/^#/, '')]),
  ])
}
