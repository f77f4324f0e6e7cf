import type { Member } from '../../../database/types.ts'
import type { Context } from '../../../flow.ts'
import { alike } from '../store/alike.ts'

/** Everybody, here or gone, with this e-mail address. */
export const peopleWith = ({ db, workspace }: Context, email: string): Promise<Member[]> =>
  db.member.findMany({ where: { workspaceId: workspace.id, kind: 'person', email: alike(email) } })
