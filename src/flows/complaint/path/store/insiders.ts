import type { Temporal } from 'temporal-polyfill'
import { fromDateColumn, toDateColumn } from '../../../../calendar/instant.ts'
import type { Absence, Db } from '../../../../database/types.ts'
import { standInFor } from '../../../../people/chain.ts'
import type { Seen } from '../../sight.ts'

type Person = { id: string; managerId: string | null; backupId: string | null; timeZone: string }
/** The owners and everybody above and behind them; the backup of whoever is away is that absence's. */
export type Around = { people: ReadonlyMap<string, Person>; away: ReadonlySet<string> }

export async function aroundOwners(
  db: Db,
  complaints: readonly Seen[],
  now: Temporal.Instant | undefined,
): Promise<Around> {
  const ownerIds = [...new Set(complaints.map(({ ownerId }) => ownerId))]
  const rows = await db.$queryRaw<Person[]>`
    WITH RECURSIVE around AS (
      SELECT "id", "managerId", "backupId", "timeZone" FROM "Member" WHERE "id" = ANY(${ownerIds})
      UNION
      SELECT m."id", m."managerId", m."backupId", m."timeZone" FROM "Member" m
      JOIN around a ON m."id" IN (a."managerId", a."backupId")
    ) SELECT * FROM around`
  const absences = now ? await absencesOf(db, rows, now) : new Map<string, Absence>()
  const people = rows.map((row) => ({ ...row, backupId: absences.get(row.id)?.backupId ?? row.backupId }))
  return { people: new Map(people.map((person) => [person.id, person])), away: new Set(absences.keys()) }
}

/** Whoever stands in for its owner today; null while the owner is here or nobody can. */
export async function standInOf(db: Db, complaint: Seen, now: Temporal.Instant): Promise<string | null> {
  return standInAmong(complaint.ownerId, await aroundOwners(db, [complaint], now))
}

export function standInAmong(ownerId: string, { people, away }: Around): string | null {
  const owner = people.get(ownerId)
  if (!owner || !away.has(ownerId)) return null
  return standInFor(owner, people, ({ id }) => !away.has(id))?.id ?? null
}

/** Who was told by the walks about each complaint. */
export async function toldByEscalations(db: Db, complaints: readonly Seen[]): Promise<Map<string, string[]>> {
  const workspaceId = complaints[0]?.workspaceId ?? ''
  const ids = complaints.map(({ id }) => id)
  const rows = await db.$queryRaw<{ id: string; memberId: string }[]>`
    SELECT DISTINCT split_part(e."subject", '/', 1) AS "id", n."memberId"
    FROM "Escalation" e JOIN "EscalationNotice" n ON n."escalationId" = e."id"
    WHERE e."workspaceId" = ${workspaceId} AND e."flow" = 'complaint' AND split_part(e."subject", '/', 1) = ANY(${ids})
      AND n."outcome" = 'told' AND n."memberId" IS NOT NULL`
  return byComplaint(rows)
}

export async function askedToApprove(db: Db, complaints: readonly Seen[]): Promise<Map<string, string[]>> {
  const ids = complaints.map(({ id }) => id)
  const rows = await db.complaintProposal.findMany({ where: { complaintId: { in: ids }, approverId: { not: null } } })
  return byComplaint(rows.map(({ complaintId, approverId }) => ({ id: complaintId, memberId: approverId ?? '' })))
}

function byComplaint(rows: readonly { id: string; memberId: string }[]): Map<string, string[]> {
  const found = new Map<string, string[]>()
  for (const { id, memberId } of rows) found.set(id, [...(found.get(id) ?? []), memberId])
  return found
}

/** By the local date of each; dates differ from the one in UTC by a day at most. */
async function absencesOf(db: Db, people: readonly Person[], now: Temporal.Instant): Promise<Map<string, Absence>> {
  const today = now.toZonedDateTimeISO('UTC').toPlainDate()
  const around = await db.absence.findMany({
    where: {
      memberId: { in: people.map(({ id }) => id) },
      fromDate: { lte: toDateColumn(today.add({ days: 1 })) },
      toDate: { gte: toDateColumn(today.subtract({ days: 1 })) },
    },
  })
  const zones = new Map(people.map(({ id, timeZone }) => [id, timeZone]))
  const present = around.filter((absence) => {
    const local = now.toZonedDateTimeISO(zones.get(absence.memberId) ?? 'UTC').toPlainDate()
    const [from, to] = [fromDateColumn(absence.fromDate), fromDateColumn(absence.toDate)]
    return from.until(local).days >= 0 && local.until(to).days >= 0
  })
  return new Map(present.map((absence) => [absence.memberId, absence]))
}
