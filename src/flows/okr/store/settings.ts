import type { Db } from '../../../database/types.ts'
import type { OkrSettings } from '../../../generated/client.ts'
import type { Rhythm } from '../rules/rhythm.ts'

export type Settings = Omit<
  OkrSettings,
  'workspaceId' | 'every' | 'whenAway' | 'digestedFor' | 'lastObjective' | 'lastKeyResult'
> & {
  every: Rhythm['every']
  whenAway: 'wait' | 'backup'
}

/** Until a workspace says otherwise. */
const USUAL: Settings = {
  fiscalStart: 1,
  timeZone: 'UTC',
  workingDays: [1, 2, 3, 4, 5],
  holidays: null,
  every: 'week',
  day: 1,
  time: '09:00',
  freshDays: 3,
  nudgeAfter: 2,
  leadAfter: 4,
  managerAfter: 6,
  policyId: null,
  whenAway: 'wait',
  digestChannelId: null,
}

export async function settingsOf(db: Db, workspaceId: string): Promise<Settings> {
  const row = await db.okrSettings.findUnique({ where: { workspaceId } })
  if (!row) return USUAL
  const { workspaceId: _, digestedFor: __, lastObjective: ___, lastKeyResult: ____, ...settings } = row
  return settings as Settings
}

export async function changeSettings(db: Db, workspaceId: string, change: Partial<Settings>): Promise<void> {
  await db.okrSettings.upsert({ where: { workspaceId }, create: { workspaceId, ...change }, update: change })
}

/** Until this transaction ends nobody else changes settings, cycles, or gives out numbers. */
export async function holdSettings(db: Db, workspaceId: string): Promise<void> {
  await db.$executeRaw`INSERT INTO "OkrSettings" ("workspaceId") VALUES (${workspaceId}) ON CONFLICT DO NOTHING`
  await db.$queryRaw`SELECT 1 FROM "OkrSettings" WHERE "workspaceId" = ${workspaceId} FOR UPDATE`
}

/** The first of so many new numbers; two who ask at once wait for each other. */
export async function takeNumbers(
  db: Db,
  workspaceId: string,
  { of, count = 1 }: { of: 'objective' | 'key-result'; count?: number },
): Promise<number> {
  await holdSettings(db, workspaceId)
  const column = of === 'objective' ? 'lastObjective' : 'lastKeyResult'
  const after = await db.okrSettings.update({ where: { workspaceId }, data: { [column]: { increment: count } } })
  return after[column] - count + 1
}
