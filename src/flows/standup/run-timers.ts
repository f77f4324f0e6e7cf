import type { Temporal } from 'temporal-polyfill'
import { toInstant } from '../../calendar/instant.ts'
import type { Context } from '../../flow.ts'
import { cancel, plan } from '../../timers/plan.ts'
import { isBefore, remindAt } from './rules.ts'
import type { Run } from './store/runs.ts'

/** One person's part in a run, as the subject of a timer. */
export const subjectOf = (runId: string, memberId: string): string => `${runId}:${memberId}`

/** The run and, where it is about one person, the member of a timer's subject. */
export function partsOf(subject: string): { runId: string; memberId: string | undefined } {
  const [runId = '', memberId] = subject.split(':')
  return { runId, memberId }
}

export const planClose = (ctx: Context, run: Run): Promise<void> =>
  plan(ctx, { kind: 'standup.close', subject: run.id, at: toInstant(run.closesAt), about: run.standup.name })

/** A subject is the whole run, or one person whose prompt came at a time of its own. */
export const planReminder = (
  ctx: Context,
  run: Run,
  { subject, promptAt }: { subject: string; promptAt: Temporal.Instant },
): Promise<void> => {
  const at = remindAt(promptAt, run.standup.digestDelayMinutes)
  return plan(ctx, { kind: 'standup.remind', subject, at, about: run.standup.name })
}

/** Whoever has answered or skipped is neither asked nor reminded any more. */
export async function cancelFor(ctx: Context, run: Run, memberId: string): Promise<void> {
  if (run.standup.zoneMode !== 'member') return
  await cancel(ctx, 'standup.prompt', subjectOf(run.id, memberId))
  await cancel(ctx, 'standup.remind', subjectOf(run.id, memberId))
}

/** Takes back all that was promised about a run. */
export async function cancelAll(ctx: Context, run: Run): Promise<void> {
  await cancel(ctx, 'standup.close', run.id)
  await cancel(ctx, 'standup.remind', run.id)
  for (const { entry } of run.people) {
    if (entry.state === 'later' || isWaiting(run, entry.promptAt, ctx.now)) await cancelFor(ctx, run, entry.memberId)
  }
}

const isWaiting = (run: Run, promptAt: Date, now: Temporal.Instant): boolean =>
  isBefore(now, remindAt(toInstant(promptAt), run.standup.digestDelayMinutes))
