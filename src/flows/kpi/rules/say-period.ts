import type { Temporal } from 'temporal-polyfill'
import { sayDate } from '../../../calendar/say.ts'
import type { Locale } from '../../../chat/locale.ts'
import { type Period, writePeriod } from './period.ts'

/** `Fri, 20 Nov 2026` · `2026-W47` · `2026年11月` · `2026年第4季度`. */
export function sayPeriod(period: Period, start: Temporal.PlainDate, locale: Locale): string {
  if (period === 'day') return sayDate(start, locale)
  if (locale === 'en') return writePeriod(period, start)
  switch (period) {
    case 'week':
      return `${start.yearOfWeek}年第${start.weekOfYear}周`
    case 'month':
      return `${start.year}年${start.month}月`
    case 'quarter':
      return `${start.year}年第${(start.month + 2) / 3}季度`
    case 'year':
      return `${start.year}年`
  }
}
