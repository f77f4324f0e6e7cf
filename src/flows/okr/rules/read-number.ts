import { readNumber as readChinese } from '../../../calendar/chinese-number.ts'
import type { Locale } from '../../../chat/locale.ts'
import { digitsIn } from './read-digits.ts'

/** A number as somebody typed it. `step` is `+3` or `-2`, to be added; `unit` tells what stood beside it. */
export type Reading =
  | { kind: 'value'; value: number; unit: Unit | null }
  | { kind: 'step'; by: number; unit: Unit | null }
  | { kind: 'unclear'; why: Unclear; readings?: readonly number[] }
export type Unit = 'percent' | 'money'
export type Unclear = 'empty' | 'no-number' | 'ambiguous' | 'too-large' | 'too-precise'

/** What a double holds without loss, written in decimals. */
const MOST_DIGITS = 15
export const LARGEST = 1e12
const WRITTEN = new Intl.NumberFormat('en', { maximumFractionDigits: 20, maximumSignificantDigits: MOST_DIGITS })

const MONEY_BEFORE = /^(?:¥|\$|€|£|rmb|cny|usd|eur)\s*/
const MONEY_AFTER = /\s*(?:元|块|块钱|人民币|美元|欧元|rmb|cny|usd|eur|€|\$|¥)$/
const PERCENT_BEFORE = /^百分之\s*/
const PERCENT_AFTER = /\s*(?:%|percent|个百分点)$/
const MAGNITUDES: readonly [RegExp, number][] = [
  [/\s*(?:亿)$/, 1e8],
  [/\s*(?:千万)$/, 1e7],
  [/\s*(?:百万|m|mn|mio|million)$/, 1e6],
  [/\s*(?:万)$/, 1e4],
  [/\s*(?:千|k|thousand)$/, 1e3],
  [/\s*(?:十亿|b|bn|billion)$/, 1e9],
]

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
  const text = withoutUnit(tidied(typed).replace(/^=\s*/, ''), own)
  const isNegative = text.startsWith('-')
  const { body, unit } = unitOf(text.replace(/^[+-]\s*/, ''))
  if (body === '') return { kind: 'unclear', why: text === '' ? 'empty' : 'no-number' }
  const [pattern, factor] = MAGNITUDES.find(([suffix]) => suffix.test(body)) ?? [/$^/, 1]
  const digits = body.replace(pattern, '').trim()
  const chinese = readChinese(digits)
  const found = chinese === null ? digitsIn(digits) : { readings: [chinese], significant: 2 }
  if (!found) return { kind: 'unclear', why: 'no-number' }

  const readings = found.readings.map((read) => exact((isNegative ? -read : read) * factor))
  const [value = 0] = readings
  if (readings.some((read) => !Number.isFinite(read) || Math.abs(read) > LARGEST))
    return { kind: 'unclear', why: 'too-large' }
  if (found.significant > MOST_DIGITS) return { kind: 'unclear', why: 'too-precise' }
  return readings.length > 1 ? { kind: 'unclear', why: 'ambiguous', readings } : { kind: 'value', value, unit }
}

/** What comes of an addition or a multiplication of decimals, without the noise of binary fractions. */
export const exact = (value: number): number => Number(value.toPrecision(MOST_DIGITS)) + 0

/** As it is written: `1,200`, `40%`, `¥3.5`, `12 customers`. Read back, it is the same number. */
export function sayNumber(value: number, unit: string | null, _locale: Locale): string {
  const digits = WRITTEN.format(Math.abs(value))
  const sign = value < 0 ? '-' : ''
  if (unit === null || unit === '') return sign + digits
  if (/^[¥$€£]$/u.test(unit)) return sign + unit + digits
  const apart = /^[\p{Script=Latin}]/u.test(unit) ? ' ' : ''
  return `${sign}${digits}${apart}${unit}`
}

/** `42 customers`, where it is counted in customers. */
function withoutUnit(text: string, own: string | null): string {
  const unit = tidied(own ?? '')
  const isThere = unit !== '' && !/[%¥$€£\d]/u.test(unit) && text.endsWith(unit) && text.length > unit.length
  return isThere ? text.slice(0, -unit.length).trim() : text
}

const tidied = (typed: string): string =>
  typed
    .normalize('NFKC')
    .replace(/[−‒–—﹣]/gu, '-')
    .replace(/萬/gu, '万')
    .replace(/億/gu, '亿')
    .replace(/\s+/gu, ' ')
    .trim()
    .toLowerCase()

function unitOf(text: string): { body: string; unit: Unit | null } {
  if (PERCENT_BEFORE.test(text)) return { body: text.replace(PERCENT_BEFORE, ''), unit: 'percent' }
  if (PERCENT_AFTER.test(text)) return { body: text.replace(PERCENT_AFTER, ''), unit: 'percent' }
  const body = text.replace(MONEY_BEFORE, '').replace(MONEY_AFTER, '')
  return { body, unit: body === text ? null : 'money' }
}
