import fc from 'fast-check'
import { Temporal } from 'temporal-polyfill'
import { describe, expect, it } from 'vitest'
import {
  type Ledger,
  minutesBetween,
  readLedger,
  stateOf,
  type Terms,
  upTo,
} from '../../../../src/flows/complaint/rules/ledger.ts'
import { begun, type Happening, ledgerAfter } from '../../../../src/flows/complaint/rules/ledger-entries.ts'
import { office, shanghai } from './ledgers.ts'

const MINUTE = 60_000
const MANY = { numRuns: 150 }

type Step = { wait: number; deed: Omit<Happening, 'at'> }
type Story = { start: Temporal.Instant; terms: Terms; steps: readonly Step[]; rest: number }

describe('whatever happens to a clock, possible or not', () => {
  it('its calendar time adds up: used and paused are what has gone by', () => {
    fc.assert(
      fc.property(anyStory(calendarTerms()), (story) => {
        const { ledger, now } = play(story)
        const { usedMinutes, pausedMinutes, endedAt } = readLedger(ledger, now)

        const elapsed = (endedAt ?? now).epochMilliseconds - story.start.epochMilliseconds
        expect(inMs(usedMinutes) + inMs(pausedMinutes)).toBe(elapsed)
      }),
      MANY,
    )
  })

  it('its working time adds up while the hours stay', () => {
    fc.assert(
      fc.property(anyStory(workingTerms(office)), (story) => {
        const { ledger, now } = play(story)
        const { usedMinutes, pausedMinutes, endedAt } = readLedger(ledger, now)

        const worked = minutesBetween(story.terms, story.start, endedAt ?? now)
        expect(inMs(usedMinutes) + inMs(pausedMinutes)).toBe(inMs(worked))
      }),
      MANY,
    )
  })

  it('it is late or has used no more than it may, and is late only because its time was up', () => {
    fc.assert(
      fc.property(anyStory(anyTerms()), (story) => {
        const { ledger, now } = play(story)
        const { usedMinutes, terms, breachedAt, state } = readLedger(ledger, now)

        // Instants are whole milliseconds: what is left of the time may end within one.
        if (!breachedAt && (state === 'running' || state === 'met'))
          expect(usedMinutes).toBeLessThanOrEqual(terms.minutes + 1 / 60_000 + 1e-9)
        const row = ledger.findIndex(({ event }) => event === 'breached')
        const [before, breach] = [ledger.slice(0, row), ledger[row]]
        if (breach) expect(readLedger(asLedger(before), breach.at).usedMinutes).toBeGreaterThanOrEqual(breach.minutes)
      }),
      MANY,
    )
  })

  it('all of its time is used at the instant at which it is due, and not a moment before', () => {
    fc.assert(
      fc.property(anyStory(anyTerms()), (story) => {
        const { ledger, now } = play(story)
        const { state, dueAt, breachedAt, terms } = readLedger(ledger, now)
        fc.pre(state === 'running' && !breachedAt)

        expect(readLedger(ledger, dueAt).usedMinutes).toBe(terms.minutes)
        expect(readLedger(ledger, dueAt).breachedAt?.equals(dueAt)).toBe(true)
        expect(readLedger(ledger, dueAt.subtract({ milliseconds: 1 })).breachedAt).toBeNull()
      }),
      MANY,
    )
  })

  it('a pause never makes it due sooner, and in calendar time makes it due later by its length', () => {
    fc.assert(
      fc.property(anyStory(anyTerms()), fc.nat(10 * 24 * 60 * MINUTE), (story, pause) => {
        const { ledger, now } = play(story)
        fc.pre(stateOf(ledger) === 'running')
        const before = readLedger(ledger, now)

        const paused = ledgerAfter(ledger, { event: 'paused', at: now })
        const resumed = ledgerAfter(paused, { event: 'resumed', at: now.add({ milliseconds: pause }) })
        const later = readLedger(resumed, now.add({ milliseconds: pause }))
          .dueAt.since(before.dueAt)
          .total('milliseconds')

        expect(later).toBeGreaterThanOrEqual(0)
        if (before.terms.time === 'calendar') {
          const left = before.usedMinutes < before.terms.minutes
          expect(later).toBe(left ? pause : 0)
        }
      }),
      MANY,
    )
  })

  it('once it is late it stays late since the same instant, and its first promise stays', () => {
    fc.assert(
      fc.property(anyStory(anyTerms()), (story) => {
        let since: Temporal.Instant | null = null
        const promised = begun({ at: story.start, terms: story.terms })[0].dueAt
        for (const { ledger, now } of moments(story)) {
          const { breachedAt, promisedAt } = readLedger(ledger, now)
          expect(promisedAt.equals(promised)).toBe(true)
          if (since) expect(breachedAt?.equals(since)).toBe(true)
          since = breachedAt
        }
      }),
      MANY,
    )
  })

  it('its rows stand in the order of time, are never changed, and one at most is a breach', () => {
    fc.assert(
      fc.property(anyStory(anyTerms()), (story) => {
        let before: Ledger | null = null
        for (const { ledger } of moments(story)) {
          if (before) expect(ledger.slice(0, before.length)).toEqual(before)
          before = ledger
          const times = ledger.map(({ at }) => at.epochMilliseconds)
          expect(times).toEqual(times.toSorted((a, b) => a - b))
          expect(ledger.filter(({ event }) => event === 'breached').length).toBeLessThanOrEqual(1)
        }
      }),
      MANY,
    )
  })

  it('it is the same whenever the breach is noted: on time, late, twice or by the next deed', () => {
    fc.assert(
      fc.property(anyStory(anyTerms()), fc.array(fc.boolean(), { maxLength: 12 }), (story, fires) => {
        const quiet = play(story)
        const noted = play(story, (ledger, now, step) => {
          if (!fires[step]) return ledger
          return upTo(upTo(ledger, now), now)
        })

        expect(upTo(noted.ledger, noted.now)).toEqual(upTo(quiet.ledger, quiet.now))
      }),
      MANY,
    )
  })
})

const inMs = (minutes: number) => Math.round(minutes * MINUTE)

function asLedger(entries: readonly Ledger[number][]): Ledger {
  const [first, ...later] = entries
  if (!first) throw new Error('A clock without a beginning')
  return [first, ...later]
}

type Moment = { ledger: Ledger; now: Temporal.Instant }
type Timer = (ledger: Ledger, now: Temporal.Instant, step: number) => Ledger

function moments({ start, terms, steps, rest }: Story, timer: Timer = (ledger) => ledger): Moment[] {
  let now = start
  let ledger = begun({ at: start, terms })
  const seen: Moment[] = [{ ledger, now }]
  for (const [index, { wait, deed }] of steps.entries()) {
    now = now.add({ milliseconds: wait })
    ledger = ledgerAfter(timer(ledger, now, index), { ...deed, at: now })
    seen.push({ ledger, now })
  }
  return [...seen, { ledger, now: now.add({ milliseconds: rest }) }]
}

const play = (story: Story, timer?: Timer): Moment => moments(story, timer).at(-1)!

const minutes = () => fc.integer({ min: 1, max: 5 * 24 * 60 })
const calendarTerms = (): fc.Arbitrary<Terms> =>
  minutes().map((length) => ({ minutes: length, time: 'calendar', calendar: null }))
const workingTerms = (...calendars: [typeof office, ...(typeof office)[]]): fc.Arbitrary<Terms> =>
  fc.record({ minutes: minutes(), time: fc.constant('working' as const), calendar: fc.constantFrom(...calendars) })
const anyTerms = () => fc.oneof(calendarTerms(), workingTerms(office, shanghai))

const anyDeed = (terms: fc.Arbitrary<Terms>): fc.Arbitrary<Step['deed']> =>
  fc.oneof(
    { weight: 4, arbitrary: fc.constantFrom({ event: 'paused' as const }, { event: 'resumed' as const }) },
    { weight: 3, arbitrary: terms.map((to) => ({ event: 'retargeted' as const, terms: to })) },
    { weight: 1, arbitrary: terms.map((to) => ({ event: 'replanned' as const, terms: to })) },
    { weight: 1, arbitrary: fc.constantFrom({ event: 'met' as const }, { event: 'stopped' as const }) },
  )

/** To the millisecond: nobody presses a button on the minute. */
const anyWait = () => fc.nat(3 * 24 * 60 * MINUTE)

const anyStory = (terms: fc.Arbitrary<Terms>): fc.Arbitrary<Story> =>
  fc.record({
    start: fc
      .integer({ min: 0, max: 366 * 24 * 60 * MINUTE })
      .map((ms) => Temporal.Instant.from('2025-06-01T00:00Z').add({ milliseconds: ms })),
    terms,
    steps: fc.array(fc.record({ wait: anyWait(), deed: anyDeed(terms) }), { maxLength: 12 }),
    rest: anyWait(),
  })
