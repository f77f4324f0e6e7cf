import { readNumber } from './chinese-number.ts'
import { tidied } from './tidied.ts'

/**
 * A time of the day as people type it, as `HH:MM`: `9:30`, `930`, `9am`, `9.30 pm`, `上午9点`, `下午三点一刻`, `21点`. Without
 * am or pm it is on the 24-hour clock. Null when it can't be read; a bare `9` and `24:00` can't.
 */
export function readTime(text: string): string | null {
  const typed = tidied(text)
  return NAMED.get(typed) ?? readWestern(typed) ?? readChinese(typed)
}

const NAMED: ReadonlyMap<string, string> = new Map([
  ['noon', '12:00'],
  ['midnight', '00:00'],
  ['中午', '12:00'],
  ['正午', '12:00'],
  ['午夜', '00:00'],
  ['半夜', '00:00'],
])

function readWestern(typed: string): string | null {
  const parts = /^(\d{1,2})(?:[:.]?(\d{2}))? ?(?:([ap])\.?m\.?)?$/.exec(typed)
  if (!parts) return null

  const [, hour, minute, half] = parts
  if (!minute && !half) return null
  return clock(half ? hourOfHalf(Number(hour), half) : Number(hour), Number(minute ?? 0))
}

function hourOfHalf(hour: number, half: string): number | null {
  if (hour < 1 || hour > 12) return null
  return (hour % 12) + (half === 'p' ? 12 : 0)
}

const CHINESE =
  /^(凌晨|清晨|早晨|早上|上午|中午|下午|傍晚|晚上|夜里|晚)? ?([\d〇零一二两三四五六七八九十]{1,3})(?:[点时](.*)|:(\d{2}))$/

function readChinese(typed: string): string | null {
  const parts = CHINESE.exec(typed)
  if (!parts) return null

  const [, period, hour = '', rest = '', minute] = parts
  const hours = readNumber(hour)
  return clock(
    period && hours !== null ? hourOfPeriod(hours, period) : hours,
    minute ? Number(minute) : minutesPast(rest.trim()),
  )
}

/** The hour on the 24-hour clock; null where the part of the day and the hour do not fit. */
function hourOfPeriod(hour: number, period: string): number | null {
  const means = (candidate: number) => candidate === hour || (hour <= 12 && candidate % 12 === hour % 12)
  return HOURS.get(period)?.find(means) ?? null
}

const MORNING = [4, 5, 6, 7, 8, 9, 10, 11]
const EVENING = [17, 18, 19, 20, 21, 22, 23, 0]

const HOURS: ReadonlyMap<string, readonly number[]> = new Map([
  ['凌晨', [0, 1, 2, 3, 4, 5]],
  ['清晨', MORNING],
  ['早晨', MORNING],
  ['早上', MORNING],
  ['上午', [1, 2, 3, ...MORNING]],
  ['中午', [11, 12, 13, 14]],
  ['下午', [12, 13, 14, 15, 16, 17, 18, 19]],
  ['傍晚', [16, 17, 18, 19]],
  ['晚上', EVENING],
  ['晚', EVENING],
  ['夜里', [21, 22, 23, 0, 1, 2, 3, 4]],
])

function minutesPast(rest: string): number | null {
  const fixed = MINUTES.get(rest)
  if (fixed !== undefined) return fixed

  const [, written = '', unit] = /^(.{1,3}?)(分)?$/.exec(rest) ?? []
  // 9点5 could be five past or half past.
  if (!unit && /^[^十]$/.test(written)) return null
  return readNumber(written)
}

const MINUTES: ReadonlyMap<string, number> = new Map([
  ['', 0],
  ['整', 0],
  ['钟', 0],
  ['半', 30],
  ['一刻', 15],
  ['三刻', 45],
])

function clock(hour: number | null, minute: number | null): string | null {
  if (hour === null || minute === null || hour > 23 || minute > 59) return null
  return `${String(hour).padStart(2, '0')}:${String(minute).padStart(2, '0')}`
}
