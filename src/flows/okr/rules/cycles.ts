import { Temporal } from 'temporal-polyfill'
import { readDate } from '../../../calendar/read-date.ts'

type PlainDate = Temporal.PlainDate
/** A cycle before it has been made: its usual name, and its dates, both included. */
export type Period = { name: string; startsOn: PlainDate; endsOn: PlainDate }

const QUARTER_MONTHS = 3
const CHINESE_QUARTERS = '一二三四'

/**
 * The fiscal quarter of a date: `2026 Q4`, or `FY2027 Q1` where the fiscal year does not begin in January and so is named
 * by the year in which it ends.
 */
export function quarterOf(date: PlainDate, fiscalStart: number): Period {
  const months = (date.month - fiscalStart + 12) % 12
  const nth = Math.floor(months / QUARTER_MONTHS)
  const yearStart = date.with({ day: 1 }).subtract({ months })
  return quarter(yearStart, nth, fiscalStart)
}

export const quarterAfter = ({ endsOn }: Pick<Period, 'endsOn'>, fiscalStart: number): Period =>
  quarterOf(endsOn.add({ days: 1 }), fiscalStart)

/** `Q4`, `2026 Q4`, `2026年第四季度`, `next`, `下季度`, or two dates; null when it can't be read. */
export function readPeriod(typed: string, today: PlainDate, fiscalStart: number): Period | null {
  const text = typed.normalize('NFKC').trim().toLowerCase()
  const present = quarterOf(today, fiscalStart)
  if (/^(?:this|this quarter|本季度|本季)$/.test(text)) return present
  if (/^(?:next|next quarter|下季度|下季|下个季度)$/.test(text)) return quarterAfter(present, fiscalStart)
  return readQuarter(text, { today, fiscalStart }) ?? readSpan(text, today)
}

function readQuarter(text: string, { today, fiscalStart }: { today: PlainDate; fiscalStart: number }): Period | null {
  const [, before, nth = '', after] =
    /^(?:fy)?\s*(\d{4})?\s*年?\s*(?:q|第)?\s*([1-4一二三四])\s*(?:季度?)?\s*(?:fy)?\s*(\d{4})?$/.exec(text) ?? []
  if (!nth || !/q|季/.test(text)) return null
  const year = Number(before ?? after ?? yearNamed(today, fiscalStart))
  const quarterNumber = CHINESE_QUARTERS.includes(nth) ? CHINESE_QUARTERS.indexOf(nth) : Number(nth) - 1
  const yearStart = new Temporal.PlainDate(fiscalStart === 1 ? year : year - 1, fiscalStart, 1)
  return quarter(yearStart, quarterNumber, fiscalStart)
}

function readSpan(text: string, today: PlainDate): Period | null {
  const [first = '', last = '', ...more] = text.split(/\s+(?:to|–|-|until|至|到)\s+|\s*(?:至|到|~)\s*|\s+/)
  const [startsOn, endsOn] = [readDate(first, today), readDate(last, today)]
  if (!startsOn || !endsOn || more.length > 0 || Temporal.PlainDate.compare(startsOn, endsOn) > 0) return null
  return { name: `${startsOn} – ${endsOn}`, startsOn, endsOn }
}

function quarter(yearStart: PlainDate, nth: number, fiscalStart: number): Period {
  const startsOn = yearStart.add({ months: nth * QUARTER_MONTHS })
  const endsOn = startsOn.add({ months: QUARTER_MONTHS }).subtract({ days: 1 })
  const year = fiscalStart === 1 ? `${yearStart.year}` : `FY${yearStart.year + 1}`
  return { name: `${year} Q${nth + 1}`, startsOn, endsOn }
}

/** The year by which the fiscal year of a date is named. */
function yearNamed(today: PlainDate, fiscalStart: number): number {
  if (fiscalStart === 1) return today.year
  return today.month >= fiscalStart ? today.year + 1 : today.year
}
