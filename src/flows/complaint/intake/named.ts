import type { Context } from '../../../flow.ts'
import { isColleague, membersByIds } from '../../../people/members.ts'

export type Readable = { text: string; mentionedIds: readonly string[] }

/** A text with its mentions as people read them, and the colleagues among them. */
export async function readable({ db, workspace }: Context, text: string): Promise<Readable> {
  const ids = [...text.matchAll(/<[@#]([^<>|\s]{1,100})(?:\|[^<>]*)?>/gu)].flatMap(([, id]) => id ?? [])
  if (ids.length === 0) return { text, mentionedIds: [] }
  const members = await membersByIds(db, workspace.id, [...new Set(ids)])
  const rooms = await db.channel.findMany({ where: { workspaceId: workspace.id, id: { in: ids } } })
  const names = new Map([...members, ...rooms].map(({ id, name }) => [id, name.replace(/^#/, '')]))
  return {
    text: text.replace(/<([@#])([^<>|\s]{1,100})(?:\|[^<>]*)?>/gu, (whole, sign: string, id: string) => {
      const name = names.get(id)
      return name ? `${sign}${name}` : whole
    }),
    mentionedIds: members.filter(isColleague).map(({ id }) => id),
  }
}
