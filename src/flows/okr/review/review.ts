import { record } from '../../../audit/record.ts'
import { toDate, toDateColumn } from '../../../calendar/instant.ts'
import { localDateOf } from '../../../calendar/occurrences.ts'
import type { Button } from '../../../chat/card.ts'
import type { CommandLine } from '../../../chat/command-line.ts'
import { shortened } from '../../../chat/shortened.ts'
import { UserError } from '../../../errors.ts'
import { type Asking, ask, type Reply, type Submission, show } from '../../../flow.ts'
import { mustOwnObjective } from '../authority.ts'
import { objectiveName } from '../cards/lines.ts'
import { noteCard } from '../cards/note.ts'
import { refusals } from '../messages/refusals.ts'
import { redrawRounds } from '../rhythm/redraw-rounds.ts'
import { roundScore } from '../rules/score.ts'
import { type ObjectiveStanding, standingsOf } from '../standing.ts'
import { lockObjective, type Objective, objectivesBy } from '../store/objectives.ts'
import { settingsOf } from '../store/settings.ts'
import { mustBeColleague, objectiveByReference, objectiveOf } from '../which.ts'
import { reviewCard } from './cards/review-card.ts'
import { reviewForm } from './cards/review-form.ts'
import { reviewWords } from './messages/review.ts'
import { type Reviewed, readReview } from './read-review.ts'

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
  const review = await ctx.db.okrReview.findUnique({ where: { objectiveId: objective.id } })
  return ask(reviewForm(ctx.locale, await standingNow(ctx, objective), review))
}

export async function saveReview(ctx: Asking, { context, values }: Submission): Promise<Reply> {
  const words = reviewWords[ctx.locale]
  await mustOwnObjective(ctx, await objectiveOf(ctx, context))
  const [id = '', version = ''] = context.split(' ')
  const objective = await lockObjective(ctx.db, ctx.workspace.id, id)
  if (!objective) throw new UserError(refusals[ctx.locale].gone)
  const before = await ctx.db.okrReview.findUnique({ where: { objectiveId: id } })
  if (String(before?.version ?? 0) !== version) throw new UserError(words.stale)

  const standing = await standingNow(ctx, objective)
  const reviewed = readReview(ctx, values, standing.keyResults)
  await write(ctx, standing, reviewed)
  await redrawRounds(ctx, [id])
  const after = await lockObjective(ctx.db, ctx.workspace.id, id)
  const review = await ctx.db.okrReview.findUniqueOrThrow({ where: { objectiveId: id } })
  const now = await standingNow(ctx, after ?? objective)
  return show(reviewCard(ctx.locale, { standing: now, review, said: words.saved(objectiveName(objective)) }))
}

async function write(ctx: Asking, { objective, score, keyResults }: ObjectiveStanding, said: Reviewed): Promise<void> {
  const { grades, ...texts } = said
  for (const { keyResultId, grade, reason } of grades)
    await ctx.db.okrKeyResult.update({ where: { id: keyResultId }, data: { grade, gradeReason: reason } })
  const scores = {
    objective: score === null ? null : roundScore(score),
    keyResults: keyResults.map((one) => ({ id: one.keyResult.id, value: one.value, score: roundScore(one.score) })),
  }
  const data = { ...texts, scores, byId: ctx.actor.id, at: toDate(ctx.now) }
  await ctx.db.okrReview.upsert({
    where: { objectiveId: objective.id },
    create: { objectiveId: objective.id, workspaceId: ctx.workspace.id, ...data },
    update: { ...data, version: { increment: 1 } },
  })
  const graded = grades.map(({ keyResultId, grade }) => ({ keyResult: keyResultId, grade }))
  const detail = { score: scores.objective, grades: graded }
  await record(ctx, { action: 'okr.reviewed', subject: `okr-objective:${objective.id}`, detail })
}

export async function standingNow(ctx: Asking, objective: Objective): Promise<ObjectiveStanding> {
  const settings = await settingsOf(ctx.db, ctx.workspace.id)
  const [standing] = await standingsOf(ctx.db, [objective], { now: ctx.now, settings })
  if (!standing) throw new Error('An objective stands nowhere')
  return standing
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
