import fc from 'fast-check'
import { Temporal } from 'temporal-polyfill'
import { expect, it } from 'vitest'
import { chartPicture } from '../../../../src/flows/okr/views/picture.ts'

const WIDTH = 760
const DATE_Y = 402
/** About as wide as a date of each language is drawn, in pixels. */
const DATE_WIDTH = 46

const datesIn = (svg: string) =>
  [...svg.matchAll(/<text x="([\d.]+)" y="(\d+)" text-anchor="start">([^<]+)</g)]
    .filter(([, , y]) => Number(y) === DATE_Y)
    .map(([, x, , words]) => ({ from: Number(x), words: words ?? '' }))

it('draws the dates of any cycle beside one another and within the picture', () => {
  const start = fc.integer({ min: 0, max: 1_000 }).map((days) => Temporal.PlainDate.from('2026-01-01').add({ days }))
  fc.assert(
    fc.property(start, fc.integer({ min: 0, max: 399 }), fc.constantFrom('en', 'zh-CN'), (startsOn, days, locale) => {
      const span = { startsOn, endsOn: startsOn.add({ days }) }
      const dates = datesIn(chartPicture(locale, { name: 'O-1', points: [], span }))

      const [first, ...others] = dates
      const [day, month] = [startsOn.day, startsOn.month]
      expect(first?.words).toMatch(locale === 'en' ? new RegExp(`^${day} [A-Z]`) : `${month}月${day}日`)
      for (const [at, date] of others.entries()) {
        expect(date.from - (dates[at]?.from ?? 0)).toBeGreaterThanOrEqual(DATE_WIDTH)
        expect(date.from + DATE_WIDTH).toBeLessThanOrEqual(WIDTH)
      }
    }),
  )
})
