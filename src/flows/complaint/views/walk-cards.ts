import type { Opening } from '../../../escalation/open.ts'
import { recard } from '../../../escalation/recard.ts'
import type { Context } from '../../../flow.ts'
import { calling } from '../after/unsatisfied.ts'
import { lateCard } from '../clocks/cards/late-card.ts'
import { clocksOfOne } from '../clocks/store/clocks.ts'
import { everyWalkAbout, WORRIES } from '../path/store/escalations.ts'
import type { Complaint } from '../store/complaints.ts'
import { settingsOf } from '../store/settings.ts'

/** Wherever it was escalated to, a channel perhaps, there stands what may be read there now. */
export async function redrawWalks(ctx: Context, complaint: Complaint): Promise<void> {
  for (const { flow, subject } of await everyWalkAbout(ctx.db, complaint, WORRIES)) {
    const card = await cardFor(ctx, complaint, subject)
    if (card) await recard(ctx, { flow, subject }, card)
  }
}

async function cardFor(ctx: Context, complaint: Complaint, subject: string): Promise<Opening['card'] | null> {
  const [, worry, nth] = subject.split('/')
  const round = Number(nth)
  if (worry === 'unsatisfied') {
    const which = { complaintId: complaint.id, round }
    const survey = await ctx.db.complaintSurvey.findUnique({ where: { complaintId_round: which } })
    return (locale) => calling(complaint, { score: survey?.score ?? 1, note: survey?.note ?? null }, locale)
  }
  const clock = (await clocksOfOne(ctx.db, complaint)).find((one) => one.kind === worry && one.round === round)
  if (!clock) return null
  const { timeZone } = (await settingsOf(ctx.db, ctx.workspace.id)).calendar
  return (locale) => lateCard({ complaint, clock, now: ctx.now }, { locale, timeZone })
}
