import type { Locale } from '../../../chat/locale.ts'
import { readDecimal, tidied, type Unit } from '../../../numbers/rules/read-decimal.ts'
import { withUnit } from '../../../numbers/rules/say-decimal.ts'

/** A number as somebody typed it. `step` is `+3` or `-2`, to be added; `unit` tells what stood beside it. */
export type Reading =
  | { kind: 'value'; value: number; unit: Unit | null }
  | { kind: 'step'; by: number; unit: Unit | null }
  | { kind: 'unclear'; why: Unclear; readings?: readonly number[] }
export type Unclear = 'empty' | 'no-number' | 'ambiguous' | 'too-large' | 'too-precise'

/** What a double holds without loss, written in decimals. */
const MOST_DIGITS = 15
export const LARGEST = 1e12
const WRITTEN = new Intl.NumberFormat('en', { maximumFractionDigits: 20, maximumSignificantDigits: MOST_DIGITS })

/**
 * `1,200` · `1.200,5` · `40%` · `¥3.2万` · `3k` · `+3` · `=-5`. A sign before it makes it a step; a negative value has an
 * equals sign. What can be read in two ways, or not exactly kept, is unclear: nothing is guessed. In both our languages
 * the point is the decimal one. `own`, the unit in which it is counted, may stand behind it.
 */
export function readNumber(typed: string, own: string | null = null): Reading {
  const text = tidied(typed)
  const isStep = /^[+-]/.test(text)
  const reading = readValue(text.replace(/^[+=]/, ''), own)
  return isStep && reading.kind === 'value' ? { kind: 'step', by: reading.value, unit: reading.unit } : reading
}

/** The same where only a value can be meant, as in the field of a form: `-5` is five below zero. */
export function readValue(typed: string, own: string | null = null): Reading {
  const written = readDecimal(tidied(typed).replace(/^=\s*/, ''), own)
  if (written.kind === 'unclear') return written
  const readings = (written.kind === 'ambiguous' ? written.readings : [written.value]).map(
    (read) => read.toNumber() + 0,
  )
  const [value = 0] = readings
  if (readings.some((read) => !Number.isFinite(read) || Math.abs(read) > LARGEST))
    return { kind: 'unclear', why: 'too-large' }
  if (written.significant > MOST_DIGITS) return { kind: 'unclear', why: 'too-precise' }
  if (written.kind === 'ambiguous') return { kind: 'unclear', why: 'ambiguous', readings }
  return { kind: 'value', value, unit: written.unit }
}

/** What comes of an addition or a multiplication of decimals, without the noise of binary fractions. */
export const exact = (value: number): number => Number(value.toPrecision(MOST_DIGITS)) + 0

/** As it is written: `1,200`, `40%`, `¥3.5`, `12 customers`. Read back, it is the same number. */
export const sayNumber = (value: number, unit: string | null, _locale: Locale): string =>
  withUnit(value < 0 ? '-' : '', WRITTEN.format(Math.abs(value)), unit)
