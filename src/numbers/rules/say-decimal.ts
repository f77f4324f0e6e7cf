import type { Decimal } from 'decimal.js'

/** All its digits, without an exponent and without zeros that say nothing: `1200.5`. */
export const plainDecimal = (value: Decimal): string => value.toFixed()

/** As it is written: `1,200`, `40%`, `¥3.5`, `12 customers`. Read back, it is the same number. */
export function sayDecimal(value: Decimal, unit: string | null): string {
  const [whole = '0', fraction] = plainDecimal(value.abs()).split('.')
  const digits = whole.replace(/\B(?=(\d{3})+$)/g, ',') + (fraction ? `.${fraction}` : '')
  return withUnit(value.isNegative() && !value.isZero() ? '-' : '', digits, unit)
}

/** A currency stands before its amount, a word apart from it. */
export function withUnit(sign: string, digits: string, unit: string | null): string {
  if (unit === null || unit === '') return sign + digits
  if (/^[¥$€£]$/u.test(unit)) return sign + unit + digits
  const apart = /^[\p{Script=Latin}]/u.test(unit) ? ' ' : ''
  return `${sign}${digits}${apart}${unit}`
}
