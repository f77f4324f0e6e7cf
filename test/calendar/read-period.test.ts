import { Temporal } from 'temporal-polyfill'
import { describe, expect, it } from 'vitest'
import { readPeriod } from '../../src/calendar/read-period.ts'

describe('a period as people type it', () => {
  const today = Temporal.PlainDate.from('2026-11-25')
  const read = (typed: string) => {
    const period = readPeriod(typed, today)
    return period && `${period.from} ${period.to}`
  }

  it.each([
    ['', '2026-10-27 2026-11-25'],
    ['week', '2026-11-23 2026-11-25'],
    ['Last Week', '2026-11-16 2026-11-22'],
    ['上周', '2026-11-16 2026-11-22'],
    ['本月', '2026-11-01 2026-11-25'],
    ['上个月', '2026-10-01 2026-10-31'],
    ['quarter', '2026-10-01 2026-11-25'],
    ['上季度', '2026-07-01 2026-09-30'],
    ['last year', '2025-01-01 2025-12-31'],
    ['2026-02', '2026-02-01 2026-02-28'],
    ['2026年10月', '2026-10-01 2026-10-31'],
    ['2026-W01', '2025-12-29 2026-01-04'],
    ['2026-w47', '2026-11-16 2026-11-22'],
    ['2026-11-02', '2026-11-02 2026-11-02'],
    ['2026-10-01 2026-10-15', '2026-10-01 2026-10-15'],
    ['2026-10-01 至 2026-10-15', '2026-10-01 2026-10-15'],
  ])('%j is %s', (typed, expected) => {
    expect(read(typed)).toBe(expected)
  })

  it.each(['soon', '2026-13', '2026-W54', '2025-W53', '2026-12-01', '2026-10-15 2026-10-01', '2027-01', '0'])(
    '%j is none',
    (typed) => {
      expect(read(typed)).toBeNull()
    },
  )
})
