import { createRequire } from 'node:module'
import { Temporal } from 'temporal-polyfill'
import type { Language } from './language.ts'

/** The name of a day off in both languages. */
export type HolidayNames = Readonly<Record<Language, string>>

/** By ISO date: `National Day,国庆节,3`. */
type Arrangement = { holidays: Record<string, string>; workdays: Record<string, string> }

const requireLazily = createRequire(import.meta.url)
let table: Arrangement | undefined
const statutoryByYear = new Map<number, ReadonlyMap<string, HolidayNames>>()
const lunarDate = new Intl.DateTimeFormat('en-u-ca-chinese', { month: 'numeric', day: 'numeric', timeZone: 'UTC' })

/**
 * The day off in mainland China, weekends beside a feast included; null for an ordinary day. As the State Council has
 * arranged it; for a year that is not arranged yet, the thirteen statutory days without any shift.
 */
export function chineseHoliday(date: Temporal.PlainDate): HolidayNames | null {
  if (!isArranged(date.year)) return statutoryDays(date.year).get(date.toString()) ?? null

  const arranged = arrangement().holidays[date.toString()]
  if (!arranged) return null
  const [en = '', chinese = ''] = arranged.split(',')
  return { en, 'zh-CN': chinese }
}

/** Whether this date, mostly a Saturday or a Sunday, is worked in exchange for a longer feast (调休). */
export function isShiftedWorkday(date: Temporal.PlainDate): boolean {
  return date.toString() in arrangement().workdays
}

// Only the package's table: its functions read dates in the zone of the machine.
function arrangement(): Arrangement {
  table ??= requireLazily('chinese-days/dist/chinese-days.json') as Arrangement
  return table
}

// A neighbouring year's arrangement can reach into January or December, but not to the National Day.
function isArranged(year: number): boolean {
  return `${year}-10-01` in arrangement().holidays
}

function statutoryDays(year: number): ReadonlyMap<string, HolidayNames> {
  const known = statutoryByYear.get(year)
  if (known) return known

  const days = new Map<string, HolidayNames>()
  let date = Temporal.PlainDate.from({ year, month: 1, day: 1 })
  for (; date.year === year; date = date.add({ days: 1 })) {
    const feast = statutoryFeast(date)
    if (feast) days.set(date.toString(), feast)
  }
  statutoryByYear.set(year, days)
  return days
}

function statutoryFeast(date: Temporal.PlainDate): HolidayNames | null {
  const fixed = FIXED[`${date.month}-${date.day}`]
  if (fixed) return fixed
  if (date.month === 4 && date.day === tombSweepingDay(date.year)) return { en: 'Tomb-sweeping Day', 'zh-CN': '清明' }
  return LUNAR[lunarDayOf(date)] ?? (lunarDayOf(date.add({ days: 1 })) === '1-1' ? SPRING_FESTIVAL : null)
}

function lunarDayOf(date: Temporal.PlainDate): string {
  const parts = lunarDate.formatToParts(date.toZonedDateTime('UTC').epochMilliseconds)
  const part = (type: string) => parts.find((each) => each.type === type)?.value
  return `${part('month')}-${part('day')}`
}

// The customary formula for the solar term, right from 2000 to 2099.
function tombSweepingDay(year: number): number {
  const short = year % 100
  return Math.floor(short * 0.2422 + 4.81) - Math.floor(short / 4)
}

const NEW_YEAR: HolidayNames = { en: "New Year's Day", 'zh-CN': '元旦' }
const SPRING_FESTIVAL: HolidayNames = { en: 'Spring Festival', 'zh-CN': '春节' }
const LABOUR_DAY: HolidayNames = { en: 'Labour Day', 'zh-CN': '劳动节' }
const NATIONAL_DAY: HolidayNames = { en: 'National Day', 'zh-CN': '国庆节' }

const FIXED: Readonly<Record<string, HolidayNames>> = {
  '1-1': NEW_YEAR,
  '5-1': LABOUR_DAY,
  '5-2': LABOUR_DAY,
  '10-1': NATIONAL_DAY,
  '10-2': NATIONAL_DAY,
  '10-3': NATIONAL_DAY,
}

const LUNAR: Readonly<Record<string, HolidayNames>> = {
  '1-1': SPRING_FESTIVAL,
  '1-2': SPRING_FESTIVAL,
  '1-3': SPRING_FESTIVAL,
  '5-5': { en: 'Dragon Boat Festival', 'zh-CN': '端午' },
  '8-15': { en: 'Mid-autumn Festival', 'zh-CN': '中秋' },
}
