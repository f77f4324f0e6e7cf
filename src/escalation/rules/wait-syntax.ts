import type { Locale } from '../../chat/locale.ts'
import type { Wait } from './policy.ts'

const DAY_MINUTES = 24 * 60
const NOW: Record<Locale, string> = { en: 'now', 'zh-CN': '立即' }
const WORKING: Record<Locale, string> = { en: 'working', 'zh-CN': '工作时间' }
const UNITS: Record<Locale, readonly [string, string, string]> = {
  en: ['d', 'h', 'm'],
  'zh-CN': ['天', '小时', '分钟'],
}

const MINUTES_OF: readonly [RegExp, number][] = [
  [/^(d|days?|天|日)$/, DAY_MINUTES],
  [/^(h|hours?|hrs?|小时|个小时|时)$/, 60],
  [/^(m|mins?|minutes?|分钟|分)$/, 1],
]

/**
 * A wait in either language: `now`, `30m`, `1h30m`, `2 hours working`, `工作时间2小时`, `1天`. Null when it can't be read; a
 * working day has no fixed length, so working time can't be told in days.
 */
export function readWait(typed: string): Wait | null {
  const text = typed.normalize('NFKC').trim().toLowerCase()
  const bare = text.replace(/working( time| hours)?|工作时间/, '').trim()
  const clock = bare === text ? 'calendar' : 'working'
  if (/^(now|at once|0|立即|马上)$/.test(bare)) return { minutes: 0, clock }

  const minutes = readMinutes(bare, clock === 'working')
  return minutes === null ? null : { minutes, clock }
}

export function writeWait({ minutes, clock }: Wait, locale: Locale): string {
  const length = writeMinutes(minutes, clock, locale)
  if (clock === 'calendar') return length
  return locale === 'en' ? `${length} ${WORKING.en}` : `${WORKING['zh-CN']}${length}`
}

function readMinutes(text: string, isWorking: boolean): number | null {
  const parts = [...text.matchAll(/(\d{1,6})\s*([^\d\s]+)\s*/g)]
  if (parts.length === 0 || parts.map(([whole]) => whole).join('') !== text) return null

  let minutes = 0
  for (const [, count = '', unit = ''] of parts) {
    const length = MINUTES_OF.find(([names]) => names.test(unit))?.[1]
    if (!length || (isWorking && length === DAY_MINUTES)) return null
    minutes += Number(count) * length
  }
  return minutes
}

function writeMinutes(minutes: number, clock: Wait['clock'], locale: Locale): string {
  if (minutes === 0) return NOW[locale]
  const days = clock === 'calendar' ? Math.floor(minutes / DAY_MINUTES) : 0
  const rest = minutes - days * DAY_MINUTES
  const counts = [days, Math.floor(rest / 60), rest % 60]
  return counts.flatMap((count, at) => (count > 0 ? `${count}${UNITS[locale][at]}` : [])).join('')
}
