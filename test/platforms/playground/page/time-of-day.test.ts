import { describe, expect, it } from 'vitest'
import { timeOfDay } from '../../../../src/platforms/playground/page/time-of-day.ts'

describe('timeOfDay', () => {
  it.each([
    ['9', '09:00'],
    ['09:30', '09:30'],
    ['930', '09:30'],
    ['1745', '17:45'],
    [' 9.30 ', '09:30'],
    ['9：30', '09:30'],
    ['9点', '09:00'],
    ['9点30分', '09:30'],
    ['9:30 am', '09:30'],
    ['12 am', '00:00'],
    ['6:05 PM', '18:05'],
  ])('writes %s in full', (typed, full) => {
    expect(timeOfDay(typed)).toBe(full)
  })

  it.each(['25:00', '9:75', '2460', 'noon', '9:3', ''])('leaves “%s” for whoever checks it', (typed) => {
    expect(timeOfDay(typed)).toBe(typed)
  })
})
