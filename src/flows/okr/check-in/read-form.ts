import type { Temporal } from 'temporal-polyfill'
import { readDate } from '../../../calendar/read-date.ts'
import { sayDate } from '../../../calendar/say.ts'
import type { FormValues } from '../../../chat/form.ts'
import type { Locale } from '../../../chat/locale.ts'
import { textIn } from '../../../chat/typed.ts'
import { FieldErrors } from '../../../errors.ts'
import type { Asking } from '../../../flow.ts'
import { unitOf } from '../cards/lines.ts'
import { LONGEST_TEXT } from '../limits.ts'
import { type CycleDays, dateMeant, usualDate } from '../rules/check-in-date.ts'
import { exact, LARGEST, type Reading, readNumber, sayNumber } from '../rules/read-number.ts'
import { whyUnclear } from '../setup/read-key-result.ts'
import type { CheckIn } from '../store/check-ins.ts'
import { dateFor, daysOf } from '../store/cycles.ts'
import type { KeyResult, KeyResultWithObjective } from '../store/objectives.ts'
import { updateWords } from './messages/update.ts'
import type { Said } from './record.ts'

type About = { keyResult: KeyResultWithObjective; current: CheckIn | null }

/** What the form says; whatever is wrong stands beside its field. */
export function readForm(ctx: Asking, values: FormValues, { keyResult, current }: About): Said {
  const errors: Record<string, string> = {}
  const guard = noting(errors)
  const steps = keyResult.kind === 'milestone' ? stepsIn(values, keyResult) : []
  const measured = () => valueTyped(ctx, textIn(values, 'value'), { keyResult, current })
  const said: Said = {
    value: keyResult.kind === 'milestone' ? steps.length : guard('value', measured, 0),
    steps,
    confidence: guard('confidence', () => confidenceOf(ctx, textIn(values, 'confidence')), null),
    note: guard('note', () => noteOf(ctx, textIn(values, 'note')), null),
    forDate: guard(
      'date',
      () => dateOf(ctx, textIn(values, 'date'), keyResult),
      dateFor(keyResult.objective.cycle, ctx.now),
    ),
  }
  if (Object.keys(errors).length > 0) throw new FieldErrors(errors)
  return said
}

/** Reads field by field: what cannot be so is noted beside its field, and something else stands in its place. */
export const noting =
  (errors: Record<string, string>) =>
  <Value>(field: string, read: () => Value, instead: Value): Value => {
    try {
      return read()
    } catch (error) {
      if (!(error instanceof Unfit)) throw error
      errors[field] = error.message
      return instead
    }
  }

/** It cannot be so; the message says why. */
export class Unfit extends Error {
  override name = 'Unfit'
}

function valueTyped(ctx: Asking, typed: string, { keyResult, current }: About): number {
  const reading = readNumber(typed, unitOf(keyResult))
  if (reading.kind === 'unclear') throw new Unfit(whyUnclear(reading, typed, ctx.locale))
  // In a field where the value is asked for, a minus without a plus beside it is a number below zero.
  const below = isTwofold(reading, keyResult) ? { ...reading, kind: 'value' as const, value: reading.by } : reading
  return valueAfter(ctx, below, { keyResult, current })
}

/** `-3` where values below zero are planned: it may be taken off, or be the value. */
export const isTwofold = (
  reading: Reading,
  { start, target }: Pick<KeyResult, 'start' | 'target'>,
): reading is Extract<Reading, { kind: 'step' }> =>
  reading.kind === 'step' && reading.by < 0 && Math.min(start, target) < 0

/** The value that a reading means for this key result; throws Unfit where its unit is another one. */
export function valueAfter(
  ctx: Pick<Asking, 'locale'>,
  reading: Exclude<Reading, { kind: 'unclear' }>,
  { keyResult, current }: { keyResult: KeyResult; current: CheckIn | null },
): number {
  const words = updateWords[ctx.locale]
  const unit = unitOf(keyResult)
  const { title } = keyResult
  if (reading.unit === 'percent' && unit !== '%')
    throw new Unfit(unit ? words.otherUnit(title, unit) : words.otherUnitPlain(title))
  if (reading.unit === 'money' && unit === '%') throw new Unfit(words.noMoney(title))
  const value = reading.kind === 'value' ? reading.value : exact((current?.value ?? keyResult.start) + reading.by)
  if (Math.abs(value) > LARGEST) throw new Unfit(whyUnclear({ kind: 'unclear', why: 'too-large' }, '', ctx.locale))
  return value
}

export function confidenceOf(ctx: Asking, typed: string | null): number | null {
  if (!typed) return null
  const reading = readNumber(typed)
  const isWhole = reading.kind === 'value' && Number.isInteger(reading.value) && reading.unit === null
  if (isWhole && reading.value >= 0 && reading.value <= 10) return reading.value
  throw new Unfit(updateWords[ctx.locale].badConfidence)
}

export function noteOf(ctx: Asking, typed: string): string | null {
  if (typed.length > LONGEST_TEXT) throw new Unfit(updateWords[ctx.locale].longNote(LONGEST_TEXT, typed.length))
  return typed.trim() || null
}

/** A day of the cycle that has come; today, and not after its last day, where nothing was said. */
export function dateOf(
  ctx: Pick<Asking, 'locale' | 'now'>,
  typed: string | null,
  { objective }: KeyResultWithObjective,
): Temporal.PlainDate {
  const words = updateWords[ctx.locale]
  const days = daysOf(objective.cycle, ctx.now)
  if (!typed) return usualDate(days)
  const date = readDate(typed, days.today)
  if (!date) throw new Unfit(words.badDate(typed.slice(0, 40)))
  const meant = dateMeant(date, days)
  if (typeof meant === 'string') throw new Unfit(whyNoDate(meant, days, ctx.locale))
  return meant
}

export function whyNoDate(why: 'future' | 'outside', { startsOn, endsOn, today }: CycleDays, locale: Locale): string {
  const words = updateWords[locale]
  return why === 'future'
    ? words.future(sayDate(today, locale))
    : words.outsideCycle(sayDate(startsOn, locale), sayDate(endsOn, locale))
}

function stepsIn(values: FormValues, { steps }: KeyResult): number[] {
  const chosen = Array.isArray(values.steps) ? values.steps.map(Number) : []
  return steps.flatMap((_, at) => (chosen.includes(at) ? at : []))
}

/** As people read a value of this key result. */
export const written = (ctx: Pick<Asking, 'locale'>, keyResult: KeyResult, value: number): string =>
  sayNumber(value, unitOf(keyResult), ctx.locale)
