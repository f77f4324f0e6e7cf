import type { Db } from '../../../../database/types.ts'
import type { Source } from '../../store/kpis.ts'

/** A value as it stands, with where it came from. */
export type Entry = {
  kpiId: string
  startsOn: string
  value: string
  source: Source
  at: Date
  byId: string | null
}

export const countEntries = (db: Db, kpiIds: readonly string[]): Promise<number> =>
  db.kpiSample.count({ where: { kpiId: { in: [...kpiIds] } } })

/** All values of these, in the order of their periods. */
export const entriesOf = (db: Db, kpiIds: readonly string[]): Promise<Entry[]> =>
  db.$queryRaw<Entry[]>`
    SELECT "kpiId", "startsOn"::text, trim_scale("value")::text AS "value", "source", "at", "byId" FROM "KpiSample"
    WHERE "kpiId" = ANY(${[...kpiIds]}::text[]) ORDER BY "kpiId", "startsOn"`
