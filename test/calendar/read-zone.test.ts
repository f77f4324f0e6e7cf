import { describe, expect, it } from 'vitest'
import { CITIES } from '../../src/calendar/cities.ts'
import { readZone, zones } from '../../src/calendar/read-zone.ts'

describe('a zone that people type', () => {
  it.each([
    ['Asia/Shanghai', 'Asia/Shanghai'],
    ['asia/shanghai', 'Asia/Shanghai'],
    ['shanghai', 'Asia/Shanghai'],
    ['上海', 'Asia/Shanghai'],
    ['北京', 'Asia/Shanghai'],
    ['北京时间', 'Asia/Shanghai'],
    ['Berlin', 'Europe/Berlin'],
    ['柏林', 'Europe/Berlin'],
    ['New York', 'America/New_York'],
    ['new_york', 'America/New_York'],
    ['America/New York', 'America/New_York'],
    ['旧金山', 'America/Los_Angeles'],
    ['Asia/Kolkata', 'Asia/Kolkata'],
    ['asia/kolkata', 'Asia/Kolkata'],
    ['us/pacific', 'US/Pacific'],
    ['utc', 'UTC'],
    ['UTC', 'UTC'],
  ])('is read from %s as %s', (typed, zone) => {
    expect(readZone(typed)).toBe(zone)
  })

  it.each([
    ...['', '+08:00', 'UTC+8', 'GMT+8', 'Etc/GMT+8', '东八区', 'Mars/Base', 'Mars', 'CST', 'EST', 'Asia/', '/', 'Asia'],
    ...['constructor', '__proto__', '圣地亚哥', 'Portland', '../etc/passwd', 'a'.repeat(12_000)],
  ])('cannot be read from %.40j', (typed) => {
    expect(readZone(typed)).toBeNull()
  })

  it('is read from every zone’s own name in any case', () => {
    for (const zone of zones()) expect(readZone(zone.toUpperCase())).toBe(zone)
  })

  it('is read from every city on the list, and every one is read as one zone', () => {
    const cities = Object.values(CITIES).flat()

    expect(new Set(cities).size).toBe(cities.length)
    for (const [zone, names] of Object.entries(CITIES)) {
      expect(readZone(zone), zone).toBe(zone)
      for (const name of names) expect(readZone(name), name).toBe(zone)
    }
  })
})
