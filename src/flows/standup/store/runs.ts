import type { Temporal } from 'temporal-polyfill'
import { toDateColumn } from '../../../calendar/instant.ts'
import type { Db, Member } from '../../../database/types.ts'
import type { Prisma } from '../../../generated/client.ts'
import { membersByIds } from '../../../people/members.ts'
import type { EntryState } from '../participation.ts'
import { asQuestion, type Question } from './standups.ts'

const WITH_ENTRIES = { standup: true, entries: { include: { answers: true } } } satisfies Prisma.StandupRunInclude
type RunRow = Prisma.StandupRunGetPayload<{ include: typeof WITH_ENTRIES }>

export type Entry = Omit<RunRow['entries'][number], 'state'> & { state: EntryState }
/** One person's part in a run. */
export type Attendee = { entry: Entry; member: Member }
/** One stand-up on one date, with all that its cards show; the people by name. */
export type Run = Omit<RunRow, 'entries'> & { people: readonly Attendee[]; questions: readonly Question[] }

/** Until this transaction ends, nobody else changes this run or its entries; rows that refer to it can still be made. */
export async function lockRun(db: Db, workspaceId: string, id: string): Promise<Run | null> {
  await db.$queryRaw`
    SELECT 1 FROM "StandupRun" r JOIN "Standup" s ON s."id" = r."standupId"
    WHERE r."id" = ${id} AND s."workspaceId" = ${workspaceId} FOR NO KEY UPDATE OF r`
  return runById(db, workspaceId, id)
}

export async function runById(db: Db, workspaceId: string, id: string): Promise<Run | null> {
  const row = await db.standupRun.findFirst({ where: { id, standup: { workspaceId } }, include: WITH_ENTRIES })
  if (!row) return null

  const { entries, ...run } = row
  const ids = entries.map((entry) => entry.memberId)
  const members = new Map((await membersByIds(db, workspaceId, ids)).map((member) => [member.id, member]))
  const people = entries.flatMap((entry) => {
    const member = members.get(entry.memberId)
    return member ? [{ entry: { ...entry, state: entry.state as EntryState }, member }] : []
  })
  return { ...run, people: people.sort(byName), questions: await questionsAt(db, run.standupId, run.openedAt) }
}

/** What was asked of a run that opened then. */
async function questionsAt(db: Db, standupId: string, openedAt: Date): Promise<Question[]> {
  const rows = await db.standupQuestion.findMany({
    where: {
      standupId,
      askedFrom: { lte: openedAt },
      OR: [{ retiredAt: null }, { retiredAt: { gt: openedAt } }],
    },
    orderBy: [{ position: 'asc' }, { id: 'asc' }],
  })
  return rows.map(asQuestion)
}

export const runOn = (
  db: Db,
  standupId: string,
  date: Temporal.PlainDate,
): Promise<{ id: string; state: string } | null> =>
  db.standupRun.findUnique({
    where: { standupId_date: { standupId, date: toDateColumn(date) } },
    select: { id: true, state: true },
  })

export const isRun = async (db: Db, id: string): Promise<boolean> => (await db.standupRun.count({ where: { id } })) > 0

/** The latest date for which there is a run, whatever became of it. */
export async function latestRunDate(db: Db, standupId: string): Promise<Date | null> {
  const { _max } = await db.standupRun.aggregate({ where: { standupId }, _max: { date: true } })
  return _max.date
}

/** The ids of those that have not closed, the earliest first. */
export async function openRunsOf(db: Db, standupIds: readonly string[]): Promise<string[]> {
  const runs = await db.standupRun.findMany({
    where: { standupId: { in: [...standupIds] }, state: 'open' },
    select: { id: true },
    orderBy: [{ date: 'asc' }, { id: 'asc' }],
  })
  return runs.map((run) => run.id)
}

/** The ids of the closed runs in which these were said and of the latest closed one of their stand-ups, the earliest first. */
export async function closedRunsAround(
  db: Db,
  blockers: readonly { runId: string; standupId: string }[],
): Promise<{ id: string }[]> {
  const runIds = blockers.map(({ runId }) => runId)
  const standupIds = blockers.map(({ standupId }) => standupId)
  return db.$queryRaw`
    SELECT "id" FROM "StandupRun" r
    WHERE "state" = 'closed' AND "standupId" = ANY(${standupIds}) AND ("id" = ANY(${runIds}) OR "date" = (
      SELECT max("date") FROM "StandupRun" l WHERE l."standupId" = r."standupId" AND l."state" = 'closed'))
    ORDER BY "date", "id"`
}

type RunState = { state: 'closed' | 'deleted'; closedAt: Date }

export async function setRunState(db: Db, id: string, state: RunState): Promise<void> {
  await db.standupRun.update({ where: { id }, data: state })
}

export async function setEntries(
  db: Db,
  entries: readonly { id: string }[],
  data: Prisma.StandupEntryUpdateManyMutationInput,
): Promise<void> {
  if (entries.length === 0) return
  await db.standupEntry.updateMany({ where: { id: { in: entries.map((entry) => entry.id) } }, data })
}

const byName = (a: Attendee, b: Attendee): number =>
  a.member.name.localeCompare(b.member.name) || a.member.id.localeCompare(b.member.id)
