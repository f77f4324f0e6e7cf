import type { Db } from '../../database/types.ts'
import type { Prisma, Alert as Row } from '../../generated/client.ts'
import type { Level } from '../rules/levels.ts'

export type Alert = Omit<Row, 'severity' | 'state'> & {
  severity: Level
  state: 'open' | 'acknowledged' | 'resolved'
}

/** What fires, and what it is about. */
export type Which = { rule: string; subject: string }

export const isOver = ({ state }: Pick<Alert, 'state'>): boolean => state === 'resolved'

/** The newest alert of each of these, by `keyOf`; whoever needs them to stay as they are holds the alerts. */
export async function newestOf(db: Db, workspaceId: string, which: readonly Which[]): Promise<Map<string, Alert>> {
  const [rules, subjects] = [which.map(({ rule }) => rule), which.map(({ subject }) => subject)]
  const found = await db.$queryRaw<{ id: string }[]>`
    SELECT newest."id" FROM unnest(${rules}::text[], ${subjects}::text[]) AS meant("rule", "subject")
    CROSS JOIN LATERAL (SELECT "id" FROM "Alert" a WHERE a."workspaceId" = ${workspaceId} AND a."rule" = meant."rule"
      AND a."subject" = meant."subject" ORDER BY a."number" DESC LIMIT 1) AS newest`
  const alerts = await alertsByIds(
    db,
    workspaceId,
    found.map(({ id }) => id),
  )
  return new Map(alerts.map((alert) => [keyOf(alert), alert]))
}

export const keyOf = ({ rule, subject }: Which): string => `${rule} ${subject}`

/** In the order of their numbers. */
export const alertsByIds = (db: Db, workspaceId: string, ids: readonly string[]): Promise<Alert[]> =>
  alertsBy(db, { workspaceId, id: { in: [...ids] } })

export async function alertsBy(db: Db, where: Prisma.AlertWhereInput): Promise<Alert[]> {
  return (await db.alert.findMany({ where, orderBy: { number: 'asc' } })).map(whole)
}

export async function alertByNumber(db: Db, workspaceId: string, number: number): Promise<Alert | null> {
  const row = await db.alert.findUnique({ where: { workspaceId_number: { workspaceId, number } } })
  return row && whole(row)
}

/** All about one thing, the oldest first. */
export const alertsAbout = (db: Db, workspaceId: string, subject: string): Promise<Alert[]> =>
  alertsBy(db, { workspaceId, subject })

export const createAlerts = async (db: Db, data: readonly Prisma.AlertCreateManyInput[]): Promise<Alert[]> =>
  (await db.alert.createManyAndReturn({ data: [...data] })).map(whole).toSorted((a, b) => a.number - b.number)

export async function changeAlert(
  db: Db,
  { id }: Pick<Alert, 'id'>,
  data: Prisma.AlertUncheckedUpdateInput & { state?: Alert['state']; severity?: Level },
): Promise<Alert> {
  return whole(await db.alert.update({ where: { id }, data }))
}

const whole = (row: Row): Alert => ({ ...row, severity: row.severity as Level, state: row.state as Alert['state'] })
