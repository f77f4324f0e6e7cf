import { Temporal } from 'temporal-polyfill'

type PlainDate = Temporal.PlainDate

/** How often a check-in is due; `day` is the ISO weekday. A month's is its first such weekday. */
export type Rhythm = { every: 'week' | 'fortnight' | 'month' | 'never'; day: number }
export const EVERY = ['week', 'fortnight', 'month', 'never'] as const satisfies readonly Rhythm['every'][]

const DAYS = { week: 7, fortnight: 14 }

/** The latest date, up to this one, on which a check-in is due; fortnights are counted from the anchor's week. Null before the first. */
export function latestDue(rhythm: Rhythm, anchor: PlainDate, today: PlainDate): PlainDate | null {
  const due = dueOnOrBefore(rhythm, anchor, today)
  return due && Temporal.PlainDate.compare(due, anchor) >= 0 ? due : null
}

/** The first date after this one, not before the anchor, on which a check-in is due; null when it never is. */
export function nextDue(rhythm: Rhythm, anchor: PlainDate, after: PlainDate): PlainDate | null {
  const from = Temporal.PlainDate.compare(after, anchor) < 0 ? anchor.subtract({ days: 1 }) : after
  switch (rhythm.every) {
    case 'never':
      return null
    case 'week':
    case 'fortnight':
      return (dueOnOrBefore(rhythm, anchor, from) ?? from).add({ days: DAYS[rhythm.every] })
    case 'month': {
      const here = firstWeekday(from, rhythm.day)
      return Temporal.PlainDate.compare(here, from) > 0 ? here : firstWeekday(from.add({ months: 1 }), rhythm.day)
    }
  }
}

function dueOnOrBefore({ every, day }: Rhythm, anchor: PlainDate, date: PlainDate): PlainDate | null {
  switch (every) {
    case 'never':
      return null
    case 'week':
      return date.subtract({ days: (date.dayOfWeek - day + 7) % 7 })
    case 'fortnight': {
      const first = anchor.add({ days: day - anchor.dayOfWeek })
      const gone = first.until(date, { largestUnit: 'days' }).days
      return first.add({ days: Math.floor(gone / DAYS.fortnight) * DAYS.fortnight })
    }
    case 'month': {
      const here = firstWeekday(date, day)
      return Temporal.PlainDate.compare(here, date) <= 0 ? here : firstWeekday(date.subtract({ months: 1 }), day)
    }
  }
}

/** The first such weekday of the date's month. */
function firstWeekday(date: PlainDate, day: number): PlainDate {
  const first = date.with({ day: 1 })
  return first.add({ days: (day - first.dayOfWeek + 7) % 7 })
}
