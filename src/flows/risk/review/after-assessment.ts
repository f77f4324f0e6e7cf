import { fromDateColumn, toDateColumn } from '../../../calendar/instant.ts'
import { localDateOf } from '../../../calendar/occurrences.ts'
import type { Context } from '../../../flow.ts'
import { type Grade, levelOfGrade } from '../rules/grade.ts'
import { reviewAfterAssessment } from '../rules/next-review.ts'
import { everyOf } from '../rules/review-rhythm.ts'
import { changeRisk, type Risk } from '../store/risks.ts'
import { settingsOf } from '../store/settings.ts'

/** The next review follows the level of what is left. */
export async function followLevel(
  ctx: Context,
  risk: Risk,
  { before, after }: { before: Grade | null; after: Grade },
): Promise<Risk> {
  const settings = await settingsOf(ctx.db, ctx.workspace.id)
  const next = reviewAfterAssessment({
    every: everyOf(levelOfGrade(after), settings),
    today: localDateOf(ctx.now, settings.timeZone),
    present: risk.nextReviewOn && fromDateColumn(risk.nextReviewOn),
    isLevelNew: before === null || levelOfGrade(before) !== levelOfGrade(after),
  })
  const nextReviewOn = next && toDateColumn(next)
  if (nextReviewOn?.getTime() === risk.nextReviewOn?.getTime()) return risk
  return changeRisk(ctx.db, risk, { nextReviewOn })
}
