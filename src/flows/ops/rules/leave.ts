import { Temporal } from 'temporal-polyfill'
import { readDate } from '../../../calendar/read-date.ts'
import { readDays } from '../../../calendar/read-days.ts'

export const LONGEST_LEAVE_DAYS = 365

/** Local dates, both included. */
export type Days = { from: Temporal.PlainDate; to: Temporal.PlainDate }
export type Unfit = { field: 'from' | 'to'; problem: 'noSuchDate' | 'past' | 'backwards' | 'tooLong'; typed: string }

const BETWEEN = /\s+|\s*(?:到|至|–|—|~|\.\.)\s*/u
const CONNECTING = ['to', 'until', 'till', 'from', '-', 'and', '从']

/** The words that name days: one is both the first and the last; null when there are none or too many. */
export function dayWordsIn(words: readonly string[]): { from: string; to: string } | null {
  const days = words
    .flatMap((word) => word.split(BETWEEN))
    .filter((word) => word && !CONNECTING.includes(word.toLowerCase()))
  const [from, to = from, ...more] = days
  return from && to && more.length === 0 ? { from, to } : null
}

/** The days of an absence as people write them, seen from `today`; or the first thing that is wrong with them. */
export function readLeave(typed: { from: string; to: string }, today: Temporal.PlainDate): Days | Unfit {
  const from = readDate(typed.from, today)
  if (!from) return { field: 'from', problem: 'noSuchDate', typed: typed.from }
  const to = lastDay(typed.to, { from, today })
  if (!to) return { field: 'to', problem: 'noSuchDate', typed: typed.to }

  if (isBefore(from, today)) return { field: 'from', problem: 'past', typed: typed.from }
  if (isBefore(to, from)) return { field: 'to', problem: 'backwards', typed: typed.to }
  const days = from.until(to, { largestUnit: 'days' }).days + 1
  return days > LONGEST_LEAVE_DAYS ? { field: 'to', problem: 'tooLong', typed: typed.to } : { from, to }
}

/** `fri mon` is from Friday to the Monday after it, also where the next Monday comes before that Friday. */
function lastDay(typed: string, { from, today }: { from: Temporal.PlainDate; today: Temporal.PlainDate }) {
  const to = readDate(typed, today)
  const isWeekday = readDays(typed)?.length === 1
  return to && isWeekday && isBefore(to, from) ? readDate(typed, from) : to
}

const isBefore = (one: Temporal.PlainDate, other: Temporal.PlainDate): boolean =>
  Temporal.PlainDate.compare(one, other) < 0
