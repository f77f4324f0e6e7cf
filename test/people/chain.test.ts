import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { Member } from '../../src/database/types.ts'
import { loopOf, managerChain, standInFor } from '../../src/people/chain.ts'

type Linked = Pick<Member, 'id' | 'managerId' | 'backupId'>
const person = (id: string, managerId: string | null = null, backupId: string | null = null): Linked => ({
  id,
  managerId,
  backupId,
})
const byId = <Person extends { id: string }>(...people: Person[]) => new Map(people.map((each) => [each.id, each]))
const ids = (people: readonly { id: string }[] | null) => people?.map(({ id }) => id) ?? null

/** Any company at all: everybody has any manager and any backup, or none. */
const company = fc.integer({ min: 1, max: 12 }).chain((size) => {
  const who = fc.option(fc.nat(size - 1).map(String), { nil: null })
  return fc
    .array(fc.tuple(who, who), { minLength: size, maxLength: size })
    .map((links) => byId(...links.map(([manager, backup], at) => person(String(at), manager, backup))))
})

describe('the chain of managers', () => {
  it('goes from the nearest up to whoever has none', () => {
    const people = byId(person('mei', 'ben'), person('ben', 'ada'), person('ada'))

    expect(ids(managerChain(people.get('mei')!, people))).toEqual(['ben', 'ada'])
  })

  it('ends where the rows go round in a circle, and never names anybody twice', () => {
    fc.assert(
      fc.property(company, (people) => {
        for (const member of people.values()) {
          const chain = ids(managerChain(member, people))!

          expect(new Set(chain).size).toBe(chain.length)
          expect(chain).not.toContain(member.id)
        }
      }),
    )
  })

  it('closes exactly when it is said to', () => {
    fc.assert(
      fc.property(company, fc.nat(11), fc.nat(11), (people, one, other) => {
        const member = people.get(String(one % people.size))!
        const manager = people.get(String(other % people.size))!
        const above = new Set([manager.id, ...ids(managerChain(manager, people))!])

        expect(loopOf(member, manager, people) !== null).toBe(above.has(member.id))
      }),
    )
  })

  it('names the ring from the new manager to the member', () => {
    const people = byId(person('mei'), person('ben', 'mei'), person('ada', 'ben'))

    expect(ids(loopOf(people.get('mei')!, people.get('ada')!, people))).toEqual(['ada', 'ben', 'mei'])
    expect(loopOf(people.get('ada')!, people.get('mei')!, people)).toBeNull()
  })
})

describe('standing in', () => {
  it('follows the backups to the first who can', () => {
    const people = byId(person('mei', null, 'ben'), person('ben', null, 'ada'), person('ada'))

    expect(standInFor(people.get('mei')!, people, (backup) => backup.id !== 'ben')?.id).toBe('ada')
  })

  it('finds nobody where two back each other up and both are away', () => {
    const people = byId(person('mei', null, 'ben'), person('ben', null, 'mei'))

    expect(standInFor(people.get('mei')!, people, (backup) => backup.id !== 'ben')).toBeNull()
  })

  it('always ends, and never with the member', () => {
    fc.assert(
      fc.property(company, (people) => {
        for (const member of people.values()) {
          expect(standInFor(member, people, () => false)).toBeNull()
          expect(standInFor(member, people, () => true)?.id).not.toBe(member.id)
        }
      }),
    )
  })
})
