import type { Db } from '../../../database/types.ts'
import type { OkrKeyResult as KeyResultRow, OkrCycle, Prisma, OkrObjective as Row } from '../../../generated/client.ts'
import type { Measured } from '../rules/score.ts'

export type KeyResult = Omit<KeyResultRow, 'kind' | 'direction'> & Pick<Measured, 'kind' | 'direction'>
/** With its cycle, and its key results, archived ones too, in the order of their numbers. */
export type Objective = Row & { cycle: OkrCycle; keyResults: KeyResult[] }
export type KeyResultWithObjective = KeyResult & { objective: Objective }

const WHOLE = { cycle: true, keyResults: { orderBy: { number: 'asc' } } } as const satisfies Prisma.OkrObjectiveInclude

export async function objectivesBy(db: Db, where: Prisma.OkrObjectiveWhereInput): Promise<Objective[]> {
  return (await db.okrObjective.findMany({ where, include: WHOLE, orderBy: { number: 'asc' } })) as Objective[]
}

export async function objectiveById(db: Db, workspaceId: string, id: string): Promise<Objective | null> {
  return (await objectivesBy(db, { id, workspaceId }))[0] ?? null
}

export async function objectiveByNumber(db: Db, workspaceId: string, number: number): Promise<Objective | null> {
  return (await objectivesBy(db, { workspaceId, number }))[0] ?? null
}

export const keyResultById = (db: Db, workspaceId: string, id: string): Promise<KeyResultWithObjective | null> =>
  keyResultBy(db, { id, workspaceId })

export const keyResultByNumber = (
  db: Db,
  workspaceId: string,
  number: number,
): Promise<KeyResultWithObjective | null> => keyResultBy(db, { workspaceId, number })

async function keyResultBy(db: Db, where: Prisma.OkrKeyResultWhereInput): Promise<KeyResultWithObjective | null> {
  const found = await db.okrKeyResult.findFirst({ where, include: { objective: { include: WHOLE } } })
  return found as KeyResultWithObjective | null
}

/** Until this transaction ends nobody else changes it or anything about its key results; lock one objective at a time, in the order of ids. */
export async function lockObjective(db: Db, workspaceId: string, id: string): Promise<Objective | null> {
  await db.$queryRaw`
    SELECT 1 FROM "OkrObjective" WHERE "id" = ${id} AND "workspaceId" = ${workspaceId} FOR NO KEY UPDATE`
  return objectiveById(db, workspaceId, id)
}

/** Changes it and raises its version. */
export async function changeObjective(
  db: Db,
  { id }: Pick<Row, 'id'>,
  change: Prisma.OkrObjectiveUncheckedUpdateInput,
): Promise<Objective> {
  const data = { ...change, version: { increment: 1 } }
  return (await db.okrObjective.update({ where: { id }, data, include: WHOLE })) as Objective
}

/** Changes its terms and raises its version. */
export async function changeKeyResult(
  db: Db,
  { id }: Pick<KeyResultRow, 'id'>,
  change: Prisma.OkrKeyResultUncheckedUpdateInput,
): Promise<KeyResult> {
  return (await db.okrKeyResult.update({
    where: { id },
    data: { ...change, version: { increment: 1 } },
  })) as KeyResult
}

export const isLive = ({ archivedAt }: Pick<Row, 'archivedAt'>): boolean => archivedAt === null
