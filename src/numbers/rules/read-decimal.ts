import { Decimal } from 'decimal.js'
import { readNumber as readChinese } from '../../calendar/chinese-number.ts'
import { digitsIn } from './read-digits.ts'

/** A number as somebody typed it, exactly; `unit` tells what stood beside it. */
export type Written =
  | { kind: 'value'; value: Decimal; significant: number; unit: Unit | null }
  | { kind: 'unclear'; why: 'empty' | 'no-number' }
  | { kind: 'ambiguous'; readings: readonly Decimal[]; significant: number }
export type Unit = 'percent' | 'money'

/** Wide enough for what is kept (38 digits), and for the squares and products that are computed of it. */
export const Exact = Decimal.clone({ precision: 160, toExpNeg: -40, toExpPos: 60 })

const MONEY_BEFORE = /^(?:¥|\$|€|£|rmb|cny|usd|eur)\s*/
const MONEY_AFTER = /\s*(?:元|块|块钱|人民币|美元|欧元|rmb|cny|usd|eur|€|\$|¥)$/
const PERCENT_BEFORE = /^百分之\s*/
const PERCENT_AFTER = /\s*(?:%|percent|个百分点)$/
const MAGNITUDES: readonly [RegExp, string][] = [
  [/\s*(?:亿)$/, '1e8'],
  [/\s*(?:千万)$/, '1e7'],
  [/\s*(?:百万|m|mn|mio|million)$/, '1e6'],
  [/\s*(?:万)$/, '1e4'],
  [/\s*(?:千|k|thousand)$/, '1e3'],
  [/\s*(?:十亿|b|bn|billion)$/, '1e9'],
]

/**
 * `1,200` · `1.200,5` · `40%` · `¥3.2万` · `3k` · `-5`. What can be read in two ways is ambiguous: nothing is guessed. In
 * both our languages the point is the decimal one. `own`, the unit in which it is counted, may stand behind it.
 */
export function readDecimal(typed: string, own: string | null = null): Written {
  const text = withoutUnit(tidied(typed), own)
  const isNegative = text.startsWith('-')
  const { body, unit } = unitOf(text.replace(/^[+-]\s*/, ''))
  if (body === '') return { kind: 'unclear', why: text === '' ? 'empty' : 'no-number' }
  const [pattern, factor] = MAGNITUDES.find(([suffix]) => suffix.test(body)) ?? [/$^/, '1']
  const digits = body.replace(pattern, '').trim()
  const chinese = readChinese(digits)
  const found = chinese === null ? digitsIn(digits) : { readings: [String(chinese)], significant: 2 }
  if (!found) return { kind: 'unclear', why: 'no-number' }

  const { significant } = found
  const readings = found.readings.map((written) => new Exact(written).times(factor).times(isNegative ? -1 : 1))
  const [value = new Exact(0)] = readings
  return readings.length > 1
    ? { kind: 'ambiguous', readings, significant }
    : { kind: 'value', value, significant, unit }
}

/** Half-width, in lower case, with one kind of minus and simplified signs for ten thousand. */
export const tidied = (typed: string): string =>
  typed
    .normalize('NFKC')
    .replace(/[−‒–—﹣]/gu, '-')
    .replace(/萬/gu, '万')
    .replace(/億/gu, '亿')
    .replace(/\s+/gu, ' ')
    .trim()
    .toLowerCase()

/** `42 customers`, where it is counted in customers. */
function withoutUnit(text: string, own: string | null): string {
  const unit = tidied(own ?? '')
  const isThere = unit !== '' && !/[%¥$€£\d]/u.test(unit) && text.endsWith(unit) && text.length > unit.length
  return isThere ? text.slice(0, -unit.length).trim() : text
}

function unitOf(text: string): { body: string; unit: Unit | null } {
  if (PERCENT_BEFORE.test(text)) return { body: text.replace(PERCENT_BEFORE, ''), unit: 'percent' }
  if (PERCENT_AFTER.test(text)) return { body: text.replace(PERCENT_AFTER, ''), unit: 'percent' }
  const body = text.replace(MONEY_BEFORE, '').replace(MONEY_AFTER, '')
  return { body, unit: body === text ? null : 'money' }
}
