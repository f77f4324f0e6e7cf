import type { Context } from '../../../flow.ts'
import type { Terms } from '../rules/ledger.ts'
import { type ClockKind, targetOf } from '../rules/targets.ts'
import type { Complaint } from '../store/complaints.ts'
import { settingsOf } from '../store/settings.ts'
import { targetsOf } from './store/targets.ts'

/** What a clock of this complaint gets that starts or changes now. */
export async function presentTerms(ctx: Context, complaint: Complaint): Promise<(kind: ClockKind) => Terms> {
  const chosen = await targetsOf(ctx.db, ctx.workspace.id)
  const { calendar } = await settingsOf(ctx.db, ctx.workspace.id)
  return (kind) => {
    const target = targetOf(chosen, { kind, severity: complaint.severity, type: complaint.type })
    return { ...target, calendar: target.time === 'working' ? calendar : null }
  }
}
