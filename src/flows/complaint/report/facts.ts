import type { Db } from '../../../database/types.ts'
import type { CauseFamily, Severity, Type } from '../rules/classes.ts'
import { ENDS } from '../rules/path.ts'
import type { Case, Facts, Promised, Span } from '../rules/voc.ts'

const REPEAT_MS = 90 * 86_400_000
/** What ends a complaint, and what begins it again. */
const TURNS = ['closed', 'withdrawn', 'merged', 'reopened']

export type Sight = (complaints: readonly Seen[]) => Promise<readonly Seen[]>
export type Seen = { id: string; workspaceId: string; confidential: boolean; ownerId: string; namedIds: string[] }

/** Nobody in particular reads it: what is confidential is left out. */
export const openSight: Sight = async (complaints) => complaints.filter(({ confidential }) => !confidential)

/** All that the report of a span needs, of the complaints that its reader may see. */
export async function factsFor(db: Db, workspaceId: string, { from, to }: Span, sight: Sight): Promise<Facts> {
  const since = Math.min(from, to - REPEAT_MS)
  const rows = await complaintsIn(db, workspaceId, { from: since, to })
  const visible = new Set((await sight(rows)).map(({ id }) => id))
  const seen = rows.filter(({ id }) => visible.has(id))
  const ids = seen.map(({ id }) => id)
  const turns = await turnsOf(db, ids)
  const merged = mergedInto(seen)
  return {
    cases: seen.map((row) => caseOf(row, merged.get(row.id) ?? [], turns.get(row.id) ?? [])),
    promises: await promisesOf(db, ids),
    verdicts: await verdictsOf(db, ids),
  }
}

type Row = Awaited<ReturnType<typeof complaintsIn>>[number]

/** Those received before the end that were not over before the beginning. */
const complaintsIn = (db: Db, workspaceId: string, { from, to }: Span) =>
  db.complaint.findMany({
    where: {
      workspaceId,
      receivedAt: { lt: new Date(to) },
      OR: [
        { receivedAt: { gte: new Date(from) } },
        { state: { notIn: [...ENDS] } },
        { entries: { some: { kind: { in: TURNS }, at: { gte: new Date(from) } } } },
        { surveys: { some: { answeredAt: { gte: new Date(from) } } } },
      ],
    },
    select: {
      ...{ id: true, workspaceId: true, number: true, severity: true, type: true, causeFamily: true, state: true },
      ...{ receivedAt: true, confidential: true, ownerId: true, namedIds: true, mergedIntoId: true, customerId: true },
      customer: { select: { name: true } },
    },
    orderBy: { number: 'asc' },
  })

async function turnsOf(db: Db, ids: readonly string[]): Promise<Map<string, { at: number; ends: boolean }[]>> {
  const rows = await db.complaintEntry.findMany({
    where: { complaintId: { in: [...ids] }, kind: { in: TURNS } },
    select: { complaintId: true, kind: true, at: true },
    orderBy: { id: 'asc' },
  })
  const turns = new Map<string, { at: number; ends: boolean }[]>()
  for (const { complaintId, kind, at } of rows) {
    const turn = { at: at.getTime(), ends: kind !== 'reopened' }
    turns.set(complaintId, [...(turns.get(complaintId) ?? []), turn])
  }
  return turns
}

function mergedInto(rows: readonly Row[]): Map<string, Row[]> {
  const merged = new Map<string, Row[]>()
  for (const row of rows)
    if (row.mergedIntoId) merged.set(row.mergedIntoId, [...(merged.get(row.mergedIntoId) ?? []), row])
  return merged
}

function caseOf(row: Row, merged: readonly Row[], turns: Case['turns']): Case {
  return {
    ...{ id: row.id, number: row.number, customerId: row.customerId, customer: row.customer.name, turns },
    severity: row.severity as Severity,
    type: row.type as Type,
    family: row.causeFamily as CauseFamily | null,
    receivedAt: row.receivedAt.getTime(),
    isMerged: row.state === 'merged',
    customers: new Set([row, ...merged].map(({ customerId }) => customerId)).size,
  }
}

async function promisesOf(db: Db, ids: readonly string[]): Promise<Promised[]> {
  const rows = await db.complaintClock.findMany({ where: { complaintId: { in: [...ids] }, round: 1 } })
  return rows.map(({ kind, state, startedAt, endedAt, breachedAt }) => ({
    kind: kind as Promised['kind'],
    startedAt: startedAt.getTime(),
    metAt: state === 'met' ? (endedAt?.getTime() ?? null) : null,
    breachedAt: breachedAt?.getTime() ?? null,
  }))
}

async function verdictsOf(db: Db, ids: readonly string[]): Promise<{ at: number; score: number }[]> {
  const rows = await db.complaintSurvey.findMany({
    where: { complaintId: { in: [...ids] }, score: { not: null } },
    select: { answeredAt: true, score: true },
  })
  return rows.flatMap(({ answeredAt, score }) =>
    answeredAt && score !== null ? [{ at: answeredAt.getTime(), score }] : [],
  )
}
