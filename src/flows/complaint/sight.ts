import type { Temporal } from 'temporal-polyfill'
import type { Db, Member } from '../../database/types.ts'
import { managerChain } from '../../people/chain.ts'
import { adminsOf, isColleague } from '../../people/members.ts'
import { type Around, aroundOwners, askedToApprove, standInAmong, toldByEscalations } from './path/store/insiders.ts'
import type { Complaint } from './store/complaints.ts'

export type Seen = Pick<Complaint, 'id' | 'workspaceId' | 'confidential' | 'ownerId' | 'namedIds'>

/**
 * A confidential complaint is seen by its owner, those above the owner, whoever it was escalated to, whoever is asked to
 * approve, and administrators; with `now` also by whoever stands in for an owner who is away.
 */
export async function maySee(db: Db, member: Member, complaint: Seen, now?: Temporal.Instant): Promise<boolean> {
  return (await onlyVisible(db, member, [complaint], now)).length > 0
}

/** Those of many that this member may see, in their order; asks the database a few times, however many there are. */
export async function onlyVisible<One extends Seen>(
  db: Db,
  member: Member,
  complaints: readonly One[],
  now?: Temporal.Instant,
): Promise<One[]> {
  if (!isColleague(member)) return []
  const ours = complaints.filter(({ workspaceId }) => workspaceId === member.workspaceId)
  const secret = ours.filter(({ confidential }) => confidential)
  const insiders = await insidersOfAll(db, secret, now)
  return ours.filter(({ id, confidential }) => !confidential || insiders.get(id)?.has(member.id))
}

/** Everybody who may know of it if it is confidential; whoever it is about is not among them. */
export async function insidersOf(db: Db, complaint: Seen, now?: Temporal.Instant): Promise<Set<string>> {
  return (await insidersOfAll(db, [complaint], now)).get(complaint.id) ?? new Set()
}

async function insidersOfAll(
  db: Db,
  complaints: readonly Seen[],
  now: Temporal.Instant | undefined,
): Promise<Map<string, Set<string>>> {
  const [first] = complaints
  if (!first) return new Map()
  const around = await aroundOwners(db, complaints, now)
  const admins = (await adminsOf(db, first.workspaceId)).map(({ id }) => id)
  const told = await toldByEscalations(db, complaints)
  const approvers = await askedToApprove(db, complaints)
  return new Map(
    complaints.map((complaint) => {
      const { id, ownerId, namedIds } = complaint
      const involved = [...chainOf(ownerId, around), ...(told.get(id) ?? []), ...(approvers.get(id) ?? [])]
      const named = new Set(namedIds)
      return [id, new Set([...involved.filter((one) => !named.has(one)), ...unnamed(admins, named)])]
    }),
  )
}

/** An administrator whom it is about sees it only where there is no other one. */
function unnamed(admins: readonly string[], named: ReadonlySet<string>): readonly string[] {
  const others = admins.filter((id) => !named.has(id))
  return others.length > 0 ? others : admins
}

function chainOf(ownerId: string, around: Around): string[] {
  const owner = around.people.get(ownerId)
  const above = owner ? managerChain(owner, around.people) : []
  const standIn = standInAmong(ownerId, around)
  return [ownerId, ...above.map(({ id }) => id), ...(standIn ? [standIn] : [])]
}
