import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { readNumber, readValue, sayNumber } from '../../../../src/flows/okr/rules/read-number.ts'
import { readReference } from '../../../../src/flows/okr/rules/reference.ts'

const readAs = (typed: string) => {
  const reading = readNumber(typed)
  return reading.kind === 'value' ? reading.value : reading
}

describe('a number as people write it', () => {
  it.each([
    ['42', 42],
    ['1,200', 1_200],
    ['1,234,567.89', 1_234_567.89],
    ['1.200,5', 1_200.5],
    ['1.234.567', 1_234_567],
    ['1 200', 1_200],
    ['1’200.50', 1_200.5],
    ['1.200', 1.2],
    ['.5', 0.5],
    ['１２．５', 12.5],
    ['3k', 3_000],
    ['2.5M', 2_500_000],
    ['1bn', 1e9],
    ['1e3', 1_000],
    ['¥3.2万', 32_000],
    ['3.2亿元', 320_000_000],
    ['三万', 30_000],
    ['二十一', 21],
    ['$3', 3],
    ['3 美元', 3],
    ['=-5', -5],
    ['= 7', 7],
    ['0', 0],
    ['0.1万', 1_000],
  ])('%s is %d', (typed, value) => {
    expect(readAs(typed)).toBe(value)
  })

  it.each([
    ['40%', 40],
    ['40 ％', 40],
    ['百分之40', 40],
    ['12.5 percent', 12.5],
  ])('%s is %d percent', (typed, value) => {
    expect(readNumber(typed)).toEqual({ kind: 'value', value, unit: 'percent' })
  })

  it.each([
    ['+3', 3, null],
    ['−2.5', -2.5, null],
    ['+5%', 5, 'percent'],
    ['+1.2万', 12_000, null],
  ])('%s is a step', (typed, by, unit) => {
    expect(readNumber(typed)).toEqual({ kind: 'step', by, unit })
  })

  it.each([
    ['', 'empty'],
    ['   ', 'empty'],
    ['NaN', 'no-number'],
    ['Infinity', 'no-number'],
    ['∞', 'no-number'],
    ['many', 'no-number'],
    ['1,2,3', 'no-number'],
    ['--5', 'no-number'],
    ['%', 'no-number'],
    ['1000000000000000000', 'too-large'],
    ['1e18', 'too-large'],
    ['1e400', 'too-large'],
    ['99999万亿', 'no-number'],
    ['1.2345678901234567', 'too-precise'],
  ])('“%s” is asked back: %s', (typed, why) => {
    expect(readNumber(typed)).toMatchObject({ kind: 'unclear', why })
  })

  it('is asked back with both readings where there are two', () => {
    expect(readNumber('1,5')).toEqual({ kind: 'unclear', why: 'ambiguous', readings: [1.5, 15] })
    expect(readNumber('12,3456k')).toMatchObject({ why: 'ambiguous', readings: [12_345.6, 123_456_000] })
  })

  it('below zero is a value in the field of a form', () => {
    expect(readValue('-5')).toEqual({ kind: 'value', value: -5, unit: null })
    expect(readValue('+3')).toEqual({ kind: 'value', value: 3, unit: null })
  })

  it('that we write is read back as the same', () => {
    const numbers = fc.oneof(
      fc.integer({ min: -1_000_000_000, max: 1_000_000_000 }),
      fc.integer({ min: -1_000_000, max: 1_000_000 }).map((thousandths) => thousandths / 1_000),
      fc.double({ min: -1e11, max: 1e11, noNaN: true }).map((value) => Number(value.toPrecision(15)) + 0),
    )
    fc.assert(
      fc.property(
        numbers,
        fc.constantFrom(null, '%', '¥', '$', '元', '€', 'customers', 'm', 'k', '位客户'),
        (value, unit) => {
          expect(readValue(sayNumber(value, unit, 'en'), unit)).toMatchObject({ kind: 'value', value })
        },
      ),
    )
  })

  it('is read or refused, whatever is typed', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme', maxLength: 30 }), (typed) => {
        const reading = readNumber(typed)
        const number = reading.kind === 'value' ? reading.value : reading.kind === 'step' ? reading.by : 0
        expect(Math.abs(number)).toBeLessThanOrEqual(1e12)
      }),
    )
  })
})

describe('a reference', () => {
  it.each([
    ['O-3', 'objective', 3],
    ['o3', 'objective', 3],
    ['Ｏ－３', 'objective', 3],
    ['KR-12', 'key-result', 12],
    ['kr 12', 'key-result', 12],
  ])('%s', (typed, kind, number) => {
    expect(readReference(typed)).toEqual({ kind, number })
  })

  it.each(['', '12', 'C-12', 'KR-0', 'KR-', 'KRX-1', 'O-1234567890', 'okr'])('is not “%s”', (typed) => {
    expect(readReference(typed)).toBeNull()
  })
})
