import fc from 'fast-check'
import { Temporal } from 'temporal-polyfill'
import { expect, it } from 'vitest'
import { covers, decidersOf, expiryOf, isNearEnd, latestExpiry } from '../../../../src/flows/risk/rules/acceptance.ts'

const day = (iso: string) => Temporal.PlainDate.from(iso)

it.each([
  ['2026-06-30', 'UTC', '2026-07-01T00:00:00Z'],
  ['2026-06-30', 'Asia/Shanghai', '2026-06-30T16:00:00Z'],
  ['2026-03-28', 'Europe/Berlin', '2026-03-28T23:00:00Z'],
  ['2026-03-29', 'Europe/Berlin', '2026-03-29T22:00:00Z'],
])('holds on the whole of %s in %s, until %s', (on, zone, at) => {
  expect(`${expiryOf(day(on), zone)}`).toBe(at)
})

it('may hold for twelve months, also from a leap day on', () => {
  expect(`${latestExpiry(day('2028-02-29'))}`).toBe('2029-02-28')
})

it.each([
  ['2026-06-15', false],
  ['2026-06-16', true],
  ['2026-07-02', true],
])('is near its end, the 30th of June, on %s: %s', (today, isNear) => {
  expect(isNearEnd(day('2026-06-30'), day(today))).toBe(isNear)
})

it('covers its level and those below', () => {
  expect(covers({ likelihood: 4, impact: 4 }, { likelihood: 2, impact: 5 })).toBe(true)
  expect(covers({ likelihood: 4, impact: 4 }, { likelihood: 4, impact: 5 })).toBe(false)
})

it('is never decided by the owner, the proposer or the third line, and by administrators only in place of the second', () => {
  const person = fc.record({
    id: fc.constantFrom('a', 'b', 'c', 'd', 'e'),
    roles: fc.subarray(['risk', 'admin', 'audit']),
  })
  fc.assert(
    fc.property(fc.uniqueArray(person, { selector: ({ id }) => id }), fc.subarray(['a', 'b']), (people, barredIds) => {
      const secondLine = people.filter(({ roles }) => roles.includes('risk'))
      const admins = people.filter(({ roles }) => roles.includes('admin'))
      const chosen = decidersOf({ secondLine, admins, barredIds })
      expect(chosen.some(({ id, roles }) => barredIds.includes(id) || roles.includes('audit'))).toBe(false)
      const own = chosen.filter(({ roles }) => roles.includes('risk'))
      expect(own.length === chosen.length || own.length === 0).toBe(true)
    }),
  )
})
