import type { Db } from '../../../database/types.ts'
import type { Prisma, Kpi as Row } from '../../../generated/client.ts'
import type { Period } from '../rules/period.ts'

export const LAYERS = ['strategic', 'business', 'operational', 'execution'] as const
export type Layer = (typeof LAYERS)[number]
export const SOURCES = ['typed', 'http', 'csv'] as const
export type Source = (typeof SOURCES)[number]
export type Direction = 'up' | 'down'

export type Kpi = Omit<Row, 'layer' | 'direction' | 'period' | 'source'> & {
  layer: Layer
  direction: Direction
  period: Period
  source: Source
}

/** In the order of their keys. */
export async function kpisBy(db: Db, where: Prisma.KpiWhereInput): Promise<Kpi[]> {
  return (await db.kpi.findMany({ where, orderBy: { key: 'asc' } })).map(whole)
}

export async function kpiById(db: Db, workspaceId: string, id: string): Promise<Kpi | null> {
  const row = await db.kpi.findFirst({ where: { id, workspaceId } })
  return row && whole(row)
}

export async function kpiByKey(db: Db, workspaceId: string, key: string): Promise<Kpi | null> {
  const row = await db.kpi.findUnique({ where: { workspaceId_key: { workspaceId, key } } })
  return row && whole(row)
}

/** As they are now, in the order of their ids; until this transaction ends nobody else changes them, their values or rules. */
export async function holdKpis(db: Db, workspaceId: string, ids: readonly string[]): Promise<Kpi[]> {
  const rows = await db.$queryRaw<Row[]>`
    SELECT * FROM "Kpi" WHERE "workspaceId" = ${workspaceId} AND "id" = ANY(${[...new Set(ids)]}::text[])
    ORDER BY "id" FOR UPDATE`
  return rows.map(whole)
}

export async function changeKpi(db: Db, id: string, data: Prisma.KpiUncheckedUpdateInput): Promise<Kpi> {
  return whole(await db.kpi.update({ where: { id }, data: { ...data, version: { increment: 1 } } }))
}

export const whole = (row: Row): Kpi => row as Kpi
