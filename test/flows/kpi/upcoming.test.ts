import { afterAll, beforeAll, expect, it } from 'vitest'
import type { House } from '../../support/house.ts'
import { newKpi, openOffice, says } from './office.ts'

let house: House
beforeAll(async () => {
  house = await openOffice()
  await newKpi(house)
  await newKpi(house, { name: 'Revenue', key: 'revenue', unit: '€', period: 'week' })
  await newKpi(house, { name: 'Clicks', key: 'clicks', source: 'http' })
  await newKpi(house, { name: 'Churn', key: 'churn', period: 'month' }, 'zoe')
  await says(house, '/kpi set orders 5')
})
afterAll(() => house.close())

it('tells what its owner will have to enter, by the time from which on it is missing', async () => {
  // Monday's is there. Friday's, and the week's, are due on Monday.
  const ahead = await says(house, '/ops upcoming')
  expect(ahead).not.toContain('Enter Orders (2026-03-02)')
  expect(ahead).toMatch(/Wed, 4 Mar · 09:00 · Enter Orders \(2026-03-03\)/)
  expect(ahead).toMatch(/Mon, 9 Mar · 09:00 · Enter Orders \(2026-03-06\), Revenue \(2026-W10\)/)
  expect(ahead).toMatch(/Mon, 16 Mar · 09:00 · Enter Orders \(2026-03-13\), Revenue \(2026-W11\)/)
  expect(ahead).not.toMatch(/Clicks|Churn|Sat, 7|Sun, 8/)
  expect(await says(house, '/ops upcoming', 'zoe')).not.toContain('Enter')

  await says(house, '/kpi set revenue 5 for:2026-W10')
  expect(await says(house, '/ops upcoming')).not.toContain('2026-W10')
})

it('goes on after a long silence', async () => {
  await house.db.kpi.updateMany({
    where: { key: 'orders' },
    data: { newestOn: new Date('2023-01-02'), createdAt: new Date('2022-12-01') },
  })

  expect(await says(house, '/ops upcoming')).toContain('Tue, 3 Mar · 09:00 · Enter Orders (2026-03-02)')
})
