import { record } from '../../audit/record.ts'
import { toDate } from '../../calendar/instant.ts'
import { type Asking, type Reply, show } from '../../flow.ts'
import { isAsked } from './attendance.ts'
import { deleteCard } from './cards/delete-card.ts'
import { note } from './cards/names.ts'
import { lockedToLead } from './led.ts'
import { planNext } from './meetings.ts'
import { settingsWords } from './messages/settings.ts'
import { mustLead } from './permissions.ts'
import { cancelAll } from './run-timers.ts'
import { showAgain } from './show-run.ts'
import { lockRun, openRunsOf, runById, setRunState } from './store/runs.ts'
import { type Standup, setState } from './store/standups.ts'

export async function askToDelete(ctx: Asking, standup: Standup): Promise<Reply> {
  await mustLead(ctx, standup)
  const isOn = (await openRunsOf(ctx.db, [standup.id])).length > 0
  return show(deleteCard(ctx.locale, standup, { isOn }))
}

/** What is on ends with it: its cards say so, and no digest comes. What was answered is kept for the trail. */
export async function deleteForGood(ctx: Asking, { id }: Standup): Promise<Reply> {
  const standup = await lockedToLead(ctx, id)

  await planNext(ctx, await setState(ctx.db, standup, { state: 'deleted', pausedWhy: null }))
  for (const runId of await openRunsOf(ctx.db, [id])) await endRun(ctx, runId)
  await record(ctx, { action: 'standup.deleted', subject: `standup:${id}` })
  const sentence = settingsWords[ctx.locale].nowDeleted(standup.name)
  return { kind: 'card', card: note(ctx.locale, sentence), replaces: true }
}

async function endRun(ctx: Asking, runId: string): Promise<void> {
  const run = await lockRun(ctx.db, ctx.workspace.id, runId)
  if (run?.state !== 'open') return
  await setRunState(ctx.db, runId, { state: 'deleted', closedAt: toDate(ctx.now) })
  await cancelAll(ctx, run)
  const ended = await runById(ctx.db, ctx.workspace.id, runId)
  if (ended)
    await showAgain(
      ctx,
      ended,
      ended.people.filter(({ entry }) => isAsked(entry)),
    )
}
