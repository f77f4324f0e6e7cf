import type { Temporal } from 'temporal-polyfill'
import type { Language } from './language.ts'

/** `09:30`: the 24-hour clock, which both languages write alike. */
export function sayTime(instant: Temporal.Instant, timeZone: string, _locale: Language): string {
  return timeOf(instant.toZonedDateTimeISO(timeZone))
}

/** `Fri, 4 Dec 2026` · `2026年12月4日（周五）`. */
export function sayDate(date: Temporal.PlainDate, locale: Language): string {
  switch (locale) {
    case 'en':
      return `${sayDay(date, locale)} ${date.year}`
    case 'zh-CN':
      return `${date.year}年${sayDay(date, locale)}`
  }
}

/** Without the year: `Fri, 4 Dec` · `12月4日（周五）`. */
export function sayDay(date: Temporal.PlainDate, locale: Language): string {
  const weekday = wordsOf(locale).weekdays[date.dayOfWeek - 1]
  switch (locale) {
    case 'en':
      return `${weekday}, ${sayMonthDay(date, locale)}`
    case 'zh-CN':
      return `${sayMonthDay(date, locale)}（${weekday}）`
  }
}

/** Where there is little room: `4 Dec` · `12月4日`. */
export function sayMonthDay({ day, month }: Temporal.PlainDate, locale: Language): string {
  const name = wordsOf(locale).months[month - 1]
  switch (locale) {
    case 'en':
      return `${day} ${name}`
    case 'zh-CN':
      return `${name}${day}日`
  }
}

/** `Fri, 4 Dec – Mon, 7 Dec 2026` · `2026年12月4日（周五）至12月7日（周一）`; one date alone when they are the same. */
export function sayDateRange(from: Temporal.PlainDate, to: Temporal.PlainDate, locale: Language): string {
  if (from.equals(to)) return sayDate(from, locale)
  const isOneYear = from.year === to.year
  switch (locale) {
    case 'en':
      return `${isOneYear ? sayDay(from, locale) : sayDate(from, locale)} – ${sayDate(to, locale)}`
    case 'zh-CN':
      return `${sayDate(from, locale)}至${isOneYear ? sayDay(to, locale) : sayDate(to, locale)}`
  }
}

/** `Fri, 4 Dec 2026, 09:30` · `2026年12月4日（周五）09:30`. */
export function sayDateTime(instant: Temporal.Instant, timeZone: string, locale: Language): string {
  const local = instant.toZonedDateTimeISO(timeZone)
  const separator = locale === 'en' ? ', ' : ''
  return `${sayDate(local.toPlainDate(), locale)}${separator}${timeOf(local)}`
}

/** ISO weekdays as `Mon–Fri`, `Mon, Wed` or `every day` · `周一至周五`, `周一、周三` or `每天`. Readable by `readDays`. */
export function sayDays(days: readonly number[], locale: Language): string {
  const inOrder = [...new Set(days)].toSorted((a, b) => a - b)
  if (inOrder.length === 0) return locale === 'en' ? 'no day' : '无'
  if (inOrder.length === 7) return locale === 'en' ? 'every day' : '每天'
  return runsOf(inOrder)
    .map((run) => sayRun(run, locale))
    .join(locale === 'en' ? ', ' : '、')
}

/** Whole minutes as `2 h 5 min` · `2 小时 5 分钟`; days are not used, a working day having no fixed length. */
export function sayDuration(minutes: number, locale: Language): string {
  const whole = Math.round(Math.abs(minutes))
  const [hour, minute] = locale === 'en' ? ['h', 'min'] : ['小时', '分钟']
  const hours = Math.floor(whole / 60)
  const rest = whole % 60
  const parts = [hours > 0 ? `${hours} ${hour}` : '', rest > 0 || hours === 0 ? `${rest} ${minute}` : '']
  const sign = minutes < 0 && whole > 0 ? '−' : ''
  return sign + parts.filter((part) => part !== '').join(' ')
}

function timeOf(local: Temporal.ZonedDateTime): string {
  return local.toPlainTime().toString({ smallestUnit: 'minute' })
}

function runsOf(days: readonly number[]): number[][] {
  const runs: number[][] = []
  for (const day of days) {
    const run = runs.at(-1)
    if (run?.at(-1) === day - 1) run.push(day)
    else runs.push([day])
  }
  return runs
}

// Two days in a row are named one by one.
function sayRun(run: readonly number[], locale: Language): string {
  const names = run.map((day) => wordsOf(locale).weekdays[day - 1] ?? '')
  if (run.length < 3) return names.join(locale === 'en' ? ', ' : '、')
  return [names.at(0), names.at(-1)].join(locale === 'en' ? '–' : '至')
}

type Words = { weekdays: readonly string[]; months: readonly string[] }
const words = new Map<Language, Words>()

function wordsOf(locale: Language): Words {
  const known = words.get(locale) ?? readWords(locale)
  words.set(locale, known)
  return known
}

function readWords(locale: Language): Words {
  const weekday = new Intl.DateTimeFormat(locale, { weekday: 'short', timeZone: 'UTC' })
  const month = new Intl.DateTimeFormat(locale, { month: 'short', timeZone: 'UTC' })
  // 2024 began on a Monday.
  return {
    weekdays: [1, 2, 3, 4, 5, 6, 7].map((day) => weekday.format(Date.UTC(2024, 0, day))),
    months: Array.from({ length: 12 }, (_, index) => month.format(Date.UTC(2024, index, 1))),
  }
}
