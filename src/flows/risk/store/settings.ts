import type { Db } from '../../../database/types.ts'
import type { RiskSettings } from '../../../generated/client.ts'

export type Settings = Omit<RiskSettings, 'workspaceId' | 'lastRisk' | 'lastAction'>

/** Until a workspace says otherwise. */
const USUAL: Settings = {
  ...{ timeZone: 'UTC', workingDays: [1, 2, 3, 4, 5], holidays: null },
  ...{ reviewLow: 'year', reviewModerate: 'quarter', reviewHigh: 'month', reviewCritical: 'week' },
  ...{ policyId: null, channelId: null, likelihoodWords: [], impactWords: [] },
}
/** The categories that are there from the start, with the highest residual score that is within appetite. */
const FIRST_CATEGORIES = [
  { key: 'legal', appetite: 4 },
  { key: 'operational', appetite: 9 },
  { key: 'market', appetite: 9 },
] as const

export async function settingsOf(db: Db, workspaceId: string): Promise<Settings> {
  const row = await db.riskSettings.findUnique({ where: { workspaceId } })
  if (!row) return USUAL
  const { workspaceId: _, lastRisk: __, lastAction: ___, ...settings } = row
  return settings
}

export async function changeSettings(db: Db, workspaceId: string, change: Partial<Settings>): Promise<void> {
  await holdRegister(db, workspaceId)
  await db.riskSettings.update({ where: { workspaceId }, data: change })
}

/** Until this transaction ends nobody else changes settings and categories, or gives out numbers. The first one finds the first categories. */
export async function holdRegister(db: Db, workspaceId: string): Promise<void> {
  const isFirst = (await db.riskSettings.createMany({ data: [{ workspaceId }], skipDuplicates: true })).count === 1
  await db.$queryRaw`SELECT 1 FROM "RiskSettings" WHERE "workspaceId" = ${workspaceId} FOR UPDATE`
  if (isFirst) await db.riskCategory.createMany({ data: FIRST_CATEGORIES.map((one) => ({ workspaceId, ...one })) })
}

/** The first of so many new numbers; two who ask at once wait for each other. */
export async function takeNumbers(
  db: Db,
  workspaceId: string,
  { of, count = 1 }: { of: 'risk' | 'action'; count?: number },
): Promise<number> {
  await holdRegister(db, workspaceId)
  const column = of === 'risk' ? 'lastRisk' : 'lastAction'
  const after = await db.riskSettings.update({ where: { workspaceId }, data: { [column]: { increment: count } } })
  return after[column] - count + 1
}
