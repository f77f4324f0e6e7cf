import { record } from '../../../audit/record.ts'
import { toDate } from '../../../calendar/instant.ts'
import type { Asking } from '../../../flow.ts'
import type { OkrReview } from '../../../generated/client.ts'
import { redrawRounds } from '../rhythm/redraw-rounds.ts'
import { roundScore } from '../rules/score.ts'
import type { ObjectiveStanding } from '../standing.ts'
import type { Grade, Texts } from './read-review.ts'

type Said = { grades: readonly Grade[]; texts?: Texts }

/** Keeps what was said and the scores as they are; without texts those that are there stay. */
export async function writeReview(
  ctx: Asking,
  standing: ObjectiveStanding,
  { grades, texts }: Said,
): Promise<OkrReview> {
  const { objective } = standing
  for (const { keyResultId, grade, reason } of grades)
    await ctx.db.okrKeyResult.update({ where: { id: keyResultId }, data: { grade, gradeReason: reason } })
  const scores = scoresOf(standing)
  const data = { ...texts, scores, byId: ctx.actor.id, at: toDate(ctx.now) }
  const review = await ctx.db.okrReview.upsert({
    where: { objectiveId: objective.id },
    create: { objectiveId: objective.id, workspaceId: ctx.workspace.id, ...data },
    update: { ...data, version: { increment: 1 } },
  })
  const graded = grades.map(({ keyResultId, grade }) => ({ keyResult: keyResultId, grade }))
  const detail = { score: scores.objective, grades: graded }
  await record(ctx, { action: 'okr.reviewed', subject: `okr-objective:${objective.id}`, detail })
  await redrawRounds(ctx, [objective.id])
  return review
}

const scoresOf = ({ score, keyResults }: ObjectiveStanding) => ({
  objective: score === null ? null : roundScore(score),
  keyResults: keyResults.map((one) => ({ id: one.keyResult.id, value: one.value, score: roundScore(one.score) })),
})
