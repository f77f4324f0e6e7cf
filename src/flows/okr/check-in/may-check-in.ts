import { toDateColumn } from '../../../calendar/instant.ts'
import { UserError } from '../../../errors.ts'
import type { Asking } from '../../../flow.ts'
import { memberZoneToday } from '../../../people/members.ts'
import type { Asker } from '../asker.ts'
import { mayChangeKeyResult, mustOwnKeyResult } from '../authority.ts'
import { refusals } from '../messages/refusals.ts'
import { writeKeyResult } from '../rules/reference.ts'
import { isLive, type KeyResultWithObjective } from '../store/objectives.ts'
import { holdOpen } from '../which.ts'
import { awayFor } from './store/mine.ts'

/** Who may change it, and whoever stands in for an owner who is away. */
export async function mustCheckIn(ctx: Asking, keyResult: KeyResultWithObjective): Promise<void> {
  if (await mayChangeKeyResult(ctx, keyResult)) return
  const today = toDateColumn(memberZoneToday(ctx.actor, ctx.now))
  if ((await awayFor(ctx.db, ctx.actor.id, today)).includes(keyResult.ownerId)) return
  await mustOwnKeyResult(ctx, keyResult)
}

/** As it is now, held: nobody else checks in on it, changes it or closes its cycle until this transaction ends. */
export async function heldForCheckIn(ctx: Asker, { id, objectiveId, number }: KeyResultWithObjective) {
  const objective = await holdOpen(ctx, objectiveId)
  const keyResult = objective.keyResults.find((one) => one.id === id)
  if (!keyResult) throw new UserError(refusals[ctx.locale].gone)
  if (!isLive(keyResult) || !isLive(objective))
    throw new UserError(refusals[ctx.locale].archived(writeKeyResult(number)))
  return { ...keyResult, objective }
}
