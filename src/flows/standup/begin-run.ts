import type { Temporal } from 'temporal-polyfill'
import { record } from '../../audit/record.ts'
import { toDate, toDateColumn } from '../../calendar/instant.ts'
import type { Member } from '../../database/types.ts'
import type { Context } from '../../flow.ts'
import { absencesFrom } from '../../people/members.ts'
import { type Asked, askedOn, isAsked } from './attendance.ts'
import { closesAt, latest } from './rules.ts'
import { planClose, planPrompt, planReminder } from './run-timers.ts'
import { showCard, showPrivately } from './show-run.ts'
import { type Run, runById } from './store/runs.ts'
import { skipsOn } from './store/skips.ts'
import type { Standup } from './store/standups.ts'

type Who = { date: Temporal.PlainDate; people: readonly Member[] }
type Whom = { date: Temporal.PlainDate; asked: readonly Asked[] }

/** Asks everybody who is here on this date; those whose time is still to come are asked then. */
export async function beginRun(ctx: Context, standup: Standup, { date, people }: Who): Promise<Run> {
  return ask(ctx, standup, { date, asked: await whoIsAsked(ctx, standup, { date, people }) })
}

export async function whoIsAsked(ctx: Context, standup: Standup, { date, people }: Who): Promise<Asked[]> {
  const ids = people.map((member) => member.id)
  const absences = await absencesFrom(ctx.db, ids, date.subtract({ days: 1 }))
  const skips = await skipsOn(ctx.db, standup.id, date)
  return people.map((member) => askedOn(member, { rhythm: standup, date, now: ctx.now, absences, skips }))
}

/** With nobody to ask the run is over at once, and nothing is said. */
export async function ask(ctx: Context, standup: Standup, whom: Whom): Promise<Run> {
  const run = await createRun(ctx, standup, whom)
  await record(ctx, {
    action: 'standup.opened',
    subject: `standup:${standup.id}`,
    detail: { run: run.id, date: whom.date.toString(), asked: whom.asked.filter(isAsked).length },
  })
  if (run.state !== 'open') return run

  await planClose(ctx, run)
  for (const at of momentsOf(whom.asked, 'later')) await planPrompt(ctx, run, at)
  for (const at of momentsOf(whom.asked, 'due')) await planReminder(ctx, run, at)
  await showCard(ctx, run)
  await showPrivately(
    ctx,
    run,
    run.people.filter(({ entry }) => entry.state === 'due'),
  )
  return run
}

async function createRun(ctx: Context, standup: Standup, { date, asked }: Whom): Promise<Run> {
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
    data: asked.map(({ member, state, promptAt, note = null }) => ({
      runId: id,
      memberId: member.id,
      state,
      promptAt: toDate(promptAt),
      note,
    })),
  })
  const run = await runById(ctx.db, ctx.workspace.id, id)
  if (!run) throw new Error('A run that was just created is gone')
  return run
}

/** The moments at which those in this state are asked, each once. */
function momentsOf(asked: readonly Asked[], state: 'later' | 'due'): Temporal.Instant[] {
  const moments = asked.filter((one) => one.state === state).map(({ promptAt }) => promptAt)
  return moments.filter((at, index) => moments.findIndex((other) => other.equals(at)) === index)
}
