import { UserError } from '../../../errors.ts'
import { type Asking, ask, type Reply, type Submission } from '../../../flow.ts'
import { mustOwnObjective } from '../authority.ts'
import { refusals } from '../messages/refusals.ts'
import { objectiveOf } from '../which.ts'
import { gradesForm } from './cards/grade-fields.ts'
import { heldForReview, reviewOf, standingNow } from './held.ts'
import { reviewWords } from './messages/review.ts'
import { readGrades } from './read-review.ts'
import { reviewed } from './review.ts'
import { GRADED_A_PAGE, rangeOf } from './rules/pages.ts'
import { writeReview } from './write-review.ts'

/** The button: the grades of this page of key results, where an objective has more than the form of its review holds. */
export async function askForGrades(ctx: Asking, value: string): Promise<Reply> {
  const objective = await objectiveOf(ctx, value)
  await mustOwnObjective(ctx, objective)
  const page = Number(/ (\d{1,4})$/u.exec(value)?.[1] ?? 1)
  const review = await reviewOf(ctx, objective.id)
  const standing = await standingNow(ctx, objective)
  if (!review || !rangeOf(standing.keyResults.length, page)) throw new UserError(refusals[ctx.locale].gone)
  return ask(gradesForm(ctx.locale, standing, { version: review.version, page }))
}

/** What was written in the review stays as it is. */
export async function saveGrades(ctx: Asking, { context, values }: Submission): Promise<Reply> {
  const { standing, before, shown } = await heldForReview(ctx, context)
  if (!before || shown.length === 0) throw new UserError(reviewWords[ctx.locale].stale)
  const grades = readGrades(ctx, values, shown)
  const review = await writeReview(ctx, standing, { grades })
  const last = standing.keyResults.findLastIndex((one) => shown.includes(one))
  return reviewed(ctx, standing, { review, page: Math.floor(last / GRADED_A_PAGE) + 1 })
}
