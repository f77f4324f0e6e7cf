import type { Db } from '../../../../database/types.ts'
import type { Severity, Type } from '../../rules/classes.ts'
import type { Case, Chosen, ClockKind, Target } from '../../rules/targets.ts'

/** What this workspace has chosen, by severity, those for all types first. */
export async function targetsOf(db: Db, workspaceId: string): Promise<Chosen[]> {
  const rows = await db.complaintTarget.findMany({
    where: { workspaceId },
    orderBy: [{ severity: 'asc' }, { type: 'asc' }],
  })
  return rows.map(({ kind, severity, type, minutes, time }) => ({
    kind: kind as ClockKind,
    severity: severity as Severity,
    type: type === '' ? null : (type as Type),
    minutes,
    time: time as Target['time'],
  }))
}

/** Null takes the choice back. */
export async function chooseTarget(
  db: Db,
  workspaceId: string,
  { kind, severity, type, target }: Case & { target: Target | null },
): Promise<void> {
  const which = { workspaceId, kind, severity, type: type ?? '' }
  if (!target) await db.complaintTarget.deleteMany({ where: which })
  else {
    const where = { workspaceId_kind_severity_type: which }
    await db.complaintTarget.upsert({ where, create: { ...which, ...target }, update: target })
  }
}
