import { Temporal } from 'temporal-polyfill'
import { readDate } from './read-date.ts'

/** Local dates, both included. */
export type Period = { from: Temporal.PlainDate; to: Temporal.PlainDate }
type Today = Temporal.PlainDate

const USUAL_DAYS = 30

/**
 * A period as people type it, in either language: nothing (the last 30 days), `week`, `last week`, `month`, `quarter`,
 * `year`, `上周`, `2026-11`, `2026-W47`, a date, or two dates. Null when it cannot be read; it never ends after today.
 */
export function readPeriod(text: string, today: Today): Period | null {
  const typed = text.normalize('NFKC').trim().toLowerCase().replace(/\s+/g, ' ')
  if (typed === '') return { from: today.subtract({ days: USUAL_DAYS - 1 }), to: today }
  const period = named(typed, today) ?? numbered(typed) ?? dated(typed, today)
  if (!period || later(period.from, period.to) || later(period.from, today)) return null
  return later(period.to, today) ? { ...period, to: today } : period
}

export const weekOf = (date: Temporal.PlainDate): Period => {
  const from = date.subtract({ days: date.dayOfWeek - 1 })
  return { from, to: from.add({ days: 6 }) }
}

const NAMES: readonly (readonly [RegExp, (today: Today) => Period])[] = [
  [/^(this )?week$|^本周$|^这周$/, weekOf],
  [/^last week$|^上周$/, (today) => weekOf(today.subtract({ weeks: 1 }))],
  [/^(this )?month$|^本月$|^这个月$/, monthOf],
  [/^last month$|^上个?月$/, (today) => monthOf(today.subtract({ months: 1 }))],
  [/^(this )?quarter$|^本季度?$/, quarterOf],
  [/^last quarter$|^上个?季度?$/, (today) => quarterOf(today.subtract({ months: 3 }))],
  [/^(this )?year$|^今年$|^本年$/, yearOf],
  [/^last year$|^去年$/, (today) => yearOf(today.subtract({ years: 1 }))],
]

const named = (typed: string, today: Today): Period | null =>
  NAMES.find(([names]) => names.test(typed))?.[1](today) ?? null

function numbered(typed: string): Period | null {
  const [, year = '', month = ''] = /^(\d{4})[-/年](\d{1,2})月?$/.exec(typed) ?? []
  if (month && Number(month) >= 1 && Number(month) <= 12) return monthOf(dateOf(year, month))
  const [, weekYear = '', week = ''] = /^(\d{4})-?w(\d{1,2})$/.exec(typed) ?? []
  if (!week) return null
  const period = weekOf(
    dateOf(weekYear, 1)
      .with({ day: 4 })
      .add({ weeks: Number(week) - 1 }),
  )
  const isInYear = period.from.yearOfWeek === Number(weekYear) && period.from.weekOfYear === Number(week)
  return isInYear ? period : null
}

function dated(typed: string, today: Today): Period | null {
  const [first = '', second] = typed.split(/\s*(?:\.\.|–|—|~|至|到|\s)\s*/)
  const from = readDate(first, today)
  const to = second === undefined ? from : readDate(second, today)
  return from && to ? { from, to } : null
}

function monthOf(date: Today): Period {
  const from = date.with({ day: 1 })
  return { from, to: from.add({ months: 1 }).subtract({ days: 1 }) }
}

function quarterOf(date: Today): Period {
  const from = date.with({ month: date.month - ((date.month - 1) % 3), day: 1 })
  return { from, to: from.add({ months: 3 }).subtract({ days: 1 }) }
}

function yearOf(date: Today): Period {
  const from = date.with({ month: 1, day: 1 })
  return { from, to: from.add({ years: 1 }).subtract({ days: 1 }) }
}

const dateOf = (year: string, month: string | number) =>
  Temporal.PlainDate.from({ year: Number(year), month: Number(month), day: 1 })
const later = (a: Temporal.PlainDate, b: Temporal.PlainDate): boolean => Temporal.PlainDate.compare(a, b) > 0
