import { afterEach, beforeEach, expect, it } from 'vitest'
import { traces } from '../../../../src/flows/complaint/views/traces.ts'
import type { House } from '../../../support/house.ts'
import { rowsOf } from '../../../support/rows.ts'
import { acting, fileOne, nowOf, openOffice, refOf, toldTo } from '../office.ts'

let house: House
beforeEach(async () => {
  house = await openOffice()
})
afterEach(() => house.close())

const find = async (who: string) => acting(house, await house.member('mei'), (ctx) => traces.find(ctx, who))
const erase = async (who: string) => {
  const count = await acting(house, await house.member('mei'), (ctx) => traces.erase(ctx, who))
  await house.settle()
  return count
}

it('finds customers by name, address or the digits of a number', async () => {
  await fileOne(house)
  await fileOne(house, { what: 'He was billed a third time.' })
  await fileOne(house, { customer: { name: 'Kim', contact: '+49 (170) 12-34 567' } })

  expect(await find('zhang wei')).toEqual({ found: '2 complaints of Zhang Wei' })
  expect(await find('ZHANG@customer.example')).toEqual({ found: '2 complaints of Zhang Wei' })
  expect(await find('49170 1234567')).toEqual({ found: 'one complaint of Kim' })
  expect(await find('Zhang')).toBeNull()
})

it('leaves neither name nor contact anywhere, and the record with its meaning', async () => {
  const what = 'Zhang Wei says: write to zhang@customer.example, “Zhang Wei”.\nZHANG WEI was billed twice.'
  const complaint = await fileOne(house, { what, message: { text: what, author: 'Zhang Wei' } })
  const reference = refOf(complaint)
  const other = await fileOne(house, {
    customer: { name: 'Kim' },
    what: 'The same as Zhang Wei, zhang@customer.example',
  })
  await house.as('ana').command(`/complaint note ${reference} Zhang Wei called`)
  await house.as('ana').command(`/complaint evidence ${reference} https://a.example Zhang Wei`)
  await house.as('ben').command(`/complaint pause ${reference} waiting for Zhang Wei`)
  await house.as('ben').command(`/complaint resume ${reference}`)
  await house.as('ben').command('/complaint export all')
  await house.as('mei').command('/complaint export all')
  await house.as('ben').dm(`complaint show ${reference}`)
  await house.advanceTo('2026-03-03T12:00:00Z')
  const written = JSON.stringify(await rowsOf(house.db, house.workspace.id), plainly)
  expect(written).toMatch(/zhang wei/i)

  const count = await erase('Zhang Wei')

  const rows = await rowsOf(house.db, house.workspace.id)
  for (const [table, found] of Object.entries(rows)) {
    expect(`${table}: ${JSON.stringify(found, plainly)}`).not.toMatch(/zhang wei|zhang@customer/i)
  }
  for (const { card } of house.chat.messages) expect(JSON.stringify(card)).not.toMatch(/zhang wei|zhang@customer/i)
  expect(count).toBe(1)
  expect(await nowOf(house, complaint)).toMatchObject({ number: 1, severity: 3, type: 'billing' })
  expect((await nowOf(house, complaint)).customer).toMatchObject({ name: '(erased)', contact: null, locale: null })
  expect((await nowOf(house, other)).what).toBe('The same as (erased), (erased)')
  expect(toldTo(house, 'ben', 'C-000001 · (erased)')).not.toHaveLength(0)
  expect(await find('Zhang Wei')).toBeNull()
})

it('knows nothing of the customers of another workspace', async () => {
  await fileOne(house)
  await house.db.workspace.create({ data: { id: 'other', name: 'Other' } })
  await house.db.complaintCustomer.create({ data: { workspaceId: 'other', name: 'Lu', contact: 'lu@x.example' } })

  expect(await find('Lu')).toBeNull()
  expect(await erase('Lu')).toBe(0)
})

const plainly = (_: string, value: unknown) => (typeof value === 'bigint' ? String(value) : value)
