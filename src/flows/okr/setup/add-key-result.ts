import { record } from '../../../audit/record.ts'
import { toDate } from '../../../calendar/instant.ts'
import { UserError } from '../../../errors.ts'
import type { Asker } from '../asker.ts'
import { refusals } from '../messages/refusals.ts'
import { planRounds } from '../rhythm/plan-round.ts'
import { writeObjective } from '../rules/reference.ts'
import { isLive, type KeyResult, type Objective } from '../store/objectives.ts'
import { takeNumbers } from '../store/settings.ts'
import { formWords } from './messages/forms.ts'
import { fresh } from './objectives.ts'
import type { Errors, Terms } from './read-key-result.ts'
import { tellNewOwner } from './tell-owner.ts'

export type OwnedTerms = Terms & { ownerId: string }

/** Adds it to an objective that the caller holds (`holdOpen`); its owner is looked after, and told. */
export async function addKeyResult(
  ctx: Asker,
  objective: Objective,
  { ownerId, ...terms }: OwnedTerms,
): Promise<{ objective: Objective; keyResult: KeyResult }> {
  const number = await takeNumbers(ctx.db, ctx.workspace.id, { of: 'key-result' })
  const about = { workspaceId: ctx.workspace.id, number, objectiveId: objective.id, ownerId }
  const { id } = await ctx.db.okrKeyResult.create({
    data: { ...about, ...terms, createdAt: toDate(ctx.now), createdById: ctx.actor?.id ?? null },
  })
  const { kind, start, target, direction, weight } = terms
  const by = ctx.actor ? {} : { by: 'api' }
  const detail = { objective: objective.id, ownerId, number, kind, start, target, direction, weight, ...by }
  await record(ctx, { action: 'okr.key-result-created', subject: `okr-key-result:${id}`, detail })
  await planRounds(ctx, [ownerId])
  const after = await fresh(ctx, objective.id)
  const keyResult = after.keyResults.find((one) => one.id === id)
  if (!keyResult) throw new Error('A key result that was made is not there')
  await tellNewOwner(ctx, ownerId, after, keyResult)
  return { objective: after, keyResult }
}

export function mustBeLive(ctx: Asker, objective: Objective): void {
  if (!isLive(objective)) throw new UserError(refusals[ctx.locale].archived(writeObjective(objective.number)))
}

/** Some key result of an objective has to count; `present` is the one that these terms are to change. */
export function weightProblems(
  { locale }: Asker,
  { weight }: Terms,
  { objective, present }: { objective: Objective; present?: KeyResult | undefined },
): Errors {
  const others = objective.keyResults.filter((one) => isLive(one) && one.id !== present?.id)
  const countsNothing = weight === 0 && others.every((one) => one.weight === 0)
  return countsNothing ? { weight: formWords[locale].weightsZero } : {}
}
