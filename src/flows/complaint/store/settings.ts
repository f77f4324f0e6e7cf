import type { WorkingHours } from '../../../calendar/working-time.ts'
import type { Locale } from '../../../chat/locale.ts'
import type { Db } from '../../../database/types.ts'

export type Settings = {
  triageChannelId: string | null
  dutyOwnerId: string | null
  calendar: WorkingHours
  companyName: string | null
  customerLocale: Locale
  policyId: string | null
}

/** Until a workspace says when work is done. */
const USUAL_CALENDAR: WorkingHours = {
  timeZone: 'UTC',
  days: [1, 2, 3, 4, 5],
  spans: [{ start: '09:00', end: '18:00' }],
  holidays: null,
}

const USUAL: Settings = {
  triageChannelId: null,
  dutyOwnerId: null,
  calendar: USUAL_CALENDAR,
  companyName: null,
  customerLocale: 'en',
  policyId: null,
}

export async function settingsOf(db: Db, workspaceId: string): Promise<Settings> {
  const row = await db.complaintSettings.findUnique({ where: { workspaceId } })
  if (!row) return USUAL
  return { ...row, calendar: row.calendar as unknown as WorkingHours, customerLocale: row.customerLocale as Locale }
}

export async function changeSettings(db: Db, workspaceId: string, change: Partial<Settings>): Promise<void> {
  const create = { workspaceId, calendar: USUAL_CALENDAR, ...change }
  await db.complaintSettings.upsert({ where: { workspaceId }, create, update: change })
}

/** The next complaint's number; two that are filed at once wait for each other. */
export async function takeNumber(db: Db, workspaceId: string): Promise<number> {
  const [row] = await db.$queryRaw<{ lastNumber: number }[]>`
    INSERT INTO "ComplaintSettings" ("workspaceId", "calendar", "lastNumber")
    VALUES (${workspaceId}, ${JSON.stringify(USUAL_CALENDAR)}::jsonb, 1)
    ON CONFLICT ("workspaceId") DO UPDATE SET "lastNumber" = "ComplaintSettings"."lastNumber" + 1
    RETURNING "lastNumber"`
  if (!row) throw new Error('No number was given')
  return row.lastNumber
}
