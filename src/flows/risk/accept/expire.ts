import { Temporal } from 'temporal-polyfill'
import { record } from '../../../audit/record.ts'
import { fromDateColumn, toDate, toDateColumn } from '../../../calendar/instant.ts'
import type { Context, Due } from '../../../flow.ts'
import { plan } from '../../../timers/plan.ts'
import { riskName } from '../cards/lines.ts'
import { redraw } from '../drawn.ts'
import { moveTo } from '../path/move.ts'
import { expiryOf } from '../rules/acceptance.ts'
import { isOpen } from '../rules/path.ts'
import { changeRisk, lockRisk, type Risk } from '../store/risks.ts'
import { settingsOf } from '../store/settings.ts'
import { watchResidual } from '../watch-residual.ts'
import { type Acceptance, acceptancesBy, changeAcceptance } from './store/acceptances.ts'

const KIND = 'risk.acceptance'

export async function planExpiry(ctx: Context, risk: Risk, { id, expiresOn }: Acceptance): Promise<void> {
  const { timeZone } = await settingsOf(ctx.db, ctx.workspace.id)
  await plan(ctx, { kind: KIND, subject: id, at: expiryOf(expiresOn, timeZone), about: riskName(risk) })
}

/** Dated exactly, however late it is noted. The risk comes back: to be responded to, and to be reviewed at once. */
export async function expireOnTime(ctx: Context, { subject }: Due): Promise<void> {
  const known = await acceptanceOf(ctx, subject)
  const risk = known && (await lockRisk(ctx.db, ctx.workspace.id, known.riskId))
  const acceptance = await acceptanceOf(ctx, subject)
  if (!risk || acceptance?.state !== 'accepted') return
  const { timeZone } = await settingsOf(ctx.db, ctx.workspace.id)
  const at = expiryOf(acceptance.expiresOn, timeZone)
  if (Temporal.Instant.compare(ctx.now, at) < 0) return planExpiry(ctx, risk, acceptance)

  await changeAcceptance(ctx.db, acceptance, { state: 'expired', endedAt: toDate(at) })
  const detail = { acceptance: acceptance.id, expiresOn: acceptance.expiresOn.toString() }
  await record(ctx, { action: 'risk.acceptance-expired', subject: `risk:${risk.id}`, detail })
  if (!isOpen(risk.state)) return
  const back = await comeBack(ctx, risk, acceptance)
  await watchResidual(ctx, back)
  await redraw(ctx, back)
}

async function comeBack(ctx: Context, risk: Risk, { expiresOn }: Acceptance): Promise<Risk> {
  const present = risk.nextReviewOn && fromDateColumn(risk.nextReviewOn)
  const back = expiresOn.add({ days: 1 })
  const reviewOn = present && Temporal.PlainDate.compare(present, back) < 0 ? present : back
  const change = { response: null, nextReviewOn: toDateColumn(reviewOn), reviewToldOn: null, reviewToldId: null }
  return risk.state === 'monitoring' ? moveTo(ctx, risk, 'responding', { change }) : changeRisk(ctx.db, risk, change)
}

async function acceptanceOf(ctx: Context, id: string): Promise<Acceptance | null> {
  return (await acceptancesBy(ctx.db, { id, workspaceId: ctx.workspace.id }))[0] ?? null
}
