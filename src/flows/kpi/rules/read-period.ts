import { Temporal } from 'temporal-polyfill'
import { readDate } from '../../../calendar/read-date.ts'
import { tidied } from '../../../calendar/tidied.ts'
import { before, type Period, startOf, startOfWeek, weeksIn } from './period.ts'

type Day = Temporal.PlainDate

/**
 * The first day of the period that is meant, in either language: `2026-W47`, `2026-11`, `2026-Q4`, `2026`, a day in it,
 * `this week`, `last month`, `上周`, `本季度`, `2026年第3季度`; of another length, or unreadable, it is null. Nothing is this
 * period.
 */
export function readPeriod(typed: string, period: Period, today: Day): Day | null {
  const text = tidied(typed)
  if (text === '' || THIS[period].test(text)) return startOf(period, today)
  if (LAST[period].test(text)) return before(period, startOf(period, today))
  const written = writtenAs(text)
  if (written) return written.period === period ? written.start : null
  const day = readDate(text, today)
  return day && startOf(period, day)
}

const THIS: Record<Period, RegExp> = {
  day: /^(today|今天|今日)$/,
  week: /^((this )?week|本周|这周)$/,
  month: /^((this )?month|本月|这个月)$/,
  quarter: /^((this )?quarter|本季度?|这个季度)$/,
  year: /^((this )?year|今年|本年)$/,
}
const LAST: Record<Period, RegExp> = {
  day: /^(yesterday|昨天|昨日)$/,
  week: /^(last week|上周)$/,
  month: /^(last month|上个?月)$/,
  quarter: /^(last quarter|上个?季度?)$/,
  year: /^(last year|去年)$/,
}

type Written = { period: Period; start: Day }

function writtenAs(text: string): Written | null {
  for (const [pattern, read] of FORMS) {
    const [, year = '', part = '1'] = pattern.exec(text) ?? []
    if (year) return read(Number(year), Number(part))
  }
  return null
}

const FORMS: readonly (readonly [RegExp, (year: number, part: number) => Written | null])[] = [
  [/^(\d{4})-?w(\d{1,2})$/, week],
  [/^(\d{4})年第?(\d{1,2})周$/, week],
  [/^(\d{4})-?q([1-4])$/, quarter],
  [/^(\d{4})年第?([1-4])季度$/, quarter],
  [/^(\d{4})-(\d{1,2})$/, month],
  [/^(\d{4})年(\d{1,2})月$/, month],
  [/^(\d{4})年?$/, (year) => ({ period: 'year', start: first(year, 1) })],
]

const first = (year: number, month: number): Day => Temporal.PlainDate.from({ year, month, day: 1 })

function week(year: number, part: number): Written | null {
  const isThere = part >= 1 && part <= weeksIn(year)
  return isThere ? { period: 'week', start: startOfWeek(year, part) } : null
}

function quarter(year: number, part: number): Written {
  return { period: 'quarter', start: first(year, 3 * part - 2) }
}

function month(year: number, part: number): Written | null {
  return part >= 1 && part <= 12 ? { period: 'month', start: first(year, part) } : null
}
