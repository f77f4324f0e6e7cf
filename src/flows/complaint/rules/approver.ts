import type { Person } from '../../../escalation/rules/audience.ts'

export type ApprovalFacts = {
  ownerId: string
  /** The owner and whoever can be reached from there, and the administrators. */
  people: ReadonlyMap<string, Person>
  admins: readonly string[]
  /** Whoever wrote the proposal, and whom the complaint is about. */
  barred: ReadonlySet<string>
  /** Whom our question has failed to reach. */
  unreachable: ReadonlySet<string>
}

/**
 * Who approves right now: the owner's manager, while that one cannot be asked their backups, else an administrator who
 * is here, else one who is away. Never the owner, nor whoever is barred. Null when there is nobody.
 */
export function approverOf(facts: ApprovalFacts): string | null {
  const isHere = (id: string) => isFree(id, facts) && statusOf(id, facts) !== 'away'
  return lineOf(facts).find(isHere) ?? facts.admins.find(isHere) ?? facts.admins.find((id) => isFree(id, facts)) ?? null
}

/** Whether somebody who was asked may still decide, though somebody else would be asked now. */
export const mayStillApprove = (id: string, facts: ApprovalFacts): boolean =>
  isFree(id, facts) && [...lineOf(facts), ...facts.admins].includes(id)

/** The manager and, unless the manager has a part in it or has left, whoever stands in for them. */
function lineOf({ ownerId, people, barred }: ApprovalFacts): readonly string[] {
  const managerId = people.get(ownerId)?.managerId
  if (!managerId) return []
  const line = [managerId]
  if (barred.has(managerId) || people.get(managerId)?.status === 'left') return line
  for (let next = people.get(managerId)?.backupId; next && !line.includes(next); next = people.get(next)?.backupId)
    line.push(next)
  return line
}

const isFree = (id: string, { ownerId, barred, unreachable, ...facts }: ApprovalFacts): boolean =>
  id !== ownerId && !barred.has(id) && !unreachable.has(id) && statusOf(id, facts) !== 'left'

const statusOf = (id: string, { people }: Pick<ApprovalFacts, 'people'>) => people.get(id)?.status ?? 'left'
