import type { Temporal } from 'temporal-polyfill'
import type { Context, Due } from '../../flow.ts'
import { beginRun } from './begin-run.ts'
import { Opening, peopleOf, planNext } from './meetings.ts'
import { recordOutage } from './outage.ts'
import { isOver, meetingsCome, zonesOf } from './rules.ts'
import { runOn } from './store/runs.ts'
import { lockStandup, type Standup } from './store/standups.ts'

/** The time has come, or came while nobody was here: today is asked now, days that are over were missed by the bot. */
export async function openOnTime(ctx: Context, timer: Due): Promise<void> {
  const standup = await lockStandup(ctx.db, ctx.workspace.id, timer.subject)
  if (standup?.state !== 'active') return

  const people = await peopleOf(ctx, standup)
  const zones = zonesOf(standup, people)
  const { date: from } = Opening.parse(timer.payload)
  const dates = await notHeld(ctx, standup, meetingsCome(standup, zones, { from, now: ctx.now }))
  const over = dates.filter((date) => isOver(standup, zones, { date, now: ctx.now }))
  await recordOutage(ctx, standup, over)
  for (const date of dates.slice(over.length)) await beginRun(ctx, standup, { date, people })
  await planNext(ctx, standup)
}

async function notHeld(
  ctx: Context,
  standup: Standup,
  dates: readonly Temporal.PlainDate[],
): Promise<Temporal.PlainDate[]> {
  const free: Temporal.PlainDate[] = []
  for (const date of dates) if (!(await runOn(ctx.db, standup.id, date))) free.push(date)
  return free
}
