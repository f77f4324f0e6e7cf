import type { Db, Member } from '../../database/types.ts'
import type { Prisma } from '../../generated/client.ts'
import { isAdmin, isColleague } from '../../people/members.ts'
import { underOf } from '../../people/under.ts'
import type { Asker } from './asker.ts'
import type { Objective } from './store/objectives.ts'

export type Seen = Pick<Objective, 'workspaceId' | 'isPrivate' | 'ownerId'> & {
  keyResults: readonly Pick<Objective['keyResults'][number], 'ownerId' | 'archivedAt'>[]
}

export const maySee = async (db: Db, member: Member, objective: Seen): Promise<boolean> =>
  (await onlyVisible(db, member, [objective])).length > 0

/** Those of many that this member may see, in their order; asks the database once, however many there are. */
export async function onlyVisible<One extends Seen>(
  db: Db,
  member: Member,
  objectives: readonly One[],
): Promise<One[]> {
  if (!isColleague(member)) return []
  const ours = objectives.filter(({ workspaceId }) => workspaceId === member.workspaceId)
  if (isAdmin(member) || ours.every(({ isPrivate }) => !isPrivate)) return ours

  const under = await underOf(db, member)
  return ours.filter((objective) => !objective.isPrivate || involved(objective).some((id) => under.has(id)))
}

/** Those of many that exist for whoever reads; for nobody in particular only what is open does. */
export const thereFor = async <One extends Seen>(
  { db, actor }: Pick<Asker, 'db' | 'actor'>,
  objectives: readonly One[],
): Promise<One[]> => (actor ? onlyVisible(db, actor, objectives) : openOnly(objectives))

/** Whether it exists for whoever asks; for a program only what is open does. */
export const isThereFor = async (asker: Asker, objective: Seen): Promise<boolean> =>
  (await thereFor(asker, [objective])).length > 0

/** The same as `openOnly`, for the database. */
export const OPEN = { isPrivate: false } as const satisfies Prisma.OkrObjectiveWhereInput

/** For channels and programs: nobody in particular reads it. */
export const openOnly = <One extends Seen>(objectives: readonly One[]): One[] =>
  objectives.filter(({ isPrivate }) => !isPrivate)

const involved = ({ ownerId, keyResults }: Seen): string[] => [
  ownerId,
  ...keyResults.flatMap((one) => (one.archivedAt === null ? [one.ownerId] : [])),
]
