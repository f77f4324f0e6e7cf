import type { Db } from '../../../database/types.ts'
import type { Prisma, RiskCategory, Risk as Row } from '../../../generated/client.ts'
import type { State } from '../rules/path.ts'

export type Response = 'avoid' | 'transfer' | 'mitigate' | 'accept'
export type Risk = Omit<Row, 'state' | 'response'> & {
  state: State
  response: Response | null
  category: RiskCategory
}

const WHOLE = { category: true } as const satisfies Prisma.RiskInclude
type Slice = { orderBy?: Prisma.RiskOrderByWithRelationInput[]; skip?: number; take?: number }

export async function risksBy(db: Db, where: Prisma.RiskWhereInput, slice: Slice = {}): Promise<Risk[]> {
  return (await db.risk.findMany({ where, include: WHOLE, orderBy: { number: 'asc' }, ...slice })) as Risk[]
}

export async function riskById(db: Db, workspaceId: string, id: string): Promise<Risk | null> {
  return (await risksBy(db, { id, workspaceId }))[0] ?? null
}

export async function riskByNumber(db: Db, workspaceId: string, number: number): Promise<Risk | null> {
  return (await risksBy(db, { workspaceId, number }))[0] ?? null
}

/** Until this transaction ends nobody else changes it or anything about it; lock one at a time, in the order of ids. */
export async function lockRisk(db: Db, workspaceId: string, id: string): Promise<Risk | null> {
  await db.$queryRaw`SELECT 1 FROM "Risk" WHERE "id" = ${id} AND "workspaceId" = ${workspaceId} FOR NO KEY UPDATE`
  return riskById(db, workspaceId, id)
}

/** Changes it and raises its version. */
export async function changeRisk(
  db: Db,
  { id }: Pick<Row, 'id'>,
  change: Prisma.RiskUncheckedUpdateInput,
): Promise<Risk> {
  const data = { ...change, version: { increment: 1 } }
  return (await db.risk.update({ where: { id }, data, include: WHOLE })) as Risk
}
