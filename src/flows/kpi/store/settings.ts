import type { Db } from '../../../database/types.ts'
import type { Calendar } from '../rules/period.ts'

/** Until a workspace says otherwise. */
const USUAL: Calendar = { timeZone: 'UTC', workingDays: [1, 2, 3, 4, 5], holidays: null, time: '09:00' }

export async function calendarOf(db: Db, workspaceId: string): Promise<Calendar> {
  const row = await db.kpiSettings.findUnique({ where: { workspaceId } })
  if (!row) return USUAL
  const { timeZone, workingDays, holidays, time } = row
  return { timeZone, workingDays, holidays, time }
}

export async function changeCalendar(db: Db, workspaceId: string, { workingDays, ...rest }: Calendar): Promise<void> {
  const change = { ...rest, workingDays: [...workingDays] }
  await db.kpiSettings.upsert({ where: { workspaceId }, create: { workspaceId, ...change }, update: change })
}

/** Until this transaction ends nobody else changes the calendar or gives out numbers. */
export async function holdSettings(db: Db, workspaceId: string): Promise<void> {
  await db.$executeRaw`INSERT INTO "KpiSettings" ("workspaceId") VALUES (${workspaceId}) ON CONFLICT DO NOTHING`
  await db.$queryRaw`SELECT 1 FROM "KpiSettings" WHERE "workspaceId" = ${workspaceId} FOR UPDATE`
}

/** A new rule's number. */
export async function takeNumber(db: Db, workspaceId: string): Promise<number> {
  await holdSettings(db, workspaceId)
  const { lastRule } = await db.kpiSettings.update({ where: { workspaceId }, data: { lastRule: { increment: 1 } } })
  return lastRule
}
