import { Temporal } from 'temporal-polyfill'
import type { Every } from './review-rhythm.ts'

/** The day on which it is looked at again; null where it never is. */
export function nextReview(from: Temporal.PlainDate, every: Every): Temporal.PlainDate | null {
  switch (every) {
    case 'week':
      return from.add({ days: 7 })
    case 'month':
      return from.add({ months: 1 })
    case 'quarter':
      return from.add({ months: 3 })
    case 'year':
      return from.add({ years: 1 })
    case 'never':
      return null
  }
}

type Assessed = { every: Every; today: Temporal.PlainDate; present: Temporal.PlainDate | null; isLevelNew: boolean }

/** After an assessment: another level has another rhythm, from today on. A review that is due stays due. */
export function reviewAfterAssessment({ every, today, present, isLevelNew }: Assessed): Temporal.PlainDate | null {
  if (present && (!isLevelNew || Temporal.PlainDate.compare(present, today) <= 0)) return present
  return nextReview(today, every)
}
