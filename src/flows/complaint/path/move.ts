import type { Db } from '../../../database/types.ts'
import { canMove, type State } from '../rules/path.ts'
import { type Change, type Complaint, changeComplaint } from '../store/complaints.ts'

/** Along the path only; doing the same step again stays where it is. */
export async function moveTo(db: Db, complaint: Complaint, state: State, change: Change = {}): Promise<Complaint> {
  if (complaint.state !== state && !canMove(complaint.state, state))
    throw new Error(`There is no way from ${complaint.state} to ${state}`)
  return changeComplaint(db, complaint, { ...change, state })
}
