import { toDate, toInstant } from '../../../../calendar/instant.ts'
import type { WorkingHours } from '../../../../calendar/working-time.ts'
import type { Db } from '../../../../database/types.ts'
import type { ComplaintClockEntry, Prisma, ComplaintClock as Row } from '../../../../generated/client.ts'
import {
  type ClockEvent,
  type ClockState,
  isOver,
  type Ledger,
  type LedgerEntry,
  newest,
  readLedger,
  type Terms,
} from '../../rules/ledger.ts'
import type { ClockKind } from '../../rules/targets.ts'
import type { Complaint } from '../../store/complaints.ts'

export type Clock = Omit<Row, 'kind' | 'state'> & { kind: ClockKind; state: ClockState; ledger: Ledger }
type Owned = Pick<Complaint, 'id' | 'workspaceId'>

/** The clocks of every round, the oldest first; acknowledge before reply. */
export const clocksOfOne = (db: Db, { id }: Pick<Complaint, 'id'>): Promise<Clock[]> => clocksOfAll(db, [id])

export async function clocksOfAll(db: Db, complaintIds: readonly string[]): Promise<Clock[]> {
  const rows = await db.complaintClock.findMany({
    where: { complaintId: { in: [...complaintIds] } },
    include: { ledger: { orderBy: { id: 'asc' } } },
    orderBy: [{ round: 'asc' }, { kind: 'asc' }],
  })
  return rows.map(whole)
}

export const unfinishedOf = async (db: Db, complaint: Pick<Complaint, 'id'>): Promise<Clock[]> =>
  (await clocksOfOne(db, complaint)).filter(({ state }) => !isOver(state))

export async function createClock(
  db: Db,
  { id, workspaceId }: Owned,
  { kind, round, ledger }: Pick<Clock, 'kind' | 'round' | 'ledger'>,
): Promise<Clock> {
  const first = ledger[0]
  const data = {
    ...{ workspaceId, complaintId: id, kind, round },
    ...{ startedAt: toDate(first.at), promisedAt: toDate(first.dueAt), dueAt: toDate(first.dueAt) },
    ledger: { create: ledger.map(asRow) },
  }
  return whole(await db.complaintClock.create({ data, include: { ledger: { orderBy: { id: 'asc' } } } }))
}

export type Grown = { clock: Clock; ledger: Ledger }

/** Writes what the ledger has more than it had. */
export async function addToLedger(db: Db, clock: Clock, ledger: Ledger): Promise<Clock> {
  const [changed = clock] = await addToLedgers(db, [{ clock, ledger }])
  return changed
}

/** The same for many clocks, in two statements. */
export async function addToLedgers(db: Db, grown: readonly Grown[]): Promise<Clock[]> {
  const data = grown.flatMap(({ clock, ledger }) =>
    ledger.slice(clock.ledger.length).map((entry) => ({ ...asRow(entry), clockId: clock.id })),
  )
  if (data.length > 0) await db.complaintClockEntry.createMany({ data })
  const changed = grown.map(({ clock, ledger }) =>
    ledger.length > clock.ledger.length ? { ...clock, ...summaryOf(ledger), ledger } : clock,
  )
  await writeSummaries(
    db,
    changed.filter((clock, index) => clock !== grown[index]?.clock),
  )
  return changed
}

function summaryOf(ledger: Ledger) {
  const { state, dueAt, breachedAt, endedAt } = readLedger(ledger, newest(ledger).at)
  return {
    ...{ state, dueAt: toDate(dueAt) },
    ...{ breachedAt: breachedAt && toDate(breachedAt), endedAt: endedAt && toDate(endedAt) },
  }
}

async function writeSummaries(db: Db, clocks: readonly Clock[]): Promise<void> {
  if (clocks.length === 0) return
  const summaries = clocks.map(({ id, state, dueAt, breachedAt, endedAt }) => ({
    ...{ id, state, dueAt, breachedAt, endedAt },
  }))
  await db.$executeRaw`
    UPDATE "ComplaintClock" clock SET "state" = s."state", "dueAt" = s."dueAt", "breachedAt" = s."breachedAt", "endedAt" = s."endedAt"
    FROM jsonb_to_recordset(${JSON.stringify(summaries)}::jsonb)
      AS s("id" text, "state" text, "dueAt" timestamptz, "breachedAt" timestamptz, "endedAt" timestamptz)
    WHERE clock."id" = s."id"`
}

/** When its owner was warned; null when they are to be warned again. */
export async function setWarned(db: Db, { id }: Pick<Clock, 'id'>, warnedAt: Date | null): Promise<void> {
  await db.complaintClock.update({ where: { id }, data: { warnedAt } })
}

/** Whose complaint the clock is about; null when there is none. */
export const complaintOfClock = async (db: Db, workspaceId: string, id: string): Promise<string | null> =>
  (await db.complaintClock.findFirst({ where: { id, workspaceId }, select: { complaintId: true } }))?.complaintId ??
  null

export async function complaintsOfClocks(db: Db, workspaceId: string, ids: readonly string[]): Promise<string[]> {
  const where = { id: { in: [...ids] }, workspaceId }
  const rows = await db.complaintClock.findMany({ where, select: { complaintId: true } })
  return [...new Set(rows.map(({ complaintId }) => complaintId))]
}

type Stored = Row & { ledger: ComplaintClockEntry[] }

function whole(row: Stored): Clock {
  const [first, ...later] = row.ledger.map(entryOf)
  if (!first) throw new Error('A clock has no ledger')
  return { ...row, kind: row.kind as ClockKind, state: row.state as ClockState, ledger: [first, ...later] }
}

const entryOf = ({ at, event, minutes, time, calendar, dueAt, reason, byId }: ComplaintClockEntry): LedgerEntry => ({
  at: toInstant(at),
  event: event as ClockEvent,
  minutes,
  time: time as Terms['time'],
  calendar: calendar as unknown as WorkingHours | null,
  dueAt: toInstant(dueAt),
  reason,
  byId,
})

const asRow = ({ at, event, minutes, time, calendar, dueAt, reason, byId }: LedgerEntry) => ({
  ...{ at: toDate(at), event, minutes, time, dueAt: toDate(dueAt), reason, byId },
  ...(calendar && { calendar: { ...calendar } as unknown as Prisma.InputJsonObject }),
})
