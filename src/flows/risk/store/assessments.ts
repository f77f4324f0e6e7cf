import type { Temporal } from 'temporal-polyfill'
import { toDate } from '../../../calendar/instant.ts'
import type { Db } from '../../../database/types.ts'
import type { RiskAssessment as Row } from '../../../generated/client.ts'
import type { Grade, Kind } from '../rules/grade.ts'

export type Assessment = Omit<Row, 'kind'> & { kind: Kind }

/** All of them, the first one first. */
export async function assessmentsOf(db: Db, riskId: string): Promise<Assessment[]> {
  return (await db.riskAssessment.findMany({ where: { riskId }, orderBy: { seq: 'asc' } })) as Assessment[]
}

/** The number of the newest one; 0 before the first. */
export async function lastSeqOf(db: Db, riskId: string): Promise<number> {
  return (await db.riskAssessment.aggregate({ where: { riskId }, _max: { seq: true } }))._max.seq ?? 0
}

type New = { kind: Kind; grade: Grade; why: string | null; byId: string | null; at: Temporal.Instant }

/** The caller holds the risk. */
export async function addAssessments(db: Db, riskId: string, added: readonly New[]): Promise<void> {
  const last = await lastSeqOf(db, riskId)
  const data = added.map(({ kind, grade, why, byId, at }, index) => ({
    ...{ riskId, seq: last + index + 1, kind, likelihood: grade.likelihood, impact: grade.impact },
    ...{ why, byId, at: toDate(at) },
  }))
  await db.riskAssessment.createMany({ data })
}
