import { type Period, weekOf } from '../../../calendar/read-period.ts'
import type { Span } from './voc.ts'

const TREND_WEEKS = 12

export const spanOf = ({ from, to }: Period, timeZone: string): Span => ({
  from: from.toZonedDateTime(timeZone).epochMilliseconds,
  to: to.add({ days: 1 }).toZonedDateTime(timeZone).epochMilliseconds,
})

/** The twelve weeks of which the last one has this period's last day, the earliest first. */
export function trendWeeks({ to }: Period): Period[] {
  const last = weekOf(to)
  return Array.from({ length: TREND_WEEKS }, (_, at) => weekOf(last.from.subtract({ weeks: TREND_WEEKS - 1 - at })))
}
