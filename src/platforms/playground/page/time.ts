import type { Locale } from '../../../chat/locale.ts'
import type { Words } from './words.ts'

export type Reader = { locale: Locale; zone: string }

const MINUTE_MS = 60_000
const HOUR_MS = 60 * MINUTE_MS
const DAY_MS = 24 * HOUR_MS

/** Day before month and 24 hours, as most of the company's people write. */
const TAG: Record<Locale, string> = { en: 'en-GB', 'zh-CN': 'zh-CN' }

const formats = new Map<string, Intl.DateTimeFormat>()

export const clockTime = (at: number, reader: Reader): string =>
  format(reader, { hour: '2-digit', minute: '2-digit', hourCycle: 'h23' }).format(at)

export const dayName = (at: number, reader: Reader): string =>
  format(reader, { weekday: 'long', day: 'numeric', month: 'long' }).format(at)

export const shortDay = (at: number, reader: Reader): string =>
  format(reader, { weekday: 'short', day: 'numeric', month: 'short' }).format(at)

export const fullTime = (at: number, reader: Reader): string => `${dayName(at, reader)}, ${clockTime(at, reader)}`

export const isSameDay = (one: number, other: number, reader: Reader): boolean =>
  dayKey(one, reader) === dayKey(other, reader)

/** A span of milliseconds in its two largest units; below a minute `null`. */
export function spanOf(ms: number, words: Words): string | null {
  if (ms < MINUTE_MS) return null
  const days = Math.floor(ms / DAY_MS)
  const hours = Math.floor((ms % DAY_MS) / HOUR_MS)
  const minutes = Math.floor((ms % HOUR_MS) / MINUTE_MS)
  const parts = [days && words.days(days), hours && words.hours(hours), minutes && words.minutes(minutes)]
  return parts.filter(Boolean).slice(0, 2).join(' ')
}

/** How far away it is in its largest unit, such as `in 20 min`; what is due is now. */
export function relative(at: number, now: number, words: Words): string {
  const ms = at - now
  if (ms < MINUTE_MS) return words.now
  if (ms < HOUR_MS) return words.until(words.minutes(Math.round(ms / MINUTE_MS)))
  if (ms < DAY_MS) return words.until(words.hours(Math.round(ms / HOUR_MS)))
  return words.until(words.days(Math.round(ms / DAY_MS)))
}

const dayKey = (at: number, reader: Reader): string => format(reader, { dateStyle: 'short' }).format(at)

function format({ locale, zone }: Reader, options: Intl.DateTimeFormatOptions): Intl.DateTimeFormat {
  const key = `${locale} ${zone} ${JSON.stringify(options)}`
  const known = formats.get(key)
  if (known) return known
  const made = new Intl.DateTimeFormat(TAG[locale], { timeZone: zone, ...options })
  formats.set(key, made)
  return made
}
