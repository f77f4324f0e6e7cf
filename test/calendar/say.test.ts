import { Temporal } from 'temporal-polyfill'
import { describe, expect, it } from 'vitest'
import { sayDate, sayDateRange, sayDateTime, sayDay, sayDays, sayDuration, sayTime } from '../../src/calendar/say.ts'

const friday = Temporal.PlainDate.from('2026-09-04')
const morning = Temporal.Instant.from('2026-09-04T01:05:59Z')

describe('what is said about time', () => {
  it('gives the time on the 24-hour clock of the zone', () => {
    expect(sayTime(morning, 'Asia/Shanghai', 'zh-CN')).toBe('09:05')
    expect(sayTime(morning, 'America/New_York', 'en')).toBe('21:05')
    expect(sayTime(Temporal.Instant.from('2026-09-04T00:00Z'), 'UTC', 'en')).toBe('00:00')
  })

  it('gives a date with and without its year', () => {
    expect(sayDate(friday, 'en')).toBe('Fri, 4 Sep 2026')
    expect(sayDate(friday, 'zh-CN')).toBe('2026年9月4日（周五）')
    expect(sayDay(friday, 'en')).toBe('Fri, 4 Sep')
    expect(sayDay(friday, 'zh-CN')).toBe('9月4日（周五）')
  })

  it('gives the date and the time in the zone', () => {
    expect(sayDateTime(morning, 'America/New_York', 'en')).toBe('Thu, 3 Sep 2026, 21:05')
    expect(sayDateTime(morning, 'Asia/Shanghai', 'zh-CN')).toBe('2026年9月4日（周五）09:05')
  })

  it('names the year of a range once, unless it changes', () => {
    const [monday, newYear] = [friday.add({ days: 3 }), Temporal.PlainDate.from('2027-01-01')]

    expect(sayDateRange(friday, monday, 'en')).toBe('Fri, 4 Sep – Mon, 7 Sep 2026')
    expect(sayDateRange(friday, monday, 'zh-CN')).toBe('2026年9月4日（周五）至9月7日（周一）')
    expect(sayDateRange(friday, newYear, 'en')).toBe('Fri, 4 Sep 2026 – Fri, 1 Jan 2027')
    expect(sayDateRange(friday, newYear, 'zh-CN')).toBe('2026年9月4日（周五）至2027年1月1日（周五）')
    expect(sayDateRange(friday, friday, 'en')).toBe('Fri, 4 Sep 2026')
  })

  it.each<[number[], string, string]>([
    [[1, 2, 3, 4, 5], 'Mon–Fri', '周一至周五'],
    [[5, 3, 1], 'Mon, Wed, Fri', '周一、周三、周五'],
    [[1, 2, 3, 6], 'Mon–Wed, Sat', '周一至周三、周六'],
    [[6, 7], 'Sat, Sun', '周六、周日'],
    [[1, 2, 3, 4, 5, 6, 7], 'every day', '每天'],
    [[], 'no day', '无'],
  ])('calls the days %j %s and %s', (days, english, chinese) => {
    expect(sayDays(days, 'en')).toBe(english)
    expect(sayDays(days, 'zh-CN')).toBe(chinese)
  })

  it.each<[number, string, string]>([
    [0, '0 min', '0 分钟'],
    [5, '5 min', '5 分钟'],
    [60, '1 h', '1 小时'],
    [125, '2 h 5 min', '2 小时 5 分钟'],
    [2880, '48 h', '48 小时'],
    [59.7, '1 h', '1 小时'],
    [-90, '−1 h 30 min', '−1 小时 30 分钟'],
  ])('calls %d minutes %s and %s', (minutes, english, chinese) => {
    expect(sayDuration(minutes, 'en')).toBe(english)
    expect(sayDuration(minutes, 'zh-CN')).toBe(chinese)
  })
})
