import type { Member } from '../database/types.ts'

/** The fields that lead from one member to the next. */
type Link = 'managerId' | 'backupId'
type Linked = Pick<Member, 'id' | Link>
type ById<Person> = ReadonlyMap<string, Person>

/** The member's managers, nearest first; ends where nobody is set, nobody is known or the chain comes round again. */
export const managerChain = <Person extends Linked>(member: Person, byId: ById<Person>): Person[] =>
  follow(member, 'managerId', byId)

/**
 * The ring that would close if `manager` became the member's manager: from the manager up to the member.
 * Null when the chain stays open.
 */
export function loopOf<Person extends Linked>(
  member: Person,
  manager: Person,
  byId: ById<Person>,
): readonly Person[] | null {
  const above = [manager, ...managerChain(manager, byId)]
  const at = above.findIndex((person) => person.id === member.id)
  return at < 0 ? null : above.slice(0, at + 1)
}

/** The first of the member's backups, and their backups, who can stand in; null when nobody can. */
export const standInFor = <Person extends Linked>(
  member: Person,
  byId: ById<Person>,
  canStandIn: (backup: Person) => boolean,
): Person | null => follow(member, 'backupId', byId).find(canStandIn) ?? null

function follow<Person extends Linked>(start: Person, link: Link, byId: ById<Person>): Person[] {
  const passed = new Set([start.id])
  const chain: Person[] = []
  for (let next = start[link]; next && !passed.has(next); ) {
    const person = byId.get(next)
    if (!person) break
    passed.add(next)
    chain.push(person)
    next = person[link]
  }
  return chain
}
