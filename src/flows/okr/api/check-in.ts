import { FieldErrors } from '../../../errors.ts'
import type { Context } from '../../../flow.ts'
import { apiCall } from '../../../intake/call.ts'
import { Refusal } from '../../../intake/refusal.ts'
import { program } from '../asker.ts'
import { heldForCheckIn } from '../check-in/may-check-in.ts'
import { written } from '../check-in/read-form.ts'
import { recordCheckIn } from '../check-in/record.ts'
import { writeKeyResult } from '../rules/reference.ts'
import { checkInsAfter, currentOfMany, seqOf } from '../store/check-ins.ts'
import type { KeyResultWithObjective } from '../store/objectives.ts'
import { CheckInBody } from './check-in-body.ts'
import { describeCheckIns, describeKeyResult } from './describe.ts'
import { numberIn, openKeyResult } from './find.ts'
import { readSaid } from './read-said.ts'
import { sentences } from './sentences.ts'
import { CheckInShape, KeyResultShape } from './shapes.ts'

export const checkInByApi = apiCall<CheckInBody>({
  does: 'Checks in on a key result.',
  body: CheckInBody,
  answer: KeyResultShape.extend({ checkIn: CheckInShape.describe('What was written.') }),
  run: async (ctx, body) => {
    const keyResult = await heldFor(ctx, body)
    const current = (await currentOfMany(ctx.db, [keyResult.id])).get(keyResult.id) ?? null
    const said = readSaid(program(ctx), body, { keyResult, current })
    const { version: seq } = body
    const outcome = await recordCheckIn(ctx, keyResult, { said, ...(seq !== undefined && { seq }), source: 'api' })
    if (outcome.kind === 'stale') throw await overtaken(ctx, keyResult)
    return answerFor(ctx, keyResult, outcome.current.seq)
  },
})

/** Nobody else checks in on it from here on. */
async function heldFor(
  ctx: Context,
  { keyResult: reference, version = 0 }: CheckInBody,
): Promise<KeyResultWithObjective> {
  const name = writeKeyResult(numberIn(reference))
  const known = await openKeyResult(ctx, reference)
  if (!known) throw new FieldErrors({ keyResult: sentences.noKeyResult(name) })
  const keyResult = await heldForCheckIn(program(ctx), known)
  const count = await seqOf(ctx.db, keyResult.id)
  if (version > count) throw new FieldErrors({ version: sentences.ahead(name, count) })
  return keyResult
}

async function overtaken(ctx: Context, keyResult: KeyResultWithObjective): Promise<Refusal> {
  const present = await describeKeyResult(ctx, keyResult.id)
  const value = written({ locale: 'en' }, keyResult, present.value)
  return new Refusal(409, sentences.overtaken(present.reference, value, present.version), { present })
}

async function answerFor(ctx: Context, keyResult: KeyResultWithObjective, counts: number) {
  const described = await describeKeyResult(ctx, keyResult.id)
  const checkIns = await checkInsAfter(ctx.db, keyResult.id, { seq: described.version - 1, take: 1 })
  const [checkIn] = await describeCheckIns(ctx, keyResult, { checkIns, counts })
  return { ...described, checkIn }
}
