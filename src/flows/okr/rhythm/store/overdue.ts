import type { Temporal } from 'temporal-polyfill'
import { fromDateColumn } from '../../../../calendar/instant.ts'
import type { Db } from '../../../../database/types.ts'
import type { KeyResult } from '../../store/objectives.ts'

/** `since` is when its owner was asked first. */
export type Overdue = { keyResult: KeyResult; isPrivate: boolean; since: Temporal.PlainDate }

/** The live key results under this owner's objectives whose open question has gone up. */
export async function overdueUnder(db: Db, workspaceId: string, leadId: string): Promise<Overdue[]> {
  const turns = await db.okrTurn.findMany({
    where: {
      ...{ workspaceId, state: 'asked', leadId, NOT: { escalatedOn: null } },
      keyResult: { archivedAt: null, objective: { ownerId: leadId, archivedAt: null, cycle: { closedAt: null } } },
    },
    include: { keyResult: { include: { objective: { select: { isPrivate: true } } } } },
    orderBy: { keyResult: { number: 'asc' } },
  })
  return turns.flatMap(({ keyResult, openSince }) =>
    openSince === null
      ? []
      : {
          keyResult: keyResult as unknown as KeyResult,
          isPrivate: keyResult.objective.isPrivate,
          since: fromDateColumn(openSince),
        },
  )
}

/** The objectives' owners above whom a walk goes on. */
export async function leadsWithWalks(db: Db, workspaceId: string): Promise<string[]> {
  const where = { workspaceId, flow: 'okr', state: { not: 'resolved' } }
  const walks = await db.escalation.findMany({ where, select: { ownerId: true }, orderBy: { id: 'asc' } })
  return walks.map(({ ownerId }) => ownerId)
}
