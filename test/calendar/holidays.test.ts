import { createRequire } from 'node:module'
import { Temporal } from 'temporal-polyfill'
import { describe, expect, it } from 'vitest'
import { countries, isCountry, readCountry, sayCountry } from '../../src/calendar/countries.ts'
import { holidayName, isHoliday, isWorkday } from '../../src/calendar/holidays.ts'

const date = (iso: string) => Temporal.PlainDate.from(iso)
const WEEKDAYS = [1, 2, 3, 4, 5]

const holidaysOf = (country: string, year: number): string[] =>
  Array.from({ length: date(`${year}-01-01`).daysInYear }, (_, day) => date(`${year}-01-01`).add({ days: day }))
    .filter((each) => isHoliday(country, each))
    .map((each) => each.toString().slice(5))

describe('public holidays', () => {
  it('are those of the whole country', () => {
    expect(holidaysOf('DE', 2026)).toEqual([
      ...['01-01', '04-03', '04-06', '05-01', '05-14', '05-25', '10-03', '12-25', '12-26'],
    ])
  })

  it('hold the day that is free in the place of another', () => {
    expect(holidayName('US', date('2026-07-03'), 'en')).toBe('Independence Day (substitute day)')
    expect(holidayName('US', date('2026-07-03'), 'zh-CN')).toBe('独立日（补假）')
  })

  it('take every day of a feast that begins on an eve, and no half day', () => {
    expect(['03-18', '03-19', '03-22', '03-23'].map((day) => isHoliday('SA', date(`2026-${day}`)))).toEqual([
      ...[false, true, true, false],
    ])
    expect(isHoliday('IL', date('2026-04-02'))).toBe(true)
    expect(isHoliday('IL', date('2026-04-01'))).toBe(false)
    expect(isHoliday('IS', date('2026-12-24'))).toBe(false)
  })

  it('have a name in both languages, in English where there is no Chinese one', () => {
    expect(holidayName('FR', date('2026-12-25'), 'zh-CN')).toBe('圣诞节')
    expect(holidayName('JP', date('2026-08-11'), 'zh-CN')).toBe('Mountain Day')
    expect(holidayName('HK', date('2026-10-01'), 'zh-CN')).toBe('國慶日')
    expect(holidayName('FR', date('2026-12-24'), 'en')).toBeNull()
  })

  it('are none for unknown countries and for years too far away', () => {
    expect(isHoliday('ZZ', date('2026-01-01'))).toBe(false)
    expect(isHoliday('constructor', date('2026-01-01'))).toBe(false)
    expect(isHoliday('SA', date('9999-01-01'))).toBe(false)
  })
})

describe('mainland China', () => {
  it('is free as the State Council arranged it', () => {
    expect(holidayName('CN', date('2026-10-05'), 'zh-CN')).toBe('国庆节')
    expect(holidayName('CN', date('2026-10-05'), 'en')).toBe('National Day')
    expect(isHoliday('CN', date('2026-10-08'))).toBe(false)
  })

  it('works on a shifted Saturday when Monday to Friday are worked', () => {
    const saturday = date('2026-10-10')

    expect(isWorkday('CN', saturday, WEEKDAYS)).toBe(true)
    expect(isWorkday('CN', saturday, [1, 2, 3, 4])).toBe(false)
    expect(isWorkday(null, saturday, WEEKDAYS)).toBe(false)
    expect(isWorkday('CN', date('2026-10-17'), WEEKDAYS)).toBe(false)
  })

  it('has the thirteen statutory days in a year that is not arranged yet', () => {
    expect(holidaysOf('CN', 2033)).toEqual([
      ...['01-01', '01-30', '01-31', '02-01', '02-02', '04-04', '05-01', '05-02', '06-01', '09-08'],
      ...['10-01', '10-02', '10-03'],
    ])
  })
})

describe('a working day', () => {
  it('is a day that is worked and no holiday', () => {
    expect(isWorkday('DE', date('2026-05-01'), WEEKDAYS)).toBe(false)
    expect(isWorkday(null, date('2026-05-01'), WEEKDAYS)).toBe(true)
    expect(isWorkday('DE', date('2026-05-02'), WEEKDAYS)).toBe(false)
    expect(isWorkday('DE', date('2026-05-02'), [6])).toBe(true)
  })
})

describe('countries', () => {
  it('are exactly those whose holidays are known', () => {
    const Rules = createRequire(import.meta.url)('date-holidays')

    const codes = countries('en').map(({ code }) => code)

    expect([...codes].sort()).toEqual(Object.keys(new Rules().getCountries()).sort())
    expect(codes.every(isCountry)).toBe(true)
  })

  it('have a name in both languages', () => {
    expect(sayCountry('DE', 'zh-CN')).toBe('德国')
    expect(sayCountry('DE', 'en')).toBe('Germany')
    expect([...countries('en'), ...countries('zh-CN')].filter(({ code, name }) => name === code)).toEqual([])
  })

  it.each([
    ['de', 'DE'],
    ['Germany', 'DE'],
    ['德国', 'DE'],
    ['uk', 'GB'],
    ['中国', 'CN'],
    ['China', 'CN'],
  ])('are read from %s', (typed, code) => {
    expect(readCountry(typed)).toBe(code)
  })

  it.each(['', 'Atlantis', 'zz', 'constructor'])('are not read from %j', (typed) => {
    expect(readCountry(typed)).toBeNull()
  })
})
