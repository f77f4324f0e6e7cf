import { Temporal } from 'temporal-polyfill'

type PlainDate = Temporal.PlainDate

/** Days after they were asked; 0 means never. */
export type OverdueAfter = { nudge: number; lead: number; manager: number }
export type Stage = keyof OverdueAfter

/** Whether a check-in of that date spares its owner the question that is due. */
export const isFresh = (checkedInOn: PlainDate | null, dueOn: PlainDate, withinDays: number): boolean =>
  checkedInOn !== null && Temporal.PlainDate.compare(checkedInOn, dueOn.subtract({ days: withinDays })) >= 0

/** What has come by now of what follows when a question stays open that many days. */
export const stagesAfter = (days: number, after: OverdueAfter): Stage[] =>
  (['nudge', 'lead', 'manager'] as const).filter((stage) => after[stage] > 0 && days >= after[stage])

/** Days from one local date to a later one, leaving out those on which somebody was away. */
export const daysOpen = (from: PlainDate, to: PlainDate, isAway: (date: PlainDate) => boolean): number => {
  const days = Math.max(0, from.until(to, { largestUnit: 'days' }).days)
  return Array.from({ length: days }, (_, at) => from.add({ days: at + 1 })).filter((date) => !isAway(date)).length
}
