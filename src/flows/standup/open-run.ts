import { Temporal } from 'temporal-polyfill'
import { z } from 'zod'
import { toDate, toDateColumn } from '../../calendar/instant.ts'
import { record } from '../../audit/record.ts'
import type { Member } from '../../database/types.ts'
import type { Context, Due } from '../../flow.ts'
import { absencesFrom } from '../../people/members.ts'
import { type Asked, askedOn } from './attendance.ts'
import { nextMeetingOf, peopleOf, planNext } from './meetings.ts'
import { recordOutage } from './outage.ts'
import { closesAt, isOver, latest, meetingsCome, zonesOf } from './rules.ts'
import { planClose, planPrompt, planReminder } from './run-timers.ts'
import { showCard, showPrivately } from './show-run.ts'
import { type Run, runById, runOn } from './store/runs.ts'
import { skipsOn } from './store/skips.ts'
import { lockStandup, type Standup } from './store/standups.ts'

const Payload = z.object({ date: z.iso.date().transform((date) => Temporal.PlainDate.from(date)) })

/** The time has come, or came while nobody was here: today is asked now, days that are over were missed by the bot. */
export async function openOnTime(ctx: Context, timer: Due): Promise<void> {
  const standup = await lockStandup(ctx.db, ctx.workspace.id, timer.subject)
  if (standup?.state !== 'active') return

  const people = await peopleOf(ctx, standup)
  const zones = zonesOf(standup, people)
  const { date: from } = Payload.parse(timer.payload)
  const come = await notHeld(ctx, standup, meetingsCome(standup, zones, { from, now: ctx.now }))
  await recordOutage(ctx, standup, come.filter((date) => isOver(date, zones, ctx.now)))
  for (const date of come.filter((one) => !isOver(one, zones, ctx.now))) await openRun(ctx, standup, { date, people })
  await planNext(ctx, standup)
}

/** Asks everybody who is here on this date; those whose time is still to come are asked then. */
export async function openRun(
  ctx: Context,
  standup: Standup,
  { date, people }: { date: Temporal.PlainDate; people: readonly Member[] },
): Promise<Run> {
  return open(ctx, standup, { date, asked: await whoIsAsked(ctx, standup, { date, people }) })
}

export async function whoIsAsked(
  ctx: Context,
  standup: Standup,
  { date, people }: { date: Temporal.PlainDate; people: readonly Member[] },
): Promise<Asked[]> {
  const ids = people.map((member) => member.id)
  const absences = await absencesFrom(ctx.db, ids, date.subtract({ days: 1 }))
  const skips = await skipsOn(ctx.db, standup.id, date)
  return people.map((member) => askedOn(member, { rhythm: standup, date, now: ctx.now, absences, skips }))
}

/** The run with these people, asked at these times. */
export async function open(
  ctx: Context,
  standup: Standup,
  { date, asked }: { date: Temporal.PlainDate; asked: readonly Asked[] },
): Promise<Run> {
  const run = await createRun(ctx, standup, { date, asked })
  await record(ctx, {
    action: run.state === 'open' ? 'standup.opened' : 'standup.nobody-asked',
    subject: `standup:${standup.id}`,
    detail: { run: run.id, date: date.toString(), asked: asked.filter(isAsked).length },
  })
  if (run.state !== 'open') return run

  await planClose(ctx, run)
  for (const at of momentsOf(asked, 'later')) await planPrompt(ctx, run, at)
  for (const at of momentsOf(asked, 'due')) await planReminder(ctx, run, at)
  await showCard(ctx, run)
  await showPrivately(ctx, run, run.people.filter(({ entry }) => entry.state === 'due'))
  return run
}

async function createRun(
  ctx: Context,
  standup: Standup,
  { date, asked }: { date: Temporal.PlainDate; asked: readonly Asked[] },
): Promise<Run> {
  const last = latest(asked.filter(isAsked).map(({ promptAt }) => promptAt))
  const now = toDate(ctx.now)
  const { id } = await ctx.db.standupRun.create({
    data: {
      standupId: standup.id,
      date: toDateColumn(date),
      openedAt: now,
      ...(last
        ? { state: 'open', closesAt: toDate(closesAt(last, standup.digestDelayMinutes)) }
        : { state: 'closed', closesAt: now, closedAt: now }),
    },
  })
  await ctx.db.standupEntry.createMany({
    data: asked.map(({ member, state, promptAt, note }) => ({
      runId: id,
      memberId: member.id,
      state,
      promptAt: toDate(promptAt),
      note: note ?? null,
    })),
  })
  return required(await runById(ctx.db, ctx.workspace.id, id))
}

async function notHeld(ctx: Context, standup: Standup, dates: readonly Temporal.PlainDate[]): Promise<Temporal.PlainDate[]> {
  const open: Temporal.PlainDate[] = []
  for (const date of dates) if (!(await runOn(ctx.db, standup.id, date))) open.push(date)
  return open
}
