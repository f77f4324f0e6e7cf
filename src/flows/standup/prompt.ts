import type { Temporal } from 'temporal-polyfill'
import { fromDateColumn, toDate, toInstant } from '../../calendar/instant.ts'
import type { Context, Due } from '../../flow.ts'
import { absencesFrom } from '../../people/members.ts'
import { type Asked, askedOn } from './attendance.ts'
import { closesAt, isBefore } from './rules.ts'
import { partsOf, planClose, planPrompt, planReminder } from './run-timers.ts'
import { showAgain, showPrivately } from './show-run.ts'
import { type Attendee, lockRun, type Run, runById, setEntries } from './store/runs.ts'

/** The time has come for those in some zone of their own; whoever has moved west meanwhile is asked when theirs comes. */
export async function promptOnTime(ctx: Context, timer: Due): Promise<void> {
  const { runId, promptAt } = partsOf(timer.subject)
  const run = await lockRun(ctx.db, ctx.workspace.id, runId)
  if (run?.state !== 'open') return

  const group = run.people.filter(({ entry }) => entry.state === 'later' && toInstant(entry.promptAt).equals(promptAt))
  if (group.length === 0) return
  for (const [attendee, asked] of await askedNow(ctx, run, group)) {
    await setEntries(ctx.db, [attendee.entry], { state: asked.state, promptAt: toDate(asked.promptAt) })
    if (asked.state === 'later') await waitLonger(ctx, run, asked.promptAt)
  }
  const changed = await runById(ctx.db, ctx.workspace.id, runId)
  if (changed) await askGroup(ctx, changed, group)
}

async function askedNow(ctx: Context, run: Run, group: readonly Attendee[]): Promise<[Attendee, Asked][]> {
  const date = fromDateColumn(run.date)
  const ids = group.map(({ member }) => member.id)
  const absences = await absencesFrom(ctx.db, ids, date.subtract({ days: 1 }))
  const facts = { rhythm: run.standup, date, now: ctx.now, absences, skips: new Map() }
  return group.map((attendee) => [attendee, askedOn(attendee.member, facts)])
}

/** Somebody is asked at this moment: everybody gets the whole time for an answer, so the run lasts as long as the last one needs. */
export async function waitLonger(ctx: Context, run: Run, promptAt: Temporal.Instant): Promise<void> {
  await planPrompt(ctx, run, promptAt)
  const end = closesAt(promptAt, run.standup.digestDelayMinutes)
  if (!isBefore(toInstant(run.closesAt), end)) return
  run.closesAt = toDate(end)
  await ctx.db.standupRun.update({ where: { id: run.id }, data: { closesAt: run.closesAt } })
  await planClose(ctx, run)
}

async function askGroup(ctx: Context, run: Run, group: readonly Attendee[]): Promise<void> {
  const ids = new Set(group.map(({ entry }) => entry.id))
  const due = run.people.filter(({ entry }) => ids.has(entry.id) && entry.state === 'due')
  if (due.length > 0) await planReminder(ctx, run, ctx.now)
  await showPrivately(ctx, run, due)
  await showAgain(ctx, run, [])
}
