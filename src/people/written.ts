import type { Member } from '../database/types.ts'
import type { Context } from '../flow.ts'
import { isColleague } from './members.ts'

/** People as files name them. */
export type People = {
  /** By e-mail; by name where there is none. */
  write: (memberId: string) => string
  /** Whoever is called that, here or gone; null where nobody is, or several are. */
  read: (typed: string) => Member | null
}

/** Everybody of the workspace, looked up once. */
export async function peopleOf({ db, workspace }: Context): Promise<People> {
  const members = await db.member.findMany({ where: { workspaceId: workspace.id, kind: 'person' } })
  const byId = new Map(members.map((member) => [member.id, member]))
  const byWord = new Map<string, Member | null>()
  for (const member of members)
    for (const word of [member.email, member.name, `@${member.name}`]) {
      const key = keyOf(word ?? '')
      const known = byWord.get(key)
      byWord.set(key, known === undefined ? member : preferred(known, member))
    }
  return {
    write: (id) => byId.get(id)?.email ?? byId.get(id)?.name ?? '',
    read: (typed) => (typed.trim() === '' ? null : (byWord.get(keyOf(typed)) ?? null)),
  }
}

/** Of two with one name the one who is here. */
const preferred = (one: Member | null, other: Member): Member | null => {
  if (one === null) return null
  if (isColleague(one) === isColleague(other)) return null
  return isColleague(one) ? one : other
}

const keyOf = (word: string): string => word.normalize('NFKC').trim().toLowerCase()
