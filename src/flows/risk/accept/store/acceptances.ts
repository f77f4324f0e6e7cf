import type { Temporal } from 'temporal-polyfill'
import { fromDateColumn } from '../../../../calendar/instant.ts'
import type { Db } from '../../../../database/types.ts'
import type { Prisma, RiskAcceptance as Row } from '../../../../generated/client.ts'

export type State = 'proposed' | 'accepted' | 'declined' | 'expired' | 'withdrawn'
export type Acceptance = Omit<Row, 'state' | 'expiresOn'> & { state: State; expiresOn: Temporal.PlainDate }

/** The newest first. */
export async function acceptancesBy(db: Db, where: Prisma.RiskAcceptanceWhereInput): Promise<Acceptance[]> {
  return (await db.riskAcceptance.findMany({ where, orderBy: { id: 'desc' } })).map(read)
}

/** Those that wait or hold. */
export const liveOf = (db: Db, riskId: string): Promise<Acceptance[]> =>
  acceptancesBy(db, { riskId, state: { in: ['proposed', 'accepted'] } })

export async function addAcceptance(db: Db, data: Prisma.RiskAcceptanceUncheckedCreateInput): Promise<Acceptance> {
  return read(await db.riskAcceptance.create({ data }))
}

/** The caller holds its risk. */
export async function changeAcceptance(
  db: Db,
  { id }: Pick<Acceptance, 'id'>,
  data: Prisma.RiskAcceptanceUncheckedUpdateInput,
): Promise<Acceptance> {
  return read(await db.riskAcceptance.update({ where: { id }, data }))
}

const read = (row: Row): Acceptance => ({
  ...row,
  state: row.state as State,
  expiresOn: fromDateColumn(row.expiresOn),
})
