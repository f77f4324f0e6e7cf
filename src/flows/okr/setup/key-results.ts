import { record } from '../../../audit/record.ts'
import type { CommandLine } from '../../../chat/command-line.ts'
import type { FormValues } from '../../../chat/form.ts'
import { FieldErrors, UserError } from '../../../errors.ts'
import { type Asking, ask, type Reply, type Submission } from '../../../flow.ts'
import { mustOwnKeyResult, mustOwnObjective } from '../authority.ts'
import { refusals } from '../messages/refusals.ts'
import { planRounds } from '../rhythm/plan-round.ts'
import { writeKeyResult, writeObjective } from '../rules/reference.ts'
import { sayScore, scoreOf } from '../rules/score.ts'
import { currentOfMany } from '../store/check-ins.ts'
import { changeKeyResult, type KeyResult, type KeyResultWithObjective, type Objective } from '../store/objectives.ts'
import { holdOpen, keyResultOf, mustBeOpen, objectiveOf } from '../which.ts'
import { addKeyResult, mustBeLive, type OwnedTerms, weightProblems } from './add-key-result.ts'
import { editKeyResultForm, newKeyResultForm } from './cards/key-result-form.ts'
import { howMany, made } from './made.ts'
import { doneWords } from './messages/done.ts'
import { changedIn, fresh } from './objectives.ts'
import { type Errors, readKeyResult } from './read-key-result.ts'
import { readOwner } from './read-objective.ts'
import { tellNewOwner } from './tell-owner.ts'

/** `/okr kr O-3`, `/okr kr O-3 Activation rate`. */
export async function askForKeyResult(ctx: Asking, objective: Objective, rest?: CommandLine): Promise<Reply> {
  await mustOwnObjective(ctx, objective)
  await mustBeOpen(ctx, objective.cycle)
  mustBeLive(ctx, objective)
  const title = rest?.text ?? ''
  return ask(newKeyResultForm(ctx.locale, objective, { ownerId: objective.ownerId, ...(title && { title }) }))
}

export async function createKeyResult(ctx: Asking, { context, values }: Submission): Promise<Reply> {
  await mustOwnObjective(ctx, await objectiveOf(ctx, context))
  const objective = await holdOpen(ctx, context)
  mustBeLive(ctx, objective)
  const terms = await readTerms(ctx, values, { objective, present: undefined })
  const { objective: after, keyResult } = await addKeyResult(ctx, objective, terms)
  const said = doneWords[ctx.locale].keyResultCreated(writeKeyResult(keyResult.number), writeObjective(after.number))
  return made(ctx, after, said, howMany(ctx, after))
}

export async function askToEditKeyResult(ctx: Asking, keyResult: KeyResultWithObjective): Promise<Reply> {
  await mustOwnKeyResult(ctx, keyResult)
  await mustBeOpen(ctx, keyResult.objective.cycle)
  return ask(editKeyResultForm(ctx.locale, keyResult))
}

export async function saveKeyResult(ctx: Asking, { context, values }: Submission): Promise<Reply> {
  const words = doneWords[ctx.locale]
  const known = await keyResultOf(ctx, context)
  await mustOwnKeyResult(ctx, known)
  const objective = await holdOpen(ctx, known.objectiveId)
  const before = objective.keyResults.find(({ id }) => id === known.id)
  if (!before || String(before.version) !== context.split(' ')[1]) throw new UserError(refusals[ctx.locale].stale)
  const terms = await readTerms(ctx, values, { objective, present: before })
  const changed = changedIn<Partial<KeyResult>>(before, terms)
  const reference = writeKeyResult(before.number)
  if (Object.keys(changed).length === 0) return made(ctx, objective, words.same(reference))

  const after = await changeKeyResult(ctx.db, before, terms)
  await record(ctx, { action: 'okr.key-result-changed', subject: `okr-key-result:${before.id}`, detail: changed })
  await planRounds(ctx, [after.ownerId])
  const whole = await fresh(ctx, objective.id)
  if (after.ownerId !== before.ownerId) await tellNewOwner(ctx, after.ownerId, whole, after)
  return made(ctx, whole, words.saved(reference), await rescored(ctx, before, after))
}

type Around = { objective: Objective; present: KeyResult | undefined }

async function readTerms(ctx: Asking, values: FormValues, { objective, present }: Around): Promise<OwnedTerms> {
  const { terms, errors } = readKeyResult(values, ctx.locale)
  const all: Errors = { ...errors, ...weightProblems(ctx, terms, { objective, present }) }
  // Whoever may change the objective may give its key results to anybody.
  const ownerId = await readOwner(ctx, { values, errors: all }, present?.ownerId ?? objective.ownerId)
  if (Object.keys(all).length > 0) throw new FieldErrors(all)
  return { ...terms, ownerId }
}

/** What the new terms make of what was reached. */
async function rescored(ctx: Asking, before: KeyResult, after: KeyResult): Promise<string[]> {
  const value = (await currentOfMany(ctx.db, [after.id])).get(after.id)?.value ?? null
  const [was, is] = [sayScore(scoreOf(before, value)), sayScore(scoreOf(after, value))]
  return value !== null && was !== is ? [doneWords[ctx.locale].rescored(was, is)] : []
}
