import { Temporal } from 'temporal-polyfill'
import { z } from 'zod'
import { fromDateColumn } from '../../calendar/instant.ts'
import { localDateOf } from '../../calendar/occurrences.ts'
import type { Member } from '../../database/types.ts'
import type { Context } from '../../flow.ts'
import { membersByIds } from '../../people/members.ts'
import { cancel, payloadOf, plan } from '../../timers/plan.ts'
import { type Meeting, nextMeeting, openingOn, zonesOf } from './rules.ts'
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
  await planOpening(ctx, standup, next)
  return next
}

/** The date that is planned stays when somebody's zone changes; its opening moves, and one that has come is now. */
export async function moveOpening(ctx: Context, standup: Standup): Promise<void> {
  const planned = await payloadOf(ctx, 'standup.open', standup.id)
  if (!planned) return
  const { date } = Opening.parse(planned)
  const zones = zonesOf(standup, await peopleOf(ctx, standup))
  await planOpening(ctx, standup, { date, at: openingOn(standup, zones, date) })
}

/** What the promise of an opening carries. */
export const Opening = z.object({ date: z.iso.date().transform((date) => Temporal.PlainDate.from(date)) })

const planOpening = (ctx: Context, standup: Standup, { date, at }: Meeting): Promise<void> =>
  plan(ctx, {
    kind: 'standup.open',
    subject: standup.id,
    at,
    about: standup.name,
    payload: { date: date.toString() },
  })

const earliestToday = (zones: readonly string[], now: Temporal.Instant): Temporal.PlainDate =>
  zones.map((zone) => localDateOf(now, zone)).reduce((a, b) => (Temporal.PlainDate.compare(a, b) <= 0 ? a : b))

const latestDate = (dates: readonly Temporal.PlainDate[]): Temporal.PlainDate =>
  dates.reduce((a, b) => (Temporal.PlainDate.compare(a, b) >= 0 ? a : b))
