import { FieldErrors } from '../../../errors.ts'
import type { Asker } from '../asker.ts'
import { unitOf } from '../cards/lines.ts'
import { dateOf, isTwofold, noting, Unfit, valueAfter } from '../check-in/read-form.ts'
import type { Said } from '../check-in/record.ts'
import { exact, type Reading, readNumber } from '../rules/read-number.ts'
import { writeKeyResult } from '../rules/reference.ts'
import { whyUnclear } from '../setup/read-key-result.ts'
import type { CheckIn } from '../store/check-ins.ts'
import { dateFor } from '../store/cycles.ts'
import type { KeyResult, KeyResultWithObjective } from '../store/objectives.ts'
import type { CheckInBody } from './check-in-body.ts'
import { sentences } from './sentences.ts'

type About = { keyResult: KeyResultWithObjective; current: CheckIn | null }

/** What a program says, by the rules of the form; what can be read in two ways is refused. */
export function readSaid(ctx: Asker, body: CheckInBody, about: About): Said {
  const errors: Record<string, string> = {}
  const guard = noting(errors)
  const { keyResult } = about
  const steps = guard('steps', () => stepsIn(body, keyResult), [])
  const value = guard('value', () => valueIn(ctx, body, about), 0)
  const usual = dateFor(keyResult.objective.cycle, ctx.now)
  const forDate = guard('forDate', () => dateOf(ctx, body.forDate ?? null, keyResult), usual)
  if (Object.keys(errors).length > 0) throw new FieldErrors(errors)
  const isMilestone = keyResult.kind === 'milestone'
  return {
    ...{ value: isMilestone ? steps.length : value, steps, forDate },
    ...{ confidence: body.confidence ?? null, note: body.note || null },
  }
}

/** By their places from 0. */
function stepsIn({ steps: done }: CheckInBody, { kind, number, steps }: KeyResult): number[] {
  const name = writeKeyResult(number)
  if (kind !== 'milestone' && done) throw new Unfit(sentences.noSteps(name))
  if (kind !== 'milestone') return []
  if (!done) throw new Unfit(sentences.needsSteps(name))
  const places = done.map((step) => placeOf(step, steps))
  return [...new Set(places)].toSorted((one, other) => one - other)
}

function placeOf(typed: string, steps: readonly string[]): number {
  const at = steps.indexOf(typed.replace(/\s+/gu, ' '))
  if (at < 0) throw new Unfit(sentences.unknownStep(typed, steps))
  return at
}

function valueIn(ctx: Asker, { value: said }: CheckInBody, { keyResult, current }: About): number {
  const name = writeKeyResult(keyResult.number)
  const isMilestone = keyResult.kind === 'milestone'
  if (isMilestone && said !== undefined) throw new Unfit(sentences.noValue(name))
  if (isMilestone) return 0
  if (said === undefined) throw new Unfit(sentences.needsValue(name))
  const reading = readingOf(said, keyResult)
  if (reading.kind === 'unclear') throw new Unfit(whyUnclear(reading, String(said), ctx.locale))
  if (isTwofold(reading, keyResult)) throw new Unfit(sentences.twofold(String(said)))
  return valueAfter(ctx, reading, { keyResult, current })
}

/** A JSON number is a value, whatever its sign. */
const readingOf = (said: number | string, keyResult: KeyResult): Reading =>
  typeof said === 'number' ? { kind: 'value', value: exact(said), unit: null } : readNumber(said, unitOf(keyResult))
