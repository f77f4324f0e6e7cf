import type { Level } from '../../../alerts/rules/levels.ts'
import { changeMany } from '../../../database/change-many.ts'
import type { Db } from '../../../database/types.ts'
import type { KpiRule, Prisma } from '../../../generated/client.ts'
import type { Standing } from '../rules/standing.ts'
import type { Terms } from '../rules/terms.ts'

export type Rule = Omit<KpiRule, 'terms' | 'severity' | 'standing'> & {
  terms: Terms
  severity: Level
  standing: Standing
}

/** Those that watch, in the order of their numbers. */
export async function rulesOf(db: Db, kpiIds: readonly string[]): Promise<Rule[]> {
  const where = { kpiId: { in: [...kpiIds] }, removedAt: null }
  return (await db.kpiRule.findMany({ where, orderBy: { number: 'asc' } })).map(wholeRule)
}

export async function ruleById(db: Db, workspaceId: string, id: string): Promise<Rule | null> {
  const row = await db.kpiRule.findFirst({ where: { id, workspaceId, removedAt: null } })
  return row && wholeRule(row)
}

export async function ruleByNumber(db: Db, workspaceId: string, number: number): Promise<Rule | null> {
  const row = await db.kpiRule.findFirst({ where: { workspaceId, number, removedAt: null } })
  return row && wholeRule(row)
}

export const changeStandings = (db: Db, rules: readonly Pick<Rule, 'id' | 'standing'>[]): Promise<void> =>
  changeMany(db, 'KpiRule', { of: rules, row: ({ id, standing }) => ({ id, standing }) })

export const asJson = (value: object): Prisma.InputJsonObject => JSON.parse(JSON.stringify(value))

export const wholeRule = (row: KpiRule): Rule => row as unknown as Rule
