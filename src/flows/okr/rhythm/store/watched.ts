import { fromDateColumn, toInstant } from '../../../../calendar/instant.ts'
import { localDateOf } from '../../../../calendar/occurrences.ts'
import type { Db, Member } from '../../../../database/types.ts'
import type { OkrTurn } from '../../../../generated/client.ts'
import type { Turn, Watched } from '../../rules/round.ts'
import type { Settings } from '../../store/settings.ts'
import { rhythmOf, type TeamRhythms } from '../rhythm-of.ts'

type Row = {
  id: string
  objectiveId: string
  ownerId: string
  leadId: string
  every: string | null
  day: number | null
  team: string | null
  startsOn: Date
  endsOn: Date
  createdAt: Date
  checkedInAt: Date | null
}
type Around = { rhythms: TeamRhythms; settings: Settings; people: ReadonlyMap<string, Member> }
export type WatchedRow = Watched & { objectiveId: string }

/** The live key results in open cycles that these members own, or whose objectives they own; with their newest turn. */
export async function watchedBy(
  db: Db,
  workspaceId: string,
  memberIds: readonly string[],
): Promise<{ rows: Row[]; turns: Map<string, OkrTurn> }> {
  const ids = [...memberIds]
  const rows = await db.$queryRaw<Row[]>`
    SELECT k."id", k."objectiveId", k."ownerId", o."ownerId" AS "leadId", o."every", o."day", o."team",
      c."startsOn", c."endsOn", k."createdAt",
      (SELECT max("at") FROM "OkrCheckIn" i WHERE i."keyResultId" = k."id") AS "checkedInAt"
    FROM "OkrKeyResult" k JOIN "OkrObjective" o ON o."id" = k."objectiveId" JOIN "OkrCycle" c ON c."id" = o."cycleId"
    WHERE k."workspaceId" = ${workspaceId} AND k."archivedAt" IS NULL AND o."archivedAt" IS NULL AND c."closedAt" IS NULL
      AND (k."ownerId" = ANY(${ids}::text[]) OR o."ownerId" = ANY(${ids}::text[]))
    ORDER BY o."number", k."number"`
  return {
    rows,
    turns: await newestTurns(
      db,
      rows.map(({ id }) => id),
    ),
  }
}

/** By each one's own calendar. */
export function asWatched(rows: readonly Row[], turns: ReadonlyMap<string, OkrTurn>, around: Around): WatchedRow[] {
  return rows.map((row) => {
    const zone = around.people.get(row.ownerId)?.timeZone ?? 'UTC'
    const dateOf = (at: Date) => localDateOf(toInstant(at), zone)
    return {
      ...{ id: row.id, objectiveId: row.objectiveId, ownerId: row.ownerId, leadId: row.leadId },
      rhythm: rhythmOf(row, around.rhythms, around.settings),
      startsOn: fromDateColumn(row.startsOn),
      endsOn: fromDateColumn(row.endsOn),
      createdOn: dateOf(row.createdAt),
      checkedInOn: row.checkedInAt && dateOf(row.checkedInAt),
      turn: turnOf(turns.get(row.id), row),
    }
  })
}

async function newestTurns(db: Db, keyResultIds: readonly string[]): Promise<Map<string, OkrTurn>> {
  if (keyResultIds.length === 0) return new Map()
  const rows = await db.$queryRaw<OkrTurn[]>`
    SELECT newest.* FROM unnest(${[...keyResultIds]}::text[]) AS wanted(id)
    CROSS JOIN LATERAL (
      SELECT * FROM "OkrTurn" WHERE "keyResultId" = wanted.id ORDER BY "dueOn" DESC LIMIT 1
    ) AS newest`
  return new Map(rows.map((row) => [row.keyResultId, row]))
}

/** Whoever has taken the objective over since was told nothing so far. */
function turnOf(row: OkrTurn | undefined, { leadId }: Row): Turn | null {
  if (!row) return null
  const dateOf = (column: Date | null) => column && fromDateColumn(column)
  const { id, askedId, dueOn, openSince, nudgedOn, leadToldOn, escalatedOn } = row
  const toLead = row.leadId === leadId ? { lead: dateOf(leadToldOn), manager: dateOf(escalatedOn) } : {}
  return {
    ...{ id, askedId, leadId: row.leadId, dueOn: fromDateColumn(dueOn), openSince: dateOf(openSince) },
    state: row.state as Turn['state'],
    told: { nudge: dateOf(nudgedOn), ...toLead },
  }
}
