import type { Context } from '../../../flow.ts'
import { Refusal } from '../../../intake/refusal.ts'
import { refusals } from '../messages/refusals.ts'
import { readReference, writeKeyResult, writeObjective } from '../rules/reference.ts'
import { openOnly } from '../sight.ts'
import {
  isLive,
  type KeyResultWithObjective,
  keyResultByNumber,
  type Objective,
  objectiveByNumber,
} from '../store/objectives.ts'
import { sentences } from './sentences.ts'

/** As it is meant by a reference; null where it does not exist for programs. */
export async function openKeyResult(
  { db, workspace }: Context,
  reference: string,
): Promise<KeyResultWithObjective | null> {
  const keyResult = await keyResultByNumber(db, workspace.id, numberIn(reference))
  return keyResult && openOnly([keyResult.objective]).length > 0 ? keyResult : null
}

export async function openObjective({ db, workspace }: Context, reference: string): Promise<Objective | null> {
  const objective = await objectiveByNumber(db, workspace.id, numberIn(reference))
  return objective && (openOnly([objective])[0] ?? null)
}

/** What somebody asks about: what is not there, or archived, is answered with 404. */
export async function askedKeyResult(ctx: Context, reference: string): Promise<KeyResultWithObjective> {
  const keyResult = await openKeyResult(ctx, reference)
  const written = writeKeyResult(numberIn(reference))
  if (!keyResult) throw new Refusal(404, sentences.noKeyResult(written))
  if (isLive(keyResult) && isLive(keyResult.objective)) return keyResult
  throw new Refusal(404, refusals.en.archived(written))
}

export async function askedObjective(ctx: Context, reference: string): Promise<Objective> {
  const objective = await openObjective(ctx, reference)
  const written = writeObjective(numberIn(reference))
  if (!objective) throw new Refusal(404, sentences.noObjective(written))
  if (isLive(objective)) return objective
  throw new Refusal(404, refusals.en.archived(written))
}

export const numberIn = (reference: string): number => readReference(reference)?.number ?? 0
