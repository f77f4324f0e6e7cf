import type { Db, Member } from '../database/types.ts'
import { adminsOf, holdPeople, isAdmin } from './members.ts'

/** What a member may do beyond their own affairs: `risk` is the second line of defence, `audit` the third one. */
export type Role = 'admin' | 'risk' | 'audit'

export const holds = (member: Member, role: Role): boolean => member.roles.includes(role)

/** Whoever has it and is here, by name. */
export const holders = (db: Db, workspaceId: string, role: Role): Promise<Member[]> =>
  db.member.findMany({ where: { workspaceId, roles: { has: role }, leftAt: null }, orderBy: { name: 'asc' } })

export async function grant(db: Db, member: Member, role: Role): Promise<void> {
  const roles = [...new Set([...member.roles, role])]
  await db.member.update({ where: { id: member.id }, data: { roles } })
}

/** Refuses, by `last`, to leave the workspace without an administrator. */
export async function revoke(db: Db, member: Member, role: Role): Promise<'revoked' | 'last'> {
  await holdPeople(db, member.workspaceId)
  if (role === 'admin' && (await isLastAdmin(db, member))) return 'last'

  await db.member.update({ where: { id: member.id }, data: { roles: member.roles.filter((held) => held !== role) } })
  return 'revoked'
}

/** Makes this member the workspace's administrator if it has none; says whether that happened. */
export async function becomeFirstAdmin(db: Db, member: Member): Promise<boolean> {
  if (await hasAdmin(db, member)) return false
  await holdPeople(db, member.workspaceId)
  if (await hasAdmin(db, member)) return false

  await grant(db, member, 'admin')
  return true
}

const isLastAdmin = async (db: Db, { id, workspaceId }: Member): Promise<boolean> =>
  (await adminsOf(db, workspaceId)).every((admin) => admin.id === id)

const hasAdmin = async (db: Db, member: Member): Promise<boolean> =>
  isAdmin(member) || (await adminsOf(db, member.workspaceId)).length > 0
