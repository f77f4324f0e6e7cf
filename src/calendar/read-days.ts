import { tidied } from './tidied.ts'
import { weekdayOf } from './weekdays.ts'

/**
 * Weekdays as people type them (`mon-fri`, `Mon, Wed and Fri`, `weekdays`, `每天`, `周一至周五`, `周一三五`) as ISO weekdays in
 * their order. A range may pass the week's end: `fri-mon`. Null when it can't be read or names no day.
 */
export function readDays(text: string): number[] | null {
  const days = new Set<number>()
  for (const item of itemsOf(tidied(text))) {
    const read = SETS.get(item) ?? rangeOf(item)
    if (!read) return null
    for (const day of read) days.add(day)
  }
  return days.size > 0 ? [...days].toSorted((a, b) => a - b) : null
}

const WORKING = [1, 2, 3, 4, 5]
const WEEKEND = [6, 7]
const ALL = [...WORKING, ...WEEKEND]

const SETS: ReadonlyMap<string, readonly number[]> = new Map([
  ['weekday', WORKING],
  ['weekdays', WORKING],
  ['workdays', WORKING],
  ['工作日', WORKING],
  ['weekend', WEEKEND],
  ['weekends', WEEKEND],
  ['周末', WEEKEND],
  ['daily', ALL],
  ['每天', ALL],
  ['每日', ALL],
  ['天天', ALL],
])

// `mon - fri, sun` → `mon-fri` `sun`; `周一三五` → `周一` `周三` `周五`.
function itemsOf(typed: string): string[] {
  return typed
    .replace(/\bevery ?day\b/g, 'daily')
    .replace(/\b(?:every|each|on|and) (?=.)/g, ' ')
    .replace(/每个?(?=[周星礼工])/g, '')
    .replace(/ ?(?:[-–—~]|\b(?:to|through|thru|till|until)\b|到|至) ?/g, '-')
    .replace(/(?:周|星期|礼拜)[一二三四五六日天][一二三四五六日天、,\-和及]*/g, eachWithPrefix)
    .replace(/(?<=[一二三四五六日天末])(?=周|工作日)/g, ',')
    .split(/[\s,;、/&+和及]+/)
    .filter((item) => item !== '')
}

function eachWithPrefix(signs: string): string {
  const bare = signs.replace(/^(?:周|星期|礼拜)/, '')
  return bare.replace(/[一二三四五六日天]/g, '周$&')
}

function rangeOf(item: string): number[] | null {
  const [first, last, ...more] = item.split('-').map(weekdayOf)
  if (!first || more.length > 0) return null
  if (last === undefined) return [first]
  return last === null ? null : daysFrom(first, last)
}

function daysFrom(first: number, last: number): number[] {
  const length = ((last - first + 7) % 7) + 1
  return Array.from({ length }, (_, step) => ((first - 1 + step) % 7) + 1)
}
