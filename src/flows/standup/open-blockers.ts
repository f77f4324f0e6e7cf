import type { CommandLine } from '../../chat/command-line.ts'
import { UserError } from '../../errors.ts'
import { type Asking, type Reply, show } from '../../flow.ts'
import { linkedToAll, offersAt } from '../../links/links.ts'
import { subjectOf } from './blocker-reference.ts'
import { markResolved } from './blockers.ts'
import { blockersCard } from './cards/blockers-card.ts'
import { refusals } from './messages/refusals.ts'
import { mustBelong } from './permissions.ts'
import { lockRunsAround, redrawAround } from './redraw-around.ts'
import { blockerById, openBlockersIn } from './store/blockers.ts'
import type { Standup } from './store/standups.ts'
import { subjects } from './subjects.ts'
import { presentById, withStandup } from './which.ts'

/** `/standup blockers Daily`. */
export const blockersByCommand = (ctx: Asking, line: CommandLine): Promise<Reply> =>
  withStandup(ctx, { typed: line.words.join(' '), action: 'standup.blockers' }, showBlockers)

/** What is open, each with what can be done about it. */
export async function showBlockers(ctx: Asking, standup: Standup): Promise<Reply> {
  mustBelong(ctx, standup)
  const open = await openBlockersIn(ctx.db, { workspaceId: ctx.workspace.id, standupId: standup.id })
  const named = await subjects.named(ctx, open.map(subjectOf))
  const tied = await linkedToAll(ctx, open.map(subjectOf))
  const rows = open.map((blocker) => {
    const subject = named.find((one) => one.subject === subjectOf(blocker))
    const ties = tied.get(subjectOf(blocker)) ?? []
    return { ...blocker, ties, offers: subject ? offersAt(ctx, subject, ties) : [] }
  })
  return show(blockersCard(ctx.locale, standup, rows))
}

/** The button on that card, which then shows what is left. */
export async function resolveOnCard(ctx: Asking, blockerId: string): Promise<Reply> {
  const blocker = await blockerById(ctx.db, ctx.workspace.id, blockerId)
  if (!blocker) throw new UserError(refusals[ctx.locale].blockerGone)
  const standup = await presentById(ctx, blocker.standupId)
  mustBelong(ctx, standup)

  await lockRunsAround(ctx, [blocker])
  await markResolved(ctx, blocker)
  await redrawAround(ctx, [blocker])
  const left = await showBlockers(ctx, standup)
  return left.kind === 'card' ? { ...left, replaces: true } : left
}
