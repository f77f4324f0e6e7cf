import type { Temporal } from 'temporal-polyfill'
import { toDate } from '../../../calendar/instant.ts'
import type { Db } from '../../../database/types.ts'
import type { Prisma, RiskAction } from '../../../generated/client.ts'

export type OpenAction = Pick<RiskAction, 'id' | 'number' | 'title'>

export const openActionsOf = (db: Db, riskId: string): Promise<OpenAction[]> =>
  db.riskAction.findMany({
    where: { riskId, state: 'open' },
    select: { id: true, number: true, title: true },
    orderBy: { number: 'asc' },
  })

export type Action = Omit<RiskAction, 'state'> & { state: 'open' | 'done' | 'dropped' }

/** What is open first, by its date; then what has ended. */
export async function actionsBy(db: Db, where: Prisma.RiskActionWhereInput): Promise<Action[]> {
  const rows = (await db.riskAction.findMany({ where, orderBy: [{ dueOn: 'asc' }, { number: 'asc' }] })) as Action[]
  return [...rows.filter(({ state }) => state === 'open'), ...rows.filter(({ state }) => state !== 'open')]
}

/** The caller holds its risk. Raises its version. */
export async function changeAction(
  db: Db,
  { id }: Pick<Action, 'id'>,
  change: Prisma.RiskActionUncheckedUpdateInput,
): Promise<Action> {
  return (await db.riskAction.update({ where: { id }, data: { ...change, version: { increment: 1 } } })) as Action
}

type Ending = { why: string; byId: string; at: Temporal.Instant }

/** The caller holds their risk. */
export async function dropActions(db: Db, ids: readonly string[], { why, byId, at }: Ending): Promise<void> {
  const data = { state: 'dropped', outcome: why, endedAt: toDate(at), endedById: byId, version: { increment: 1 } }
  await db.riskAction.updateMany({ where: { id: { in: [...ids] } }, data })
}
