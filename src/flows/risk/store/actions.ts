import type { Temporal } from 'temporal-polyfill'
import { toDate } from '../../../calendar/instant.ts'
import type { Db } from '../../../database/types.ts'
import type { RiskAction } from '../../../generated/client.ts'

export type OpenAction = Pick<RiskAction, 'id' | 'number' | 'title'>

export const openActionsOf = (db: Db, riskId: string): Promise<OpenAction[]> =>
  db.riskAction.findMany({
    where: { riskId, state: 'open' },
    select: { id: true, number: true, title: true },
    orderBy: { number: 'asc' },
  })

type Ending = { why: string; byId: string; at: Temporal.Instant }

/** The caller holds their risk. */
export async function dropActions(db: Db, ids: readonly string[], { why, byId, at }: Ending): Promise<void> {
  const data = { state: 'dropped', outcome: why, endedAt: toDate(at), endedById: byId, version: { increment: 1 } }
  await db.riskAction.updateMany({ where: { id: { in: [...ids] } }, data })
}
