import { createRequire } from 'node:module'
import type HolidayRules from 'date-holidays'
import { Temporal } from 'temporal-polyfill'
import { chineseHoliday, isShiftedWorkday } from './china.ts'
import { isCountry } from './countries.ts'
import { inChinese, SUBSTITUTE, withoutSubstitute } from './holiday-names.ts'
import type { Language } from './language.ts'

type DaysOff = ReadonlyMap<string, string>

const MONDAY_TO_FRIDAY = [1, 2, 3, 4, 5]
// Beyond these the rules of moving feasts are slow or wrong.
const FIRST_YEAR = 2000
const LAST_YEAR = 2099
// Their calendars are written in Chinese.
const CHINESE_CALENDARS = ['HK', 'MO', 'TW']

const daysOffByYear = new Map<string, DaysOff>()
const requireLazily = createRequire(import.meta.url)

/** Whether the whole date is a public holiday of this ISO 3166-1 country; half days and unknown countries are not. */
export function isHoliday(country: string, date: Temporal.PlainDate): boolean {
  return holidayName(country, date, 'en') !== null
}

/** The name of the public holiday; null when the date is none. English where the Chinese name is not known. */
export function holidayName(country: string, date: Temporal.PlainDate, locale: Language): string | null {
  if (country === 'CN') return chineseHoliday(date)?.[locale] ?? null
  if (!isCountry(country) || date.year < FIRST_YEAR || date.year > LAST_YEAR) return null

  const language = locale === 'zh-CN' && CHINESE_CALENDARS.includes(country) ? 'zh' : 'en'
  const name = daysOff(country, date.year, language).get(date.toString())
  if (name === undefined) return null
  return locale === 'zh-CN' ? inChinese(name) : name
}

/**
 * Whether work is done on a date: one of the ISO weekdays and no public holiday. In mainland China a shifted working
 * day (调休) counts too for those who work from Monday to Friday.
 */
export function isWorkday(country: string | null, date: Temporal.PlainDate, workingDays: readonly number[]): boolean {
  if (country === 'CN' && isShiftedWorkday(date) && MONDAY_TO_FRIDAY.every((day) => workingDays.includes(day))) {
    return true
  }
  return workingDays.includes(date.dayOfWeek) && !(country && isHoliday(country, date))
}

function daysOff(country: string, year: number, language: 'en' | 'zh'): DaysOff {
  const key = `${country} ${year} ${language}`
  const known = daysOffByYear.get(key)
  if (known) return known

  const computed = computeDaysOff(country, year, language)
  daysOffByYear.set(key, computed)
  return computed
}

function computeDaysOff(country: string, year: number, language: 'en' | 'zh'): DaysOff {
  // The rules of all countries take 25 MB of memory: loaded when the first holiday is asked for.
  const Rules: typeof HolidayRules = requireLazily('date-holidays')
  const rules = new Rules(country, { types: ['public'], languages: [language, 'en'], timezone: 'UTC' })
  const found = new Map<string, string>()
  // A feast of several days can begin in the year before.
  for (const holiday of [...rules.getHolidays(year - 1), ...rules.getHolidays(year)]) {
    const name = withoutSubstitute(holiday.name) + (holiday.substitute ? SUBSTITUTE : '')
    for (const date of wholeDays(holiday)) if (!found.has(date)) found.set(date, name)
  }
  return found
}

// The zone of `start` and `end` is arbitrary and some begin on the eve: only the first date and the length count.
function wholeDays(holiday: { date: string; start: Date; end: Date }): string[] {
  const first = Temporal.PlainDate.from(holiday.date.slice(0, 10))
  const days = Math.floor((holiday.end.getTime() - holiday.start.getTime()) / 86_400_000)
  return Array.from({ length: days }, (_, day) => first.add({ days: day }).toString())
}
