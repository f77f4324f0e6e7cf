import type { Db } from '../../database/types.ts'
import type { AlertSettings } from '../../generated/client.ts'
import type { Level } from '../rules/levels.ts'

export type Settings = Omit<AlertSettings, 'workspaceId' | 'lastAlert'>

/** Until a workspace says otherwise. */
const USUAL: Settings = {
  channelId: null,
  stormAfter: 10,
  lowPolicyId: null,
  moderatePolicyId: null,
  highPolicyId: null,
  criticalPolicyId: null,
}

export async function settingsOf(db: Db, workspaceId: string): Promise<Settings> {
  const row = await db.alertSettings.findUnique({ where: { workspaceId } })
  if (!row) return USUAL
  const { workspaceId: _, lastAlert: __, ...settings } = row
  return settings
}

export const policyIdFor = (settings: Settings, severity: Level): string | null => settings[`${severity}PolicyId`]

export async function changeSettings(db: Db, workspaceId: string, change: Partial<Settings>): Promise<void> {
  await db.alertSettings.upsert({ where: { workspaceId }, create: { workspaceId, ...change }, update: change })
}

/** Until this transaction ends nobody else opens or ends an alert in this workspace, or changes how they are told. */
export async function holdAlerts(db: Db, workspaceId: string): Promise<void> {
  await db.$executeRaw`INSERT INTO "AlertSettings" ("workspaceId") VALUES (${workspaceId}) ON CONFLICT DO NOTHING`
  await db.$queryRaw`SELECT 1 FROM "AlertSettings" WHERE "workspaceId" = ${workspaceId} FOR UPDATE`
}

/** The first of so many new numbers; the caller holds the alerts. */
export async function takeNumbers(db: Db, workspaceId: string, count: number): Promise<number> {
  const { lastAlert } = await db.alertSettings.update({
    where: { workspaceId },
    data: { lastAlert: { increment: count } },
  })
  return lastAlert - count + 1
}
