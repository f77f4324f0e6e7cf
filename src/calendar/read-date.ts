import type { Temporal } from 'temporal-polyfill'
import { readDayAhead, readDistance, readWeekday, readWeekdayOfWeek } from './relative-date.ts'
import { tidied } from './tidied.ts'
import { readChineseDate, readEnglishDate, readYearFirst } from './written-date.ts'

/**
 * A date as people type it, in either language: ISO, `tomorrow`, `+3d`, `3天后`, `Dec 3`, `12月3日`, `fri`, `next wed`,
 * `下周三`. A weekday or a date without a year is the next such date, today included; `next wed` and `下周三` are in the
 * week, from Monday, after this one. Null when it can't be read; `11/12` can't, being November or December.
 */
export function readDate(text: string, today: Temporal.PlainDate): Temporal.PlainDate | null {
  const typed = tidied(text)
  for (const reader of READERS) {
    const date = reader(typed, today)
    if (date) return date
  }
  return null
}

const READERS = [
  readYearFirst,
  readDayAhead,
  readWeekday,
  readWeekdayOfWeek,
  readDistance,
  readChineseDate,
  readEnglishDate,
]
