import { Temporal } from 'temporal-polyfill'
import { fromDateColumn } from '../../calendar/instant.ts'
import { localDateOf } from '../../calendar/occurrences.ts'
import type { Member } from '../../database/types.ts'
import type { Context } from '../../flow.ts'
import { membersByIds } from '../../people/members.ts'
import { cancel, plan } from '../../timers/plan.ts'
import { type Meeting, nextMeeting, zonesOf } from './rules.ts'
import { latestRunDate } from './store/runs.ts'
import { type Standup, standupById } from './store/standups.ts'

/** Those who take part, the longest first. */
export const peopleOf = (ctx: Context, standup: Standup): Promise<Member[]> =>
  membersByIds(
    ctx.db,
    ctx.workspace.id,
    standup.participants.map((participant) => participant.memberId),
  )

/** When it asks next; a date on which it has been held is not asked again. Null when there is no such day. */
export async function nextMeetingOf(
  ctx: Context,
  standup: Standup,
  people: readonly Member[],
): Promise<Meeting | null> {
  const zones = zonesOf(standup, people)
  const held = await latestRunDate(ctx.db, standup.id)
  const from = latestDate([earliestToday(zones, ctx.now), ...(held ? [fromDateColumn(held).add({ days: 1 })] : [])])
  return nextMeeting(standup, zones, { from, now: ctx.now })
}

/** The same by the stand-up's id; null as well while it is paused or nobody takes part. */
export async function nextTime(ctx: Context, standupId: string): Promise<Meeting | null> {
  const standup = await standupById(ctx.db, ctx.workspace.id, standupId)
  const asks = standup?.state === 'active' && standup.participants.length > 0
  return asks ? nextMeetingOf(ctx, standup, await peopleOf(ctx, standup)) : null
}

/** Promises the next opening; nothing is promised while it is paused or nobody takes part. */
export async function planNext(ctx: Context, standup: Standup): Promise<Meeting | null> {
  const people = await peopleOf(ctx, standup)
  const asks = standup.state === 'active' && people.length > 0
  const next = asks ? await nextMeetingOf(ctx, standup, people) : null
  if (!next) {
    await cancel(ctx, 'standup.open', standup.id)
    return null
  }
  const payload = { date: next.date.toString() }
  await plan(ctx, { kind: 'standup.open', subject: standup.id, at: next.at, about: standup.name, payload })
  return next
}

const earliestToday = (zones: readonly string[], now: Temporal.Instant): Temporal.PlainDate =>
  zones.map((zone) => localDateOf(now, zone)).reduce((a, b) => (Temporal.PlainDate.compare(a, b) <= 0 ? a : b))

const latestDate = (dates: readonly Temporal.PlainDate[]): Temporal.PlainDate =>
  dates.reduce((a, b) => (Temporal.PlainDate.compare(a, b) >= 0 ? a : b))
