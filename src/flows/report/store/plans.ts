import { toDate } from '../../../calendar/instant.ts'
import type { Db } from '../../../database/types.ts'
import type { Asking } from '../../../flow.ts'
import type { Prisma, ReportPlan } from '../../../generated/client.ts'

/** A channel's or a member's. */
export type Target = { channelId: string } | { memberId: string }

export const plansBy = (db: Db, where: Prisma.ReportPlanWhereInput & { workspaceId: string }): Promise<ReportPlan[]> =>
  db.reportPlan.findMany({ where, orderBy: [{ createdAt: 'asc' }, { id: 'asc' }] })

/** Null where it gets the report already. */
export async function addPlan(
  { db, workspace, actor, now }: Asking,
  target: Target & { timeZone: string },
): Promise<ReportPlan | null> {
  const data = { ...target, workspaceId: workspace.id, createdById: actor.id, createdAt: toDate(now) }
  const [made = null] = await db.reportPlan.createManyAndReturn({ data: [data], skipDuplicates: true })
  return made
}

export const removePlan = async (db: Db, id: string): Promise<void> => {
  await db.reportPlan.deleteMany({ where: { id } })
}
