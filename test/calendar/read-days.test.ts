import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { readDays } from '../../src/calendar/read-days.ts'
import { sayDays } from '../../src/calendar/say.ts'

describe('days that people type', () => {
  it.each<[string, number[]]>([
    ['mon-fri', [1, 2, 3, 4, 5]],
    ['Mon – Fri', [1, 2, 3, 4, 5]],
    ['monday to friday', [1, 2, 3, 4, 5]],
    ['Mon through Thurs', [1, 2, 3, 4]],
    ['mon,wed,fri', [1, 3, 5]],
    ['Mon, Wed and Fri', [1, 3, 5]],
    ['fri mon', [1, 5]],
    ['fri-mon', [1, 5, 6, 7]],
    ['mon-wed, sun', [1, 2, 3, 7]],
    ['every monday', [1]],
    ['Tuesdays', [2]],
    ['weekdays', [1, 2, 3, 4, 5]],
    ['every weekday', [1, 2, 3, 4, 5]],
    ['weekends', [6, 7]],
    ['daily', [1, 2, 3, 4, 5, 6, 7]],
    ['every day', [1, 2, 3, 4, 5, 6, 7]],
    ['everyday', [1, 2, 3, 4, 5, 6, 7]],
    ['工作日', [1, 2, 3, 4, 5]],
    ['每个工作日', [1, 2, 3, 4, 5]],
    ['每天', [1, 2, 3, 4, 5, 6, 7]],
    ['周末', [6, 7]],
    ['周一到周五', [1, 2, 3, 4, 5]],
    ['周一至周五', [1, 2, 3, 4, 5]],
    ['星期一～星期四', [1, 2, 3, 4]],
    ['周一到五', [1, 2, 3, 4, 5]],
    ['周一、周三', [1, 3]],
    ['周一，三，五', [1, 3, 5]],
    ['周一三五', [1, 3, 5]],
    ['周一和周四', [1, 4]],
    ['周二周四', [2, 4]],
    ['每周一', [1]],
    ['礼拜天', [7]],
    ['週六日', [6, 7]],
    ['工作日和周六', [1, 2, 3, 4, 5, 6]],
    ['周一至周三、周六', [1, 2, 3, 6]],
  ])('are read from %s', (typed, days) => {
    expect(readDays(typed)).toEqual(days)
  })

  it.each([
    ...[
      '',
      'none',
      'never',
      'mon-',
      '-fri',
      'mon-wed-fri',
      'mon-xyz',
      'mon, foo',
      '1-5',
      '1,3',
      'm',
      'mtwtf',
      ',,,',
      'except mon',
    ],
    ...['周', '周八', '每周', '一三五', '无', '不', 'constructor', '__proto__', '🎉'],
  ])('cannot be read from %j', (typed) => {
    expect(readDays(typed)).toBeNull()
  })

  it('read back what is said about them, in both languages', () => {
    const days = fc.subarray([1, 2, 3, 4, 5, 6, 7], { minLength: 1 })
    fc.assert(
      fc.property(days, fc.constantFrom('en' as const, 'zh-CN' as const), (some, locale) => {
        expect(readDays(sayDays(some, locale))).toEqual(some)
      }),
    )
  })
})
