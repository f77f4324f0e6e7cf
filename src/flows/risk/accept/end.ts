import { record } from '../../../audit/record.ts'
import { toDate } from '../../../calendar/instant.ts'
import type { Context } from '../../../flow.ts'
import { cancel } from '../../../timers/plan.ts'
import type { Acting } from '../acting.ts'
import { moveTo } from '../path/move.ts'
import { covers, needsDecision } from '../rules/acceptance.ts'
import type { Grade } from '../rules/grade.ts'
import { changeRisk, type Risk } from '../store/risks.ts'
import { acceptWords } from './messages/accept.ts'
import { closeQuestions } from './questions.ts'
import { type Acceptance, changeAcceptance, liveOf } from './store/acceptances.ts'

/** It does not count any more, whether it was decided or not; the caller holds the risk. */
export async function withdraw(ctx: Context, risk: Risk, acceptance: Acceptance): Promise<void> {
  const ended = await changeAcceptance(ctx.db, acceptance, { state: 'withdrawn', endedAt: toDate(ctx.now) })
  await cancel(ctx, 'risk.acceptance', acceptance.id)
  const detail = { acceptance: acceptance.id, was: acceptance.state }
  await record(ctx, { action: 'risk.acceptance-withdrawn', subject: `risk:${risk.id}`, detail })
  if (acceptance.state !== 'proposed') return
  await closeQuestions(ctx, { risk, acceptance: ended }, (locale) => acceptWords[locale].over.withdrawn)
}

export async function withdrawAll(ctx: Context, risk: Risk): Promise<void> {
  for (const acceptance of await liveOf(ctx.db, risk.id)) await withdraw(ctx, risk, acceptance)
}

/**
 * It is another grade than before. A proposal was about the grade that it had; what was accepted covers its level and
 * those below. What nobody has accepted as it is now has to be responded to again.
 */
export async function outgrow(ctx: Acting, risk: Risk, grade: Grade): Promise<Risk> {
  let isCovered = !needsDecision(grade)
  for (const one of await liveOf(ctx.db, risk.id)) {
    if (one.state === 'accepted' && covers(one, grade)) isCovered = true
    else if (one.state === 'accepted' || one.likelihood !== grade.likelihood || one.impact !== grade.impact)
      await withdraw(ctx, risk, one)
  }
  if (isCovered || risk.response !== 'accept') return risk
  return risk.state === 'monitoring'
    ? moveTo(ctx, risk, 'responding', { change: { response: null } })
    : changeRisk(ctx.db, risk, { response: null })
}
