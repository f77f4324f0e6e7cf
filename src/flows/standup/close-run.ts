import { record } from '../../audit/record.ts'
import { toDate, toInstant } from '../../calendar/instant.ts'
import type { Context, Due } from '../../flow.ts'
import { absencesFrom } from '../../people/members.ts'
import { isAwayAt } from './attendance.ts'
import { countMisses } from './misses.ts'
import type { EntryState } from './participation.ts'
import { isBefore, isDayOver } from './rules.ts'
import { cancelAll } from './run-timers.ts'
import { showAgain } from './show-run.ts'
import { type Attendee, lockRun, type Run, runById, setEntries, setRunState } from './store/runs.ts'

/** The time is up, or was up while nobody was here; not when it was made longer at this very moment. */
export async function closeOnTime(ctx: Context, timer: Due): Promise<void> {
  const run = await lockRun(ctx.db, ctx.workspace.id, timer.subject)
  if (run?.state !== 'open' || isBefore(ctx.now, toInstant(run.closesAt))) return

  await closeRun(ctx, run)
}

/** Ends a locked run: who has not answered missed it, the digest is posted, and the lead hears what is to be heard. */
export async function closeRun(ctx: Context, run: Run): Promise<void> {
  const ends = await endings(ctx, run)
  for (const state of ['answered', 'away', 'excused', 'missed'] as const) {
    const data = state === 'answered' ? { state, answeredAt: toDate(ctx.now) } : { state }
    await setEntries(
      ctx.db,
      ends.filter((end) => end.state === state).map(({ attendee }) => attendee.entry),
      data,
    )
  }
  await setRunState(ctx.db, run.id, { state: 'closed', closedAt: toDate(ctx.now) })
  await cancelAll(ctx, run)
  await record(ctx, {
    action: 'standup.closed',
    subject: `standup:${run.standupId}`,
    detail: { run: run.id, missed: membersOf(ends, 'missed') },
  })
  const closed = await runById(ctx.db, ctx.workspace.id, run.id)
  if (!closed) throw new Error('A run that was just closed is gone')

  const changed = new Set(ends.map(({ attendee }) => attendee.entry.id))
  await showAgain(
    ctx,
    closed,
    closed.people.filter(({ entry }) => changed.has(entry.id)),
  )
  await countMisses(ctx, closed, membersOf(ends, 'missed'))
}

type End = { attendee: Attendee; state: EntryState }

/** What becomes of those who have not finished. When the digest comes on a later day, nobody is blamed for it. */
async function endings(ctx: Context, run: Run): Promise<End[]> {
  const waiting = run.people.filter(({ entry }) => entry.state === 'due' || entry.state === 'later')
  const today = toInstant(run.closesAt).toZonedDateTimeISO(run.standup.timeZone).toPlainDate()
  const ids = waiting.map(({ member }) => member.id)
  const absences = await absencesFrom(ctx.db, ids, today.subtract({ days: 1 }))
  const isLate = isDayOver(toInstant(run.closesAt), run.standup.timeZone, ctx.now)
  return waiting.map((attendee) => {
    if (hasSaidSomething(attendee)) return { attendee, state: 'answered' }
    if (isAwayAt(attendee.member, toInstant(run.closesAt), { rhythm: run.standup, absences }))
      return { attendee, state: 'away' }
    return { attendee, state: isLate || attendee.entry.state === 'later' ? 'excused' : 'missed' }
  })
}

/** Part of the answers counts as having answered. */
export const hasSaidSomething = ({ entry }: Attendee): boolean => entry.answers.some((answer) => answer.text !== null)

const membersOf = (ends: readonly End[], state: EntryState): string[] =>
  ends.filter((end) => end.state === state).map(({ attendee }) => attendee.entry.memberId)
