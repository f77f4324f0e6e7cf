import { record } from '../../audit/record.ts'
import { toDate } from '../../calendar/instant.ts'
import type { Asking, Context } from '../../flow.ts'
import { isAsked } from './attendance.ts'
import { keepBlocker } from './blockers.ts'
import { closeRun } from './close-run.ts'
import { showAgain } from './show-run.ts'
import { type Given, keepAnswers } from './store/answers.ts'
import { missedNoMore, missedOneLess } from './store/participants.ts'
import { type Attendee, type Run, runById, setEntries } from './store/runs.ts'

/** Keeps what somebody answered in a locked run. */
export async function recordAnswers(ctx: Asking, run: Run, { attendee, given }: Answered): Promise<void> {
  await keepAnswers(ctx.db, attendee.entry.id, given)
  for (const question of run.questions.filter((one) => one.isBlocker)) {
    const answer = given.get(question.id)
    if (answer !== undefined) await keepBlocker(ctx, run, { memberId: attendee.entry.memberId, question, answer })
  }
}

export type Answered = { attendee: Attendee; given: Given }

/** Somebody has finished their answers in a locked run; late ones count as well. */
export async function haveAnswered(ctx: Asking, run: Run, { entry }: Attendee): Promise<void> {
  const isFirst = entry.state !== 'answered'
  if (isFirst) {
    await setEntries(ctx.db, [entry], { state: 'answered', answeredAt: toDate(ctx.now), note: null })
    await missedNoMore(ctx.db, run.standupId, entry.memberId)
  }
  await record(ctx, {
    action: isFirst ? 'standup.answered' : 'standup.answers-changed',
    subject: `standup:${run.standupId}`,
    detail: { run: run.id, was: entry.state },
  })
  await goOn(ctx, run, [entry.id])
}

/** Somebody does not take part this time. */
export async function haveSkipped(ctx: Asking, run: Run, { entry, reason }: Skipping): Promise<void> {
  await setEntries(ctx.db, [entry], { state: 'skipped', note: reason })
  if (entry.state === 'missed') await missedOneLess(ctx.db, run.standupId, entry.memberId)
  await record(ctx, {
    action: 'standup.skipped',
    subject: `standup:${run.standupId}`,
    detail: { run: run.id, was: entry.state, reason },
  })
  await goOn(ctx, run, [entry.id])
}

export type Skipping = Pick<Attendee, 'entry'> & { reason: string | null }

/** Shows what these entries became; when nobody is left to wait for, the run closes at once. */
export async function goOn(ctx: Context, { id }: Run, entryIds: readonly string[]): Promise<void> {
  const run = await runById(ctx.db, ctx.workspace.id, id)
  if (!run) throw new Error('A run that was just locked is gone')

  const changed = run.people.filter(({ entry }) => entryIds.includes(entry.id))
  await showAgain(ctx, run, changed)
  if (run.state === 'open' && !run.people.some(({ entry }) => isAsked(entry))) await closeRun(ctx, run)
}
