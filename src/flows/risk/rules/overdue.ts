import { Temporal } from 'temporal-polyfill'
import { isWorkday } from '../../../calendar/holidays.ts'
import type { Person } from '../../../people/around.ts'

/** Working days of whoever has to do it. */
export const OVERDUE_AFTER = { review: 3, action: 2 } as const

/** Further back nothing is counted. */
const MOST_DAYS = 60

type Calendar = { workingDays: readonly number[]; holidays: string | null }

/**
 * How many working days have come since the first one on which it could have been done, today included. Days on which
 * they are away and nobody stands in do not count.
 */
export function workingDaysLate(
  due: Temporal.PlainDate,
  person: Pick<Person, 'today' | 'isAway' | 'standInId'>,
  { workingDays, holidays }: Calendar,
): number {
  const { today } = person
  const earliest = today.subtract({ days: MOST_DAYS })
  let day = Temporal.PlainDate.compare(due, earliest) < 0 ? earliest : due
  let count = -1
  for (; Temporal.PlainDate.compare(day, today) <= 0; day = day.add({ days: 1 }))
    if (isWorkday(holidays, day, workingDays) && (!person.isAway(day) || person.standInId !== null)) count++
  return Math.max(0, count)
}
