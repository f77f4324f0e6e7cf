import { Temporal } from 'temporal-polyfill'
import { toInstant } from '../../calendar/instant.ts'
import type { Context } from '../../flow.ts'
import { cancel, plan } from '../../timers/plan.ts'
import { remindAt } from './rules.ts'
import type { Run } from './store/runs.ts'

/** Those who are asked at one moment, as the subject of a timer. */
const groupOf = (run: Pick<Run, 'id'>, promptAt: Temporal.Instant): string => `${run.id}:${promptAt.toString()}`

/** The run and the moment of a timer's subject. */
export function partsOf(subject: string): { runId: string; promptAt: Temporal.Instant } {
  const at = subject.indexOf(':')
  return { runId: subject.slice(0, at), promptAt: Temporal.Instant.from(subject.slice(at + 1)) }
}

export const planPrompt = (ctx: Context, run: Run, promptAt: Temporal.Instant): Promise<void> =>
  plan(ctx, { kind: 'standup.prompt', subject: groupOf(run, promptAt), at: promptAt, about: run.standup.name })

export const planReminder = (ctx: Context, run: Run, promptAt: Temporal.Instant): Promise<void> =>
  plan(ctx, {
    kind: 'standup.remind',
    subject: groupOf(run, promptAt),
    at: remindAt(promptAt, run.standup.digestDelayMinutes),
    about: run.standup.name,
  })

export const planClose = (ctx: Context, run: Run): Promise<void> =>
  plan(ctx, { kind: 'standup.close', subject: run.id, at: toInstant(run.closesAt), about: run.standup.name })

/** Takes back all that was promised about a run. */
export async function cancelAll(ctx: Context, run: Run): Promise<void> {
  await cancel(ctx, 'standup.close', run.id)
  for (const moment of new Set(run.people.map(({ entry }) => entry.promptAt.getTime()))) {
    const group = groupOf(run, Temporal.Instant.fromEpochMilliseconds(moment))
    await cancel(ctx, 'standup.prompt', group)
    await cancel(ctx, 'standup.remind', group)
  }
}
