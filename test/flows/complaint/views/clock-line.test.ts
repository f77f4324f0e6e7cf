import { Temporal } from 'temporal-polyfill'
import { expect, it } from 'vitest'
import type { ClockFace } from '../../../../src/flows/complaint/clocks/clockwork.ts'
import { clockLine } from '../../../../src/flows/complaint/views/cards/clock-line.ts'

const READER = { locale: 'en', timeZone: 'Europe/Berlin' } as const
const lineWith = (leftMinutes: number): string => {
  const face = { state: 'running', time: 'calendar', leftMinutes, dueAt: Temporal.Instant.from('2026-03-03T08:00:00Z') }
  return clockLine(face as ClockFace, { pausedAt: null }, READER)
}

it('counts a minute that has begun as left, as the arithmetic of the clock does', () => {
  expect(lineWith(19.2)).toContain('20 min left')
  expect(lineWith(20)).toContain('20 min left')
  expect(lineWith(0.1)).toContain('1 min left')
})
