import { Temporal } from 'temporal-polyfill'
import { readDate } from '../../../calendar/read-date.ts'

export const LONGEST_LEAVE_DAYS = 365

type PlainDate = Temporal.PlainDate

/** Local dates, both included. */
export type Days = { from: PlainDate; to: PlainDate }
export type Unfit = { field: 'from' | 'to'; problem: 'noSuchDate' | 'past' | 'backwards' | 'tooLong'; typed: string }

/**
 * The words that name the first and the last day: `mon to fri`, `周一到周五`, `dec 3 dec 10`; one day is both. Null when
 * there are none, or too many to tell where the second begins.
 */
export function dayWordsIn(words: readonly string[], today: PlainDate): { from: string; to: string } | null {
  const [first, last, ...more] = splitByTo(words)
  if (!first || more.length > 0) return null
  if (last) return { from: first.join(' '), to: last.join(' ') }

  return splitByMeaning(first, today)
}

/** The days of an absence as people write them, seen from `today`; or the first thing that is wrong with them. */
export function readLeave(typed: { from: string; to: string }, today: PlainDate): Days | Unfit {
  const from = readDate(typed.from, today)
  if (!from) return { field: 'from', problem: 'noSuchDate', typed: typed.from }
  const to = lastDay(typed.to, { from, today })
  if (!to) return { field: 'to', problem: 'noSuchDate', typed: typed.to }

  if (isBefore(from, today)) return { field: 'from', problem: 'past', typed: typed.from }
  if (isBefore(to, from)) return { field: 'to', problem: 'backwards', typed: typed.to }
  const days = from.until(to, { largestUnit: 'days' }).days + 1
  return days > LONGEST_LEAVE_DAYS ? { field: 'to', problem: 'tooLong', typed: typed.to } : { from, to }
}

const TO = ['to', 'until', 'till', '-', '–', '—', '~', '到', '至']
const FROM = ['from', '从']

function splitByTo(words: readonly string[]): string[][] {
  const parts: string[][] = [[]]
  for (const word of words.flatMap(unglued)) {
    if (TO.includes(word.toLowerCase())) parts.push([])
    else if (!FROM.includes(word.toLowerCase())) parts.at(-1)?.push(word)
  }
  return parts.filter((part) => part.length > 0)
}

// `周一到周五` and `mon-fri` are three words written as one; an ISO date has two hyphens.
function unglued(word: string): string[] {
  const isRange = word.split('-').length === 2 && !word.startsWith('-')
  return word.split(isRange ? /([到至–—~-])/u : /([到至–—~])/u).filter((part) => part !== '')
}

function splitByMeaning(words: readonly string[], today: PlainDate): { from: string; to: string } | null {
  const all = words.join(' ')
  if (words.length === 1 || readDate(all, today)) return { from: all, to: all }

  const splits = words.slice(1).map((_, at) => ({
    from: words.slice(0, at + 1).join(' '),
    to: words.slice(at + 1).join(' '),
  }))
  const readable = splits.find(({ from, to }) => readDate(from, today) && readDate(to, today))
  return readable ?? (splits.length === 1 ? (splits[0] ?? null) : null)
}

/** `fri mon` is from Friday to the Monday after it, also where the next Monday comes before that Friday. */
function lastDay(typed: string, { from, today }: { from: PlainDate; today: PlainDate }): PlainDate | null {
  const to = readDate(typed, today)
  if (!to || !isBefore(to, from)) return to
  const isCountedFromToday = readDate(typed, today.add({ days: 1 }))?.equals(to.add({ days: 1 }))
  return isCountedFromToday ? to : readDate(typed, from)
}

const isBefore = (one: PlainDate, other: PlainDate): boolean => Temporal.PlainDate.compare(one, other) < 0
