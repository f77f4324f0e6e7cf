import type { Db } from '../../../../database/types.ts'
import { groupBy } from '../../../../lists/group-by.ts'
import type { Measured } from '../../rules/score.ts'

/** A live key result as far as its score goes, with what its latest check-in says, by date and then by seq. */
export type Measure = Measured & {
  objectiveId: string
  weight: number
  createdAt: Date
  value: number | null
  forDate: string | null
}

/**
 * Those of very many objectives, by objective, in one narrow word with the database; whoever has none is absent. With a
 * date (ISO) as they stood at its end.
 */
export async function measuresOf(
  db: Db,
  objectiveIds: readonly string[],
  until: string | null = null,
): Promise<Map<string, Measure[]>> {
  const rows = await db.$queryRaw<Measure[]>`
    SELECT k."objectiveId", k."kind", k."start", k."target", k."direction", k."weight", k."createdAt", latest.*
    FROM "OkrKeyResult" k LEFT JOIN LATERAL (
      SELECT "value", "forDate"::text FROM "OkrCheckIn" c WHERE c."keyResultId" = k."id"
        AND (${until}::date IS NULL OR c."forDate" <= ${until}::date)
      ORDER BY c."forDate" DESC, c."seq" DESC LIMIT 1
    ) AS latest ON true
    WHERE k."objectiveId" = ANY(${[...objectiveIds]}::text[]) AND k."archivedAt" IS NULL`
  return groupBy(rows, ({ objectiveId }) => objectiveId)
}
