import type { Temporal } from 'temporal-polyfill'
import { toDate } from '../calendar/instant.ts'
import type { Db } from '../database/types.ts'
import type { AuditEntry } from '../generated/client.ts'

export type { AuditEntry }

type Span = { from: Temporal.Instant; to: Temporal.Instant }

const within = (workspaceId: string, { from, to }: Span) => ({
  workspaceId,
  at: { gte: toDate(from), lt: toDate(to) },
})

export const countTrail = (db: Db, workspaceId: string, span: Span): Promise<number> =>
  db.auditEntry.count({ where: within(workspaceId, span) })

/** What happened within `from <= at < to`, in the order in which it was written. */
export const trailOf = (db: Db, workspaceId: string, span: Span): Promise<AuditEntry[]> =>
  db.auditEntry.findMany({ where: within(workspaceId, span), orderBy: { id: 'asc' } })
