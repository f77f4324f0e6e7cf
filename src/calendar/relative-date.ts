import type { Temporal } from 'temporal-polyfill'
import { readNumber } from './chinese-number.ts'
import { weekdayOf } from './weekdays.ts'

type PlainDate = Temporal.PlainDate

/** `today`, `tomorrow`, `后天`, … (tidied). */
export function readDayAhead(typed: string, today: PlainDate): PlainDate | null {
  const days = DAYS_AHEAD.get(typed)
  return days === undefined ? null : today.add({ days })
}

/** `fri`, `on friday`, `周五`: the next such day, today included. */
export function readWeekday(typed: string, today: PlainDate): PlainDate | null {
  const weekday = weekdayOf(typed.replace(/^on /, ''))
  return weekday === null ? null : today.add({ days: (weekday - today.dayOfWeek + 7) % 7 })
}

/** `next wed`, `下周三`, `本周五`, `上个星期一`: a day of that week, which begins on Monday. */
export function readWeekdayOfWeek(typed: string, today: PlainDate): PlainDate | null {
  const [, which = '', day = ''] = /^(this |next |last |本|这个?|下{1,2}个?|上{1,2}个?)(\D{2,9})$/.exec(typed) ?? []
  const weekday = weekdayOf(day)
  return weekday === null ? null : today.add({ days: 7 * weeksAway(which) + weekday - today.dayOfWeek })
}

/** `+3d`, `-1w`, `in 2 weeks`, `3天后`, `两周后`. */
export function readDistance(typed: string, today: PlainDate): PlainDate | null {
  const [, sign, count, unit] =
    /^([+-])(\d{1,3})([dw])$/.exec(typed) ?? /^(in) (\d{1,3}) ([dw])(?:ay|eek)s?$/.exec(typed) ?? []
  if (count) return today.add({ days: Number(count) * (unit === 'w' ? 7 : 1) * (sign === '-' ? -1 : 1) })

  const [, many = '', what] =
    /^([\d一二两三四五六七八九十]{1,3})(天|日|周|个?星期|个?礼拜)(?:之?后|以后)$/.exec(typed) ?? []
  const steps = readNumber(many)
  return steps === null ? null : today.add({ days: steps * (what === '天' || what === '日' ? 1 : 7) })
}

function weeksAway(which: string): number {
  if (which === 'next ') return 1
  if (which === 'last ') return -1
  return which.split('下').length - which.split('上').length
}

const DAYS_AHEAD: ReadonlyMap<string, number> = new Map([
  ['today', 0],
  ['tomorrow', 1],
  ['day after tomorrow', 2],
  ['the day after tomorrow', 2],
  ['yesterday', -1],
  ['今天', 0],
  ['今日', 0],
  ['明天', 1],
  ['明日', 1],
  ['后天', 2],
  ['大后天', 3],
  ['昨天', -1],
  ['昨日', -1],
  ['前天', -2],
])
