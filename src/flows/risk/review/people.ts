import { Temporal } from 'temporal-polyfill'
import { fromDateColumn, toDateColumn } from '../../../calendar/instant.ts'
import { localDateOf, nextOccurrence } from '../../../calendar/occurrences.ts'
import { nearestLocale } from '../../../chat/locale.ts'
import type { Member } from '../../../database/types.ts'
import type { Context, Upcoming } from '../../../flow.ts'
import { cancel } from '../../../timers/plan.ts'
import { askAgain } from '../accept/ask-again.ts'
import { actionName } from '../cards/action-line.ts'
import { riskName } from '../cards/lines.ts'
import { actionsBy } from '../store/actions.ts'
import { risksBy } from '../store/risks.ts'
import { settingsOf } from '../store/settings.ts'
import { roundWords } from './messages/round.ts'
import { settleOverdue } from './overdue.ts'
import { ensureRounds, MORNING, planRounds } from './plan-round.ts'

/** What they had has gone to others already: nothing is asked of them any more, and of those others from now on. */
export async function forget(ctx: Context, { id }: Member): Promise<void> {
  await cancel(ctx, 'risk.round', id)
  await settleOverdue(ctx, [id])
  await ensureRounds(ctx)
  await askAgain(ctx)
}

/** Their zone or working days are others than before: so is their next round. */
export async function memberChanged(ctx: Context, member: Member): Promise<void> {
  const pending = { kind: 'risk.round', subject: member.id, firedAt: null, cancelledAt: null }
  if ((await ctx.db.timer.count({ where: { workspaceId: ctx.workspace.id, ...pending } })) > 0)
    await planRounds(ctx, [member])
}

/** Whoever has something to be asked about and no round to come gets one; what nobody can decide any more is asked anew. */
export const repair = async (ctx: Context): Promise<number> => (await ensureRounds(ctx)) + (await askAgain(ctx))

/** The reviews and actions of this member that will be due, at the mornings on which they will be asked. */
export async function upcoming(ctx: Context, member: Member, until: Temporal.Instant): Promise<Upcoming[]> {
  const { db, workspace, now } = ctx
  const words = roundWords[nearestLocale(member.locale)]
  const today = localDateOf(now, member.timeZone)
  const span = { gte: toDateColumn(today), lte: toDateColumn(localDateOf(until, member.timeZone)) }
  const own = { workspaceId: workspace.id, ownerId: member.id }
  const reviews = await risksBy(db, { ...own, state: { not: 'closed' }, nextReviewOn: span })
  const actions = await actionsBy(db, { ...own, state: 'open', dueOn: span })
  const { holidays } = await settingsOf(db, workspace.id)
  const { timeZone, workingDays: days } = member
  const found = [
    ...reviews.map((risk) => ({ on: risk.nextReviewOn, what: words.upcomingReview(riskName(risk)) })),
    ...actions.map((action) => ({ on: action.dueOn, what: words.upcomingAction(actionName(action)) })),
  ].flatMap(({ on, what }) => {
    const dawn = on && fromDateColumn(on).toZonedDateTime({ timeZone }).toInstant().subtract({ milliseconds: 1 })
    const from = dawn && Temporal.Instant.compare(dawn, now) > 0 ? dawn : now
    const next = nextOccurrence({ timeZone, time: MORNING, days, holidays }, from)
    return next && Temporal.Instant.compare(next.at, until) <= 0 ? { at: next.at, what } : []
  })
  return found.toSorted((one, other) => Temporal.Instant.compare(one.at, other.at))
}
