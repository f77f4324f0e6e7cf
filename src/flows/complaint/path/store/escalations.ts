import type { Db } from '../../../../database/types.ts'
import type { Which } from '../../../../escalation/store/escalations.ts'
import type { Complaint } from '../../store/complaints.ts'

/** What a walk about a complaint is for: somebody acknowledges it, replies, or cares for a customer who is not satisfied. */
export type Worry = 'acknowledge' | 'reply' | 'unsatisfied'
export const WORRIES: readonly Worry[] = ['acknowledge', 'reply', 'unsatisfied']

type Rounds = Pick<Complaint, 'id' | 'reopenings'>

/** Every subject under which one can have been opened: a round for each reply that was to be given. */
const subjectsFor = ({ id, reopenings }: Rounds, worry: Worry): string[] =>
  Array.from({ length: reopenings + 1 }, (_, round) => `${id}/${worry}/${round + 1}`)

/** The walks about it that are not over. */
export const walksAbout = async (
  db: Db,
  complaint: Rounds & Pick<Complaint, 'workspaceId'>,
  worries: readonly Worry[],
): Promise<Which[]> => (await everyWalkAbout(db, complaint, worries)).filter(({ state }) => state !== 'resolved')

/** Those that are over too. */
export async function everyWalkAbout(
  db: Db,
  complaint: Rounds & Pick<Complaint, 'workspaceId'>,
  worries: readonly Worry[],
): Promise<(Which & { state: string })[]> {
  const subjects = worries.flatMap((worry) => subjectsFor(complaint, worry))
  const { workspaceId } = complaint
  const where = { workspaceId, flow: 'complaint', subject: { in: subjects } }
  const select = { flow: true, subject: true, state: true }
  return db.escalation.findMany({ where, select, orderBy: { id: 'asc' } })
}
