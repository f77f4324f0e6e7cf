import fc from 'fast-check'
import { Temporal } from 'temporal-polyfill'
import { describe, expect, it } from 'vitest'
import { readDate } from '../../src/calendar/read-date.ts'

const sunday = Temporal.PlainDate.from('2026-11-22')
const wednesday = Temporal.PlainDate.from('2026-11-25')

describe('a date that people type on Wednesday, 25 November 2026', () => {
  it.each([
    ['2026-12-03', '2026-12-03'],
    ['2026/12/3', '2026-12-03'],
    ['2026.12.3', '2026-12-03'],
    ['20261203', '2026-12-03'],
    ['today', '2026-11-25'],
    ['Tomorrow', '2026-11-26'],
    ['day after tomorrow', '2026-11-27'],
    ['yesterday', '2026-11-24'],
    ['今天', '2026-11-25'],
    ['明天', '2026-11-26'],
    ['后天', '2026-11-27'],
    ['後天', '2026-11-27'],
    ['大后天', '2026-11-28'],
    ['昨天', '2026-11-24'],
    ['wed', '2026-11-25'],
    ['thu', '2026-11-26'],
    ['on Friday', '2026-11-27'],
    ['Monday', '2026-11-30'],
    ['tues', '2026-12-01'],
    ['周三', '2026-11-25'],
    ['星期一', '2026-11-30'],
    ['礼拜天', '2026-11-29'],
    ['週日', '2026-11-29'],
    ['next wed', '2026-12-02'],
    ['next monday', '2026-11-30'],
    ['next sun', '2026-12-06'],
    ['this mon', '2026-11-23'],
    ['last fri', '2026-11-20'],
    ['下周三', '2026-12-02'],
    ['下周日', '2026-12-06'],
    ['下个星期一', '2026-11-30'],
    ['下下周一', '2026-12-07'],
    ['本周五', '2026-11-27'],
    ['这周一', '2026-11-23'],
    ['上周三', '2026-11-18'],
    ['+3d', '2026-11-28'],
    ['-1d', '2026-11-24'],
    ['+2w', '2026-12-09'],
    ['in 3 days', '2026-11-28'],
    ['in 1 week', '2026-12-02'],
    ['3天后', '2026-11-28'],
    ['两周后', '2026-12-09'],
    ['12月3日', '2026-12-03'],
    ['12月3号', '2026-12-03'],
    ['十二月三日', '2026-12-03'],
    ['1月5日', '2027-01-05'],
    ['11月25日', '2026-11-25'],
    ['2026年12月3日', '2026-12-03'],
    ['2月29日', '2028-02-29'],
    ['Dec 3', '2026-12-03'],
    ['3 december', '2026-12-03'],
    ['3rd Dec', '2026-12-03'],
    ['dec. 3, 2027', '2027-12-03'],
    ['1 Sept 2027', '2027-09-01'],
    ['Jan 5', '2027-01-05'],
  ])('is read from %s as %s', (typed, date) => {
    expect(readDate(typed, wednesday)?.toString()).toBe(date)
  })

  it.each([
    ...[
      '',
      '11/30',
      '11/12',
      '3.12.',
      '12-03',
      '2026-13-01',
      '2026-02-30',
      '2026-12-3x',
      '20261301',
      '2026-1/2',
      'dec',
      '3',
    ],
    ...[
      'next week',
      'next',
      '下周',
      '周八',
      'someday',
      '13月1日',
      '2月30日',
      'feb 30',
      'smarch 3',
      '+d',
      '+3',
      '+9999d',
      'next constructor',
    ],
    ...['constructor', '__proto__', '天后', '下周constructor'],
  ])('cannot be read from %j', (typed) => {
    expect(readDate(typed, wednesday)).toBeNull()
  })

  it('takes the week of a Sunday to end with it', () => {
    expect(readDate('周一', sunday)?.toString()).toBe('2026-11-23')
    expect(readDate('下周一', sunday)?.toString()).toBe('2026-11-23')
    expect(readDate('next sun', sunday)?.toString()).toBe('2026-11-29')
    expect(readDate('sun', sunday)?.toString()).toBe('2026-11-22')
  })

  it('never fails, whatever is typed', () => {
    const signs = fc.constantFrom(...'01239年月日号周下上个天后十二-/.+dw ', 'next ', 'dec ', '🎉')
    fc.assert(fc.property(fc.string({ unit: signs }), (typed) => void readDate(typed, wednesday)))
  })
})
