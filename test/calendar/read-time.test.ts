import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { readTime } from '../../src/calendar/read-time.ts'

describe('a time that people type', () => {
  it.each([
    ['9:30', '09:30'],
    ['09:30', '09:30'],
    [' 9：30 ', '09:30'],
    ['９：３０', '09:30'],
    ['9.30', '09:30'],
    ['930', '09:30'],
    ['0930', '09:30'],
    ['2130', '21:30'],
    ['21:00', '21:00'],
    ['0:00', '00:00'],
    ['9am', '09:00'],
    ['9 AM', '09:00'],
    ['9:30 pm', '21:30'],
    ['9:30 p.m.', '21:30'],
    ['930pm', '21:30'],
    ['12am', '00:00'],
    ['12:15 am', '00:15'],
    ['12pm', '12:00'],
    ['noon', '12:00'],
    ['9点', '09:00'],
    ['9點', '09:00'],
    ['9点半', '09:30'],
    ['九点半', '09:30'],
    ['9点钟', '09:00'],
    ['9点整', '09:00'],
    ['9点一刻', '09:15'],
    ['9点05', '09:05'],
    ['9点5分', '09:05'],
    ['9时30分', '09:30'],
    ['上午9点', '09:00'],
    ['上午9:30', '09:30'],
    ['早上八点', '08:00'],
    ['下午3点15分', '15:15'],
    ['下午三点三刻', '15:45'],
    ['下午 3:15', '15:15'],
    ['中午12点', '12:00'],
    ['中午1点', '13:00'],
    ['晚上9点', '21:00'],
    ['晚上12点', '00:00'],
    ['凌晨1点半', '01:30'],
    ['21点', '21:00'],
    ['二十一点零五分', '21:05'],
    ['十二点', '12:00'],
    ['中午', '12:00'],
  ])('is read from %s as %s', (typed, time) => {
    expect(readTime(typed)).toBe(time)
  })

  it.each([
    ...['', '9', '25:00', '24:00', '9:60', '9:5', '13pm', '0am', '9:30:00', '-9:30', '99', '12345', 'nine', 'soon'],
    ...[
      '25点',
      '24点',
      '9点60分',
      '9点5',
      '上午12点',
      '上午14点',
      '早上18点',
      '晚上1点',
      '晚上24点',
      '下午9点',
      '点',
      '半',
      '9:30 am pm',
    ],
    ...['constructor', '__proto__', '9点constructor'],
  ])('cannot be read from %j', (typed) => {
    expect(readTime(typed)).toBeNull()
  })

  it('reads every time of the day as it is written, and what it reads is a time', () => {
    for (let minute = 0; minute < 24 * 60; minute++) {
      const time = [Math.floor(minute / 60), minute % 60].map((part) => String(part).padStart(2, '0')).join(':')
      expect(readTime(time)).toBe(time)
    }
    fc.assert(
      fc.property(fc.string({ unit: fc.constantFrom(...'0129:：.apm上下午晚点时半刻分十二 ') }), (typed) => {
        expect(readTime(typed) ?? '00:00').toMatch(/^([01]\d|2[0-3]):[0-5]\d$/)
      }),
    )
  })
})
