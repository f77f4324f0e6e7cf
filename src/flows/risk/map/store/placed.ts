import type { Temporal } from 'temporal-polyfill'
import { toDate } from '../../../../calendar/instant.ts'
import type { Db } from '../../../../database/types.ts'
import type { Grade, Grades, Kind } from '../../rules/grade.ts'
import { standingGrade } from '../../rules/grade.ts'

type Row = Grade & { riskId: string; kind: Kind }

/** What counted of each of these at an instant; those that nobody had assessed then are absent. */
export async function gradesAt(db: Db, riskIds: readonly string[], at: Temporal.Instant): Promise<Map<string, Grade>> {
  const rows = await db.$queryRaw<Row[]>`
    SELECT DISTINCT ON ("riskId", "kind") "riskId", "kind", "likelihood", "impact" FROM "RiskAssessment"
    WHERE "riskId" = ANY(${[...riskIds]}::text[]) AND "at" <= ${toDate(at)} ORDER BY "riskId", "kind", "seq" DESC`
  const grades = new Map<string, Grades>()
  for (const { riskId, kind, likelihood, impact } of rows)
    grades.set(riskId, {
      ...(grades.get(riskId) ?? { inherent: null, residual: null }),
      [kind]: { likelihood, impact },
    })
  return new Map(
    [...grades].flatMap(([id, one]): [string, Grade][] => {
      const grade = standingGrade(one)
      return grade ? [[id, grade]] : []
    }),
  )
}
