import type { Db } from '../../../../database/types.ts'
import type { Complaint } from '../../store/complaints.ts'

type Whose = Pick<Complaint, 'id' | 'workspaceId'>
export type Question = { key: string; memberId: string; state: string }

/** `complaint/<id>/approve/<proposalId>/<memberId>/<n>`: each asking is a message of its own. */
export const approvalKey = (complaintId: string, proposalId: string): string =>
  `complaint/${complaintId}/approve/${proposalId}/`

/** The messages that ask for the approval of this proposal, the oldest first. */
export async function questionsAbout(db: Db, { id, workspaceId }: Whose, proposalId: string): Promise<Question[]> {
  const prefix = approvalKey(id, proposalId)
  const rows = await db.$queryRaw<{ key: string; place: string; state: string }[]>`
    SELECT "key", "place", "state" FROM "Post" WHERE "workspaceId" = ${workspaceId}
      AND "key" > ${prefix} AND "key" < ${`${prefix}zz`} AND starts_with("key", ${prefix}) ORDER BY "id"`
  return rows.map(({ key, place, state }) => ({ key, state, memberId: place.slice('person:'.length) }))
}

/** Whom a question about this proposal did not reach. */
export const unreachableFor = async (db: Db, complaint: Whose, proposalId: string): Promise<string[]> =>
  (await questionsAbout(db, complaint, proposalId))
    .filter(({ state }) => state === 'undeliverable')
    .map(({ memberId }) => memberId)
