import { nearestLocale } from '../../chat/locale.ts'
import { noteCard } from '../../chat/note-card.ts'
import type { Channel, Member } from '../../database/types.ts'
import type { Context } from '../../flow.ts'
import { say } from '../../outbox/say.ts'
import { isColleague, memberById } from '../../people/members.ts'
import { cancel } from '../../timers/plan.ts'
import { mondayWords } from './messages/mondays.ts'
import { planMonday, TIMER } from './on-mondays.ts'
import { plansBy, removePlan } from './store/plans.ts'

/** Their Monday begins when it does where they are now. */
export async function memberChanged(ctx: Context, { id, timeZone }: Member): Promise<void> {
  const [planned] = await plansBy(ctx.db, { workspaceId: ctx.workspace.id, memberId: id })
  if (!planned || planned.timeZone === timeZone) return
  await planMonday(ctx, await ctx.db.reportPlan.update({ where: { id: planned.id }, data: { timeZone } }))
}

export async function memberLeft(ctx: Context, { id }: Member): Promise<void> {
  const [planned] = await plansBy(ctx.db, { workspaceId: ctx.workspace.id, memberId: id })
  if (planned) await forget(ctx, planned.id)
}

/** Whoever had it posted there hears that it no longer is. */
export async function channelClosed(ctx: Context, { id, name }: Channel): Promise<void> {
  const [planned] = await plansBy(ctx.db, { workspaceId: ctx.workspace.id, channelId: id })
  if (!planned) return
  await forget(ctx, planned.id)
  const asker = await memberById(ctx.db, ctx.workspace.id, planned.createdById)
  if (!asker || !isColleague(asker)) return
  const locale = nearestLocale(asker.locale)
  const words = mondayWords[locale]
  await say(ctx, {
    key: `report/closed/${planned.id}`,
    to: { person: asker.id },
    card: noteCard(locale, words.closed(name.replace(/^#/, '')), { tone: 'warning', hints: [words.hint] }),
  })
}

export async function forget(ctx: Context, planId: string): Promise<void> {
  await removePlan(ctx.db, planId)
  await cancel(ctx, TIMER, planId)
}
