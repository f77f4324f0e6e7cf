import { Temporal } from 'temporal-polyfill'
import { readNumber } from './chinese-number.ts'

type PlainDate = Temporal.PlainDate
type Parts = { year: string | undefined; month: number | null; day: number | null }

/** `2026-12-03`, `2026/12/3`, `20261203` (tidied). */
export function readYearFirst(typed: string): PlainDate | null {
  const parts = /^(\d{4})([-/.])(\d{1,2})\2(\d{1,2})$/.exec(typed) ?? /^(\d{4})()(\d{2})(\d{2})$/.exec(typed)
  return parts && dateOf(Number(parts[1]), Number(parts[3]), Number(parts[4]))
}

/** `12月3日`, `十二月三号`, `2026年12月3日`; without a year the next such date, today included. */
export function readChineseDate(typed: string, today: PlainDate): PlainDate | null {
  const parts = /^(?:(\d{4})年)?([\d一二三四五六七八九十]{1,2})月([\d一二三四五六七八九十]{1,3})[日号]$/.exec(typed)
  if (!parts) return null

  const [, year, month = '', day = ''] = parts
  return resolved({ year, month: readNumber(month), day: readNumber(day) }, today)
}

/** `Dec 3`, `3rd December`, `December 3, 2026`; without a year the next such date, today included. */
export function readEnglishDate(typed: string, today: PlainDate): PlainDate | null {
  const monthFirst = /^(?<month>[a-z]{3,9})\.? (?<day>\d{1,2})(?:st|nd|rd|th)?(?:,? (?<year>\d{4}))?$/
  const dayFirst = /^(?<day>\d{1,2})(?:st|nd|rd|th)? (?:of )?(?<month>[a-z]{3,9})\.?(?:,? (?<year>\d{4}))?$/
  const parts = (monthFirst.exec(typed) ?? dayFirst.exec(typed))?.groups
  if (!parts) return null

  return resolved({ year: parts.year, month: monthOf(parts.month ?? ''), day: Number(parts.day) }, today)
}

function resolved({ year, month, day }: Parts, today: PlainDate): PlainDate | null {
  if (month === null || day === null) return null
  if (year) return dateOf(Number(year), month, day)

  // 29 February can be eight years away.
  for (let ahead = 0; ahead <= 8; ahead++) {
    const date = dateOf(today.year + ahead, month, day)
    if (date && Temporal.PlainDate.compare(date, today) >= 0) return date
  }
  return null
}

function dateOf(year: number, month: number, day: number): PlainDate | null {
  if (month < 1 || month > 12 || day < 1) return null
  return day > Temporal.PlainYearMonth.from({ year, month }).daysInMonth
    ? null
    : Temporal.PlainDate.from({ year, month, day })
}

function monthOf(name: string): number | null {
  const month = MONTHS.findIndex((full) => full === name || full.slice(0, 3) === name)
  if (month >= 0) return month + 1
  return name === 'sept' ? 9 : null
}

const MONTHS = [
  'january',
  'february',
  'march',
  'april',
  'may',
  'june',
  'july',
  'august',
  'september',
  'october',
  'november',
  'december',
]
