import { record } from '../../audit/record.ts'
import { toDate } from '../../calendar/instant.ts'
import { UserError } from '../../errors.ts'
import { type Asking, nothing, type Reply } from '../../flow.ts'
import { bare, isNoBlocker, isResolved } from './answer-values.ts'
import { refusals } from './messages/refusals.ts'
import { mustBelong } from './permissions.ts'
import { showAgain } from './show-run.ts'
import {
  type BlockerRow,
  blockerById,
  blockerOfAnswer,
  openBlocker,
  openBlockersOf,
  resolveBlockers,
  rewordBlocker,
} from './store/blockers.ts'
import { lockRun, type Run } from './store/runs.ts'
import type { Question } from './store/standups.ts'

type Blocking = { memberId: string; question: Question; answer: string }
type Said = Omit<Blocking, 'answer'> & { answer: string | null }

/** An answer to what blocks somebody opens, rewords or resolves a blocker. */
export async function keepBlocker(ctx: Asking, run: Run, { memberId, question, answer }: Said): Promise<void> {
  const before = await blockerOfAnswer(ctx.db, { runId: run.id, memberId, questionId: question.id })
  const open = await openBlockersOf(ctx.db, run.standupId, memberId)
  if (answer !== null && isResolved(answer)) await resolve(ctx, run.standupId, open)
  else if (answer === null || isNoBlocker(answer)) await resolve(ctx, run.standupId, before ? [before] : [])
  else if (before) await reword(ctx, before, answer)
  else if (!open.some((blocker) => bare(blocker.text) === bare(answer))) {
    await openNew(ctx, run, { memberId, question, answer })
  }
}

async function reword(ctx: Asking, blocker: BlockerRow, text: string): Promise<void> {
  if (blocker.text !== text) await rewordBlocker(ctx.db, blocker.id, text)
}

async function openNew(ctx: Asking, run: Run, { memberId, question, answer }: Blocking): Promise<void> {
  const at = { standupId: run.standupId, memberId, runId: run.id, questionId: question.id }
  const { id } = await openBlocker(ctx.db, ctx.workspace.id, { ...at, text: answer, openedAt: toDate(ctx.now) })
  await record(ctx, { action: 'standup.blocker-opened', subject: `standup:${run.standupId}`, detail: { blocker: id } })
}

/** Those of somebody's own open blockers that they say are resolved. */
export async function resolveMine(ctx: Asking, standupId: string, ids: readonly string[]): Promise<void> {
  if (ids.length === 0) return
  const mine = await openBlockersOf(ctx.db, standupId, ctx.actor.id)
  await resolve(
    ctx,
    standupId,
    mine.filter((blocker) => ids.includes(blocker.id)),
  )
}

/** The button under a digest, for everybody who takes part. */
export async function resolveByButton(ctx: Asking, value: string): Promise<Reply> {
  const [blockerId = '', runId = ''] = value.split(' ')
  const blocker = await blockerById(ctx.db, ctx.workspace.id, blockerId)
  if (!blocker) throw new UserError(refusals[ctx.locale].blockerGone)
  mustBelong(ctx, blocker.standup)

  const run = await lockRun(ctx.db, ctx.workspace.id, runId)
  await markResolved(ctx, blocker)
  if (run?.state === 'closed') await showAgain(ctx, run, [])
  return nothing
}

/** Refuses where somebody was faster. */
export async function markResolved(ctx: Asking, blocker: BlockerRow): Promise<void> {
  const count = await resolve(ctx, blocker.standupId, [blocker])
  if (count === 0) throw new UserError(refusals[ctx.locale].resolvedAlready)
}

async function resolve(ctx: Asking, standupId: string, blockers: readonly { id: string }[]): Promise<number> {
  const ids = blockers.map((blocker) => blocker.id)
  const count = await resolveBlockers(ctx.db, ids, { by: ctx.actor.id, at: toDate(ctx.now) })
  if (count > 0) {
    const detail = { blockers: ids }
    await record(ctx, { action: 'standup.blocker-resolved', subject: `standup:${standupId}`, detail })
  }
  return count
}
