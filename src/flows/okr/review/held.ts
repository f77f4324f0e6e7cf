import { UserError } from '../../../errors.ts'
import type { Asking } from '../../../flow.ts'
import type { OkrReview } from '../../../generated/client.ts'
import { mustOwnObjective } from '../authority.ts'
import { refusals } from '../messages/refusals.ts'
import { type ObjectiveStanding, type Standing, standingsOf } from '../standing.ts'
import { lockObjective, type Objective } from '../store/objectives.ts'
import { settingsOf } from '../store/settings.ts'
import { objectiveOf } from '../which.ts'
import { reviewWords } from './messages/review.ts'

type Held = { standing: ObjectiveStanding; before: OkrReview | null; shown: readonly Standing[] }

/** What a form of a review is about, held; refuses where the review has changed since the form was made. */
export async function heldForReview(ctx: Asking, context: string): Promise<Held> {
  await mustOwnObjective(ctx, await objectiveOf(ctx, context))
  const [id = '', version = '', ...numbers] = context.split(' ')
  const objective = await lockObjective(ctx.db, ctx.workspace.id, id)
  if (!objective) throw new UserError(refusals[ctx.locale].gone)
  const before = await reviewOf(ctx, id)
  if (String(before?.version ?? 0) !== version) throw new UserError(reviewWords[ctx.locale].stale)
  const standing = await standingNow(ctx, objective)
  const shown = standing.keyResults.filter(({ keyResult }) => numbers.includes(String(keyResult.number)))
  return { standing, before, shown }
}

export const reviewOf = ({ db }: Asking, objectiveId: string): Promise<OkrReview | null> =>
  db.okrReview.findUnique({ where: { objectiveId } })

export async function standingNow(ctx: Asking, objective: Objective): Promise<ObjectiveStanding> {
  const settings = await settingsOf(ctx.db, ctx.workspace.id)
  const [standing] = await standingsOf(ctx.db, [objective], { now: ctx.now, settings })
  if (!standing) throw new Error('An objective stands nowhere')
  return standing
}
