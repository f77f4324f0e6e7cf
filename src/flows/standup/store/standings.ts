import type { Db, Member } from '../../../database/types.ts'
import type { Entry, Run } from './runs.ts'

/** Where somebody stands in a run, without what they answered. */
export type Standing = { entry: Pick<Entry, 'state' | 'note'>; member: Pick<Member, 'name'> }
export type LatestRun = Pick<Run, 'id' | 'date' | 'state'>

/** The latest run that took place. */
export const latestRunOf = (db: Db, standupId: string): Promise<LatestRun | null> =>
  db.standupRun.findFirst({
    where: { standupId, state: { in: ['open', 'closed'] } },
    select: { id: true, date: true, state: true },
    orderBy: { date: 'desc' },
  })

/** Everybody in a run by name, in one round trip: this is what `/standup status` asks for. */
export async function standingsIn(db: Db, runId: string): Promise<Standing[]> {
  const rows = await db.$queryRaw<(Standing['entry'] & Standing['member'])[]>`
    SELECT e."state", e."note", m."name" FROM "StandupEntry" e JOIN "Member" m ON m."id" = e."memberId"
    WHERE e."runId" = ${runId} ORDER BY m."name", m."id"`
  return rows.map(({ name, ...entry }) => ({ entry, member: { name } }))
}
