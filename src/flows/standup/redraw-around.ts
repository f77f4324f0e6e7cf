import type { Context } from '../../flow.ts'
import { showAgain } from './show-run.ts'
import type { BlockerRow } from './store/blockers.ts'
import { closedRunsAround, lockRun, type Run } from './store/runs.ts'

/** Draws the digests anew in which these blockers stand: that of the run in which each was said, and the latest one. */
export async function redrawAround(ctx: Context, blockers: readonly BlockerRow[]): Promise<void> {
  for (const run of await lockRunsAround(ctx, blockers)) await showAgain(ctx, run, [])
}

/** Whoever resolves a blocker holds these first, as whoever answers does. */
export async function lockRunsAround(ctx: Context, blockers: readonly BlockerRow[]): Promise<Run[]> {
  const runs: Run[] = []
  for (const { id } of await closedRunsAround(ctx.db, blockers)) {
    const run = await lockRun(ctx.db, ctx.workspace.id, id)
    if (run?.state === 'closed') runs.push(run)
  }
  return runs
}
