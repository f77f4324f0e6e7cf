import type { Temporal } from 'temporal-polyfill'
import { fromDateColumn, toDateColumn } from '../../../calendar/instant.ts'
import { localDateOf } from '../../../calendar/occurrences.ts'
import type { Db } from '../../../database/types.ts'
import type { OkrCycle } from '../../../generated/client.ts'
import { type CycleDays, usualDate } from '../rules/check-in-date.ts'

export type Cycle = OkrCycle

export const cyclesOf = (db: Db, workspaceId: string): Promise<Cycle[]> =>
  db.okrCycle.findMany({ where: { workspaceId }, orderBy: [{ startsOn: 'desc' }, { name: 'asc' }] })

export const cycleById = (db: Db, workspaceId: string, id: string): Promise<Cycle | null> =>
  db.okrCycle.findFirst({ where: { id, workspaceId } })

/** By its name, whatever its case and width. */
export const cycleNamed = (db: Db, workspaceId: string, name: string): Promise<Cycle | null> =>
  db.okrCycle.findUnique({ where: { workspaceId_key: { workspaceId, key: keyOf(name) } } })

export const keyOf = (name: string): string => name.normalize('NFKC').trim().toLowerCase()

/** The open one in which today falls, else the next to begin, else the last that has ended; null without an open one. */
export async function presentCycle(db: Db, workspaceId: string, now: Temporal.Instant): Promise<Cycle | null> {
  const open = (await cyclesOf(db, workspaceId)).filter(({ closedAt }) => closedAt === null)
  const today = (cycle: Cycle) => toDateColumn(localDateOf(now, cycle.timeZone))
  const running = open.find((cycle) => cycle.startsOn <= today(cycle) && today(cycle) <= cycle.endsOn)
  return running ?? open.findLast((cycle) => cycle.startsOn > today(cycle)) ?? open[0] ?? null
}

/** Until this transaction ends it is neither closed nor opened again; null when there is none. */
export async function holdCycle(db: Db, workspaceId: string, id: string): Promise<Cycle | null> {
  await db.$queryRaw`SELECT 1 FROM "OkrCycle" WHERE "id" = ${id} AND "workspaceId" = ${workspaceId} FOR SHARE`
  return cycleById(db, workspaceId, id)
}

/** Its local dates, both included. */
export const spanOf = ({ startsOn, endsOn }: Cycle): { startsOn: Temporal.PlainDate; endsOn: Temporal.PlainDate } => ({
  startsOn: fromDateColumn(startsOn),
  endsOn: fromDateColumn(endsOn),
})

/** Which day it is in the cycle's zone. */
export const todayIn = (cycle: Cycle, now: Temporal.Instant): Temporal.PlainDate => localDateOf(now, cycle.timeZone)

/** The date for which something said now counts: today in the cycle's zone, but not after its last day. */
export const dateFor = (cycle: Cycle, now: Temporal.Instant): Temporal.PlainDate => usualDate(daysOf(cycle, now))

export const daysOf = (cycle: Cycle, now: Temporal.Instant): CycleDays => ({
  ...spanOf(cycle),
  today: todayIn(cycle, now),
})
