import type { Temporal } from 'temporal-polyfill'
import { fromDateColumn } from '../../calendar/instant.ts'
import { localDateOf } from '../../calendar/occurrences.ts'
import { sayDateTime, sayDay } from '../../calendar/say.ts'
import { UserError } from '../../errors.ts'
import type { Asking } from '../../flow.ts'
import { myPart } from './answerable.ts'
import { nextTime } from './meetings.ts'
import { refusals } from './messages/refusals.ts'
import { takesPart } from './permissions.ts'
import { isBefore, meetsOn, promptTime, zoneFor } from './rules.ts'
import { partsOf } from './store/answers.ts'
import { type Attendee, isRun, type Run, runOn } from './store/runs.ts'
import { lockStandup, type Standup } from './store/standups.ts'
import { presentById } from './which.ts'

type Named = { name: string; date: Temporal.PlainDate }
/** Somebody's part in a run, or today's run that is still to come. */
export type Skippable = Named & ({ kind: 'part'; run: Run; attendee: Attendee } | { kind: 'ahead'; standup: Standup })

/** What the actor can skip by the id of a run or of a stand-up; refuses where there is nothing. */
export async function skippable(ctx: Asking, id: string): Promise<Skippable> {
  if (await isRun(ctx.db, id)) return skippablePart(ctx, id)

  await lockStandup(ctx.db, ctx.workspace.id, id)
  const standup = await presentById(ctx, id)
  const date = await meetingAhead(ctx, standup)
  if (date) return { kind: 'ahead', standup, name: standup.name, date }
  const run = await todaysRun(ctx, standup)
  if (run?.state === 'open') return skippablePart(ctx, run.id)
  throw new UserError(await nothingToday(ctx, standup))
}

export async function skippablePart(ctx: Asking, runId: string): Promise<Skippable> {
  const { run, attendee } = await myPart(ctx, runId)
  const { name } = run.standup
  const date = fromDateColumn(run.date)
  const say = refusals[ctx.locale]
  if (run.state !== 'open') throw new UserError(say.closedAlready(name, sayDay(date, ctx.locale)))
  if (attendee.entry.state === 'answered') throw new UserError(say.answeredAlready(name))
  return { kind: 'part', run, attendee, name, date }
}

/** Today, where the actor is still to be asked today; null otherwise. */
export async function meetingAhead(ctx: Asking, standup: Standup): Promise<Temporal.PlainDate | null> {
  const date = localDateOf(ctx.now, zoneFor(standup, ctx.actor.timeZone))
  const isAhead = meetsOn(standup, date) && isBefore(ctx.now, promptTime(standup, ctx.actor.timeZone, date))
  if (standup.state !== 'active' || !takesPart(ctx, standup) || !isAhead) return null
  return (await runOn(ctx.db, standup.id, date)) ? null : date
}

export async function nothingToday(ctx: Asking, standup: Standup): Promise<string> {
  const say = refusals[ctx.locale]
  if (!takesPart(ctx, standup)) return say.notIn(standup.name)
  const run = await todaysRun(ctx, standup)
  if (run?.state === 'open') return whyNotNow(ctx, standup, run.id)
  if (run) return say.overToday(standup.name)
  const next = await nextTime(ctx, standup.id)
  if (!next) return say.noMeetingToday(standup.name)
  return say.noMeetingTodayNext(standup.name, sayDateTime(next.at, ctx.actor.timeZone, ctx.locale))
}

const todaysRun = (ctx: Asking, standup: Standup) =>
  runOn(ctx.db, standup.id, localDateOf(ctx.now, zoneFor(standup, ctx.actor.timeZone)))

/** Today's is on and nothing of it waits for the actor. */
async function whyNotNow(ctx: Asking, { name }: Standup, runId: string): Promise<string> {
  const say = refusals[ctx.locale]
  const yesterday = localDateOf(ctx.now, ctx.actor.timeZone).subtract({ days: 1 })
  const mine = (await partsOf(ctx.db, ctx.actor.id, yesterday)).find((part) => part.runId === runId)
  if (mine?.state === 'answered') return say.answeredAlready(name)
  return mine?.state === 'skipped' ? say.skippedAlready(name) : say.nothingToAnswer(name)
}
