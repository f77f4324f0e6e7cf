import type { Temporal } from 'temporal-polyfill'
import { toDate } from '../../../calendar/instant.ts'
import type { Db } from '../../../database/types.ts'
import { Exact } from '../../../numbers/rules/read-decimal.ts'
import { plainDecimal } from '../../../numbers/rules/say-decimal.ts'
import type { Sample } from '../rules/history.ts'
import type { Source } from './kpis.ts'

export type Measured = Sample & { kpiId: string }
type Row = { kpiId: string; startsOn: string; value: string }

const sampleOf = ({ kpiId, startsOn, value }: Row): Measured => ({ kpiId, startsOn, value: new Exact(value) })

/** Those of one KPI as one row, divided by spaces: tens of thousands of rows would cost more than all that is done with them. */
type Packed = { kpiId: string; periods: string; values: string }

const unpacked = ({ kpiId, periods, values }: Packed): Measured[] => {
  const written = values.split(' ')
  return periods.split(' ').map((startsOn, at) => sampleOf({ kpiId, startsOn, value: written[at] ?? '' }))
}

/** All values of these, in the order of their periods. */
export async function samplesOf(db: Db, kpiIds: readonly string[]): Promise<Measured[]> {
  const rows = await db.$queryRaw<Packed[]>`
    SELECT "kpiId", string_agg("startsOn"::text, ' ' ORDER BY "startsOn") AS "periods",
      string_agg(trim_scale("value")::text, ' ' ORDER BY "startsOn") AS "values"
    FROM "KpiSample" WHERE "kpiId" = ANY(${[...kpiIds]}::text[]) GROUP BY "kpiId"`
  return rows.flatMap(unpacked)
}

/** Those of them that have a value for their period. */
export async function standingAt(db: Db, wanted: readonly Pick<Measured, 'kpiId' | 'startsOn'>[]): Promise<Measured[]> {
  const rows = await db.$queryRaw<Row[]>`
    SELECT s."kpiId", s."startsOn"::text, trim_scale(s."value")::text AS "value" FROM "KpiSample" s
    JOIN jsonb_to_recordset(${JSON.stringify(wanted)}::jsonb) AS w("kpiId" text, "startsOn" date)
      ON w."kpiId" = s."kpiId" AND w."startsOn" = s."startsOn"`
  return rows.map(sampleOf)
}

/** From where on, how many values before that, and which others besides. */
export type Reach = { kpiId: string; from: string; count: number; besides: readonly string[] }

/** For each of these its newest values from there on and before, and those besides, in the order of their periods. */
export async function recentOf(db: Db, reaches: readonly Reach[]): Promise<Measured[]> {
  const rows = await db.$queryRaw<Packed[]>`
    WITH reach AS (SELECT * FROM jsonb_to_recordset(${JSON.stringify(reaches)}::jsonb)
      AS r("kpiId" text, "from" date, "count" int, "besides" jsonb))
    SELECT reach."kpiId", found."periods", found."values" FROM reach CROSS JOIN LATERAL (
      SELECT string_agg("startsOn"::text, ' ' ORDER BY "startsOn") AS "periods",
        string_agg(trim_scale("value")::text, ' ' ORDER BY "startsOn") AS "values"
      FROM (SELECT s."startsOn", s."value" FROM "KpiSample" s
          WHERE s."kpiId" = reach."kpiId" AND s."startsOn" >= reach."from"
        UNION (SELECT s."startsOn", s."value" FROM "KpiSample" s
          WHERE s."kpiId" = reach."kpiId" AND s."startsOn" < reach."from"
          ORDER BY s."startsOn" DESC LIMIT (SELECT reach."count"))
        UNION SELECT s."startsOn", s."value" FROM "KpiSample" s WHERE s."kpiId" = reach."kpiId"
          AND s."startsOn" IN (SELECT b::date FROM jsonb_array_elements_text(reach."besides") AS b)) AS one
      HAVING count(*) > 0) AS found`
  return rows.flatMap(unpacked)
}

/** The newest values of periods that begin before this day, the newest first. */
export async function newestBefore(
  db: Db,
  kpiId: string,
  { before, take }: { before: string; take: number },
): Promise<Measured[]> {
  const rows = await db.$queryRaw<Row[]>`
    SELECT "kpiId", "startsOn"::text, trim_scale("value")::text AS "value" FROM "KpiSample"
    WHERE "kpiId" = ${kpiId} AND "startsOn" < ${before}::date ORDER BY "startsOn" DESC LIMIT ${take}`
  return rows.map(sampleOf)
}

type Writing = { at: Temporal.Instant; byId: string | null; source: Source }

/** The values of these periods, which are new or others than before; what stood there is kept. One period comes once. */
export async function writeSamples(db: Db, samples: readonly Measured[], { at, byId, source }: Writing): Promise<void> {
  const rows = JSON.stringify(samples.map(({ value, ...rest }) => ({ ...rest, value: plainDecimal(value) })))
  const now = toDate(at)
  await db.$executeRaw`
    INSERT INTO "KpiCorrection" ("kpiId", "startsOn", "value", "source", "at", "byId", "until")
    SELECT s."kpiId", s."startsOn", s."value", s."source", s."at", s."byId", ${now} FROM "KpiSample" s
    JOIN jsonb_to_recordset(${rows}::jsonb) AS w("kpiId" text, "startsOn" date)
      ON w."kpiId" = s."kpiId" AND w."startsOn" = s."startsOn"`
  await db.$executeRaw`
    INSERT INTO "KpiSample" ("kpiId", "startsOn", "value", "source", "at", "byId")
    SELECT "kpiId", "startsOn", "value", ${source}, ${now}, ${byId}
    FROM jsonb_to_recordset(${rows}::jsonb) AS w("kpiId" text, "startsOn" date, "value" numeric)
    ON CONFLICT ("kpiId", "startsOn") DO UPDATE SET "value" = EXCLUDED."value", "source" = EXCLUDED."source",
      "at" = EXCLUDED."at", "byId" = EXCLUDED."byId"`
  await db.$executeRaw`
    UPDATE "Kpi" k SET "newestOn" = GREATEST(k."newestOn", w."newest") FROM (
      SELECT "kpiId", max("startsOn") AS "newest" FROM jsonb_to_recordset(${rows}::jsonb)
        AS w("kpiId" text, "startsOn" date) GROUP BY "kpiId") AS w WHERE w."kpiId" = k."id"`
}
