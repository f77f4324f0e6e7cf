import { toDateColumn } from '../../../calendar/instant.ts'
import { localDateOf } from '../../../calendar/occurrences.ts'
import type { Button } from '../../../chat/card.ts'
import type { CommandLine } from '../../../chat/command-line.ts'
import { noteCard } from '../../../chat/note-card.ts'
import { shortened } from '../../../chat/shortened.ts'
import { type Asking, ask, type Reply, type Submission, show } from '../../../flow.ts'
import type { OkrReview } from '../../../generated/client.ts'
import { mustOwnObjective } from '../authority.ts'
import { objectiveName } from '../cards/lines.ts'
import type { ObjectiveStanding } from '../standing.ts'
import { lockObjective, type Objective, objectivesBy } from '../store/objectives.ts'
import { mustBeColleague, objectiveByReference, objectiveOf } from '../which.ts'
import { reviewCard } from './cards/review-card.ts'
import { reviewForm } from './cards/review-form.ts'
import { heldForReview, reviewOf, standingNow } from './held.ts'
import { reviewWords } from './messages/review.ts'
import { readReview } from './read-review.ts'
import { writeReview } from './write-review.ts'

const MOST_BUTTONS = 8
const LONGEST_LABEL = 70

/** `/okr review O-3`; without a reference, which of mine wait for one. */
export async function reviewByCommand(ctx: Asking, { words }: CommandLine): Promise<Reply> {
  mustBeColleague(ctx)
  const [typed] = words
  return typed ? askForReview(ctx, await objectiveByReference(ctx, typed)) : listWaiting(ctx)
}

export const reviewByButton = async (ctx: Asking, value: string): Promise<Reply> =>
  askForReview(ctx, await objectiveOf(ctx, value))

/** Also in a closed cycle: it is written about what has ended. */
async function askForReview(ctx: Asking, objective: Objective): Promise<Reply> {
  await mustOwnObjective(ctx, objective)
  return ask(reviewForm(ctx.locale, await standingNow(ctx, objective), await reviewOf(ctx, objective.id)))
}

export async function saveReview(ctx: Asking, { context, values }: Submission): Promise<Reply> {
  const { standing, shown } = await heldForReview(ctx, context)
  const review = await writeReview(ctx, standing, readReview(ctx, values, shown))
  return reviewed(ctx, standing, { review, page: 1 })
}

/** The card of what was saved, which leads on to this page of grades. */
export async function reviewed(
  ctx: Asking,
  { objective }: ObjectiveStanding,
  { review, page }: { review: OkrReview; page: number },
): Promise<Reply> {
  const after = await lockObjective(ctx.db, ctx.workspace.id, objective.id)
  const standing = await standingNow(ctx, after ?? objective)
  const said = reviewWords[ctx.locale].saved(objectiveName(objective))
  return show(reviewCard(ctx.locale, { standing, review, page, said }))
}

/** Of mine those whose cycle has ended and that have no review yet. */
async function listWaiting(ctx: Asking): Promise<Reply> {
  const words = reviewWords[ctx.locale]
  const today = toDateColumn(localDateOf(ctx.now, ctx.actor.timeZone))
  const mine = { workspaceId: ctx.workspace.id, ownerId: ctx.actor.id, archivedAt: null, review: null }
  const waiting = await objectivesBy(ctx.db, { ...mine, cycle: { endsOn: { lt: today } } })
  if (waiting.length === 0) return show(noteCard(ctx.locale, words.mineNothing, { hints: [words.mineHint] }))
  const said = words.dueText(waiting.length)
  return show(
    noteCard(ctx.locale, said, { title: words.mineTitle, buttons: waiting.slice(0, MOST_BUTTONS).map(buttonFor) }),
  )
}

export const buttonFor = (objective: Objective): Button => ({
  label: shortened(objectiveName(objective), LONGEST_LABEL),
  action: 'okr.review',
  value: objective.id,
})
