import type { Db } from '../../../../database/types.ts'
import type { ComplaintRule as Row } from '../../../../generated/client.ts'
import type { Severity, Type } from '../../rules/classes.ts'
import type { Rule } from '../../rules/routing.ts'

export type RuleChange = Omit<Rule, 'id'>

/** In their order. */
export const rulesOf = async (db: Db, workspaceId: string): Promise<Rule[]> =>
  (await db.complaintRule.findMany({ where: { workspaceId }, orderBy: [{ position: 'asc' }, { id: 'asc' }] })).map(
    ruleOf,
  )

/** Nobody else changes the rules or their order until this transaction ends. */
export async function holdRules(db: Db, workspaceId: string): Promise<Rule[]> {
  await db.$executeRaw`SELECT pg_advisory_xact_lock(hashtext(${`complaint rules ${workspaceId}`}))`
  return rulesOf(db, workspaceId)
}

export async function addRule(db: Db, workspaceId: string, rule: RuleChange & { position: number }): Promise<Rule> {
  return ruleOf(await db.complaintRule.create({ data: { workspaceId, ...rule } }))
}

export async function changeRule(db: Db, id: string, rule: RuleChange): Promise<Rule> {
  return ruleOf(await db.complaintRule.update({ where: { id }, data: rule }))
}

export async function deleteRule(db: Db, id: string): Promise<void> {
  await db.complaintRule.delete({ where: { id } })
}

export async function putInOrder(db: Db, rules: readonly Rule[]): Promise<void> {
  for (const [position, { id }] of rules.entries()) await db.complaintRule.update({ where: { id }, data: { position } })
}

const ruleOf = ({ id, type, severity, product, keyword, ownerId, channelId }: Row): Rule => ({
  id,
  type: type as Type | null,
  severity: severity as Severity | null,
  product,
  keyword,
  ownerId,
  channelId,
})
