import { expect, it } from 'vitest'
import { withoutContact } from '../../../../src/flows/complaint/views/masked.ts'

it.each([
  ['Write to wang@customer.example now', 'Write to ••• now'],
  ['请打 13800138000 找王先生', '请打 ••• 找王先生'],
  ['or 138-0013-8000.', 'or •••.'],
  ['call +49 170 12-34 567!', 'call •••!'],
  ['at 030 1234567', 'at •••'],
  ['at (030) 1234567', 'at •••'],
])('what looks like somebody’s contact is masked in a channel, recorded or not: %s', (text, said) => {
  expect(withoutContact(text, null)).toBe(said)
})

it.each([
  'on 2026-11-20, and 19.11.2026, and 01/02/2026',
  'order 4711-000123 of 1,200,000 pieces',
  'paid 12800.50 on invoice 20261126001',
])('dates, orders and amounts stay: %s', (text) => {
  expect(withoutContact(text, 'kim@customer.example')).toBe(text)
})
