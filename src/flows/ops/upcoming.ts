import type { Temporal } from 'temporal-polyfill'
import { type Asking, type Reply, show, type Upcoming } from '../../flow.ts'
import { leaveOf, presentOrNextAbsence } from '../../people/absences.ts'
import { memberZoneToday } from '../../people/members.ts'
import { upcomingCard } from './cards/upcoming.ts'
import type { Days } from './rules/leave.ts'

const AHEAD_DAYS = 14

/** What will be asked of the asker from now until the end of the fourteenth day, in every flow. */
export async function showUpcoming(ctx: Asking): Promise<Reply> {
  const today = memberZoneToday(ctx.actor, ctx.now)
  const prompts = await promptsDuring(ctx, { from: today, to: today.add({ days: AHEAD_DAYS }) })
  const absence = await presentOrNextAbsence(ctx.db, ctx.actor, today)
  const leave = absence ? leaveOf(absence) : null
  return show(upcomingCard(ctx.locale, { timeZone: ctx.actor.timeZone, days: AHEAD_DAYS, prompts, leave }))
}

/** What flows will ask of the asker on these local dates, earliest first; what is over by now is not among it. */
export async function promptsDuring(ctx: Asking, { from, to }: Days): Promise<Upcoming[]> {
  const start = startOf(ctx, from).epochMilliseconds
  const end = startOf(ctx, to.add({ days: 1 }))
  const asked: Upcoming[] = []
  for (const flow of ctx.flows) asked.push(...((await flow.upcoming?.(ctx, ctx.actor, end)) ?? []))
  return asked
    .filter(({ at }) => at.epochMilliseconds >= start && at.epochMilliseconds < end.epochMilliseconds)
    .sort((one, other) => one.at.epochMilliseconds - other.at.epochMilliseconds)
}

const startOf = (ctx: Asking, date: Temporal.PlainDate): Temporal.Instant =>
  date.toZonedDateTime(ctx.actor.timeZone).toInstant()
