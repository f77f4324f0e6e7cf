import { describe, expect, it } from 'vitest'
import { type Ledger, readLedger } from '../../../../src/flows/complaint/rules/ledger.ts'
import { warnInstant } from '../../../../src/flows/complaint/rules/ledger-entries.ts'
import { berlin, calendarHours, followedBy, HOURS, office, onTheWall, started, workingHours } from './ledgers.ts'

const at = (ledger: Ledger, local: string) => readLedger(ledger, berlin(local))
const dueOf = (ledger: Ledger, local: string) => onTheWall(at(ledger, local).dueAt)
const eventsOf = (ledger: Ledger) => ledger.map(({ event, at }) => `${onTheWall(at)} ${event}`)

describe('a clock in calendar time', () => {
  it('runs 24 elapsed hours over both nights in which the clocks change', () => {
    expect(dueOf(started('2026-03-28T12:00', calendarHours(24)), '2026-03-28T12:00')).toBe('2026-03-29T13:00')
    expect(dueOf(started('2026-10-24T12:00', calendarHours(24)), '2026-10-24T12:00')).toBe('2026-10-25T11:00')
  })

  it('has used 16 h 10 and was paused 7 h 50 after a day with a pause, and is due that much later', () => {
    const ledger = followedBy(
      started('2026-12-02T10:00', calendarHours(24)),
      ['2026-12-02T14:00', { event: 'paused', reason: 'waiting for the customer' }],
      ['2026-12-02T21:50', 'resumed'],
    )

    const reading = at(ledger, '2026-12-03T10:00')

    expect([reading.usedMinutes, reading.pausedMinutes]).toEqual([16 * HOURS + 10, 7 * HOURS + 50])
    expect([onTheWall(reading.dueAt), onTheWall(reading.promisedAt)]).toEqual(['2026-12-03T17:50', '2026-12-03T10:00'])
  })

  it('is late from the instant at which it was due, however late anybody looks', () => {
    const ledger = started('2026-12-02T10:00', calendarHours(24))

    expect(at(ledger, '2026-12-03T09:59').breachedAt).toBeNull()
    expect(onTheWall(at(ledger, '2026-12-03T10:00').breachedAt)).toBe('2026-12-03T10:00')
    expect(onTheWall(at(ledger, '2026-12-09T10:00').breachedAt)).toBe('2026-12-03T10:00')
  })

  it('notes a breach that nobody has noted before what happens next', () => {
    const ledger = followedBy(started('2026-12-02T10:00', calendarHours(24)), ['2026-12-03T12:00', 'paused'])

    expect(eventsOf(ledger)).toEqual([
      '2026-12-02T10:00 started',
      '2026-12-03T10:00 breached',
      '2026-12-03T12:00 paused',
    ])
    expect(at(ledger, '2026-12-04T12:00').usedMinutes).toBe(26 * HOURS)
  })

  it('does not become late while it is paused', () => {
    const ledger = followedBy(started('2026-12-02T10:00', calendarHours(24)), ['2026-12-03T09:00', 'paused'])

    expect(at(ledger, '2026-12-20T09:00')).toMatchObject({ state: 'paused', breachedAt: null, usedMinutes: 23 * HOURS })
    expect(dueOf(followedBy(ledger, ['2026-12-20T09:00', 'resumed']), '2026-12-20T09:00')).toBe('2026-12-20T10:00')
  })

  it('is met in time while it is paused', () => {
    const ledger = followedBy(
      started('2026-12-02T10:00', calendarHours(24)),
      ['2026-12-03T09:00', 'paused'],
      ['2026-12-05T09:00', 'met'],
    )

    const reading = at(ledger, '2026-12-20T09:00')

    expect(reading).toMatchObject({
      state: 'met',
      breachedAt: null,
      usedMinutes: 23 * HOURS,
      pausedMinutes: 48 * HOURS,
    })
    expect(onTheWall(reading.endedAt)).toBe('2026-12-05T09:00')
  })

  it('stays late when it is met afterwards', () => {
    const ledger = followedBy(started('2026-12-02T10:00', calendarHours(24)), ['2026-12-03T11:00', 'met'])

    const reading = at(ledger, '2026-12-04T11:00')

    expect([reading.state, onTheWall(reading.breachedAt)]).toEqual(['met', '2026-12-03T10:00'])
  })

  it('is neither paused twice nor resumed while it runs', () => {
    const running = started('2026-12-02T10:00', calendarHours(24))
    const paused = followedBy(running, ['2026-12-02T11:00', 'paused'])

    expect(followedBy(running, ['2026-12-02T11:00', 'resumed'])).toEqual(running)
    expect(followedBy(paused, ['2026-12-02T12:00', 'paused'])).toEqual(paused)
  })

  it('takes nothing any more when it is over', () => {
    const ledger = followedBy(started('2026-12-02T10:00', calendarHours(24)), ['2026-12-02T11:00', 'met'])

    expect(followedBy(ledger, ['2026-12-02T12:00', 'paused'], ['2026-12-02T13:00', 'stopped'])).toEqual(ledger)
  })
})

describe('another severity', () => {
  const S1 = { event: 'retargeted', terms: calendarHours(4) } as const
  const S3 = { event: 'retargeted', terms: calendarHours(48) } as const

  it('shortens the clock at once, with what was used already', () => {
    const ledger = followedBy(started('2026-12-02T10:00', calendarHours(48)), ['2026-12-02T11:00', S1])

    expect(dueOf(ledger, '2026-12-02T11:00')).toBe('2026-12-02T14:00')
  })

  it('makes it late at that very instant when too much was used', () => {
    const ledger = followedBy(started('2026-12-02T10:00', calendarHours(48)), ['2026-12-02T15:00', S1])

    expect(eventsOf(ledger).slice(1)).toEqual(['2026-12-02T15:00 retargeted', '2026-12-02T15:00 breached'])
    expect(onTheWall(at(ledger, '2026-12-02T15:00').promisedAt)).toBe('2026-12-04T10:00')
  })

  it('lengthens it and never makes it unlate', () => {
    const ledger = followedBy(started('2026-12-02T10:00', calendarHours(4)), ['2026-12-02T15:00', S3])

    const reading = at(ledger, '2026-12-02T16:00')

    expect([onTheWall(reading.breachedAt), onTheWall(reading.dueAt)]).toEqual(['2026-12-02T14:00', '2026-12-04T10:00'])
  })

  it('makes a paused clock late no sooner than it runs on', () => {
    const ledger = followedBy(
      started('2026-12-02T10:00', calendarHours(48)),
      ['2026-12-02T15:00', 'paused'],
      ['2026-12-02T16:00', S1],
    )

    expect(at(ledger, '2026-12-03T12:00').breachedAt).toBeNull()
    expect(eventsOf(followedBy(ledger, ['2026-12-03T12:00', 'resumed'])).slice(-2)).toEqual([
      '2026-12-03T12:00 resumed',
      '2026-12-03T12:00 breached',
    ])
    expect(eventsOf(followedBy(ledger, ['2026-12-03T12:00', 'met'])).slice(-2)).toEqual([
      '2026-12-02T16:00 breached',
      '2026-12-03T12:00 met',
    ])
  })

  it('keeps what was measured in calendar time when working time counts from here on', () => {
    const ledger = followedBy(started('2026-12-02T10:00', calendarHours(48)), [
      '2026-12-02T12:00',
      { event: 'retargeted', terms: workingHours(8) },
    ])

    expect(dueOf(ledger, '2026-12-02T12:00')).toBe('2026-12-03T09:00')
  })
})

describe('a clock in working time', () => {
  it('stands still outside working hours', () => {
    const ledger = started('2026-12-04T16:00', workingHours(4))

    expect(dueOf(ledger, '2026-12-04T16:00')).toBe('2026-12-07T11:00')
    expect(at(ledger, '2026-12-06T12:00').usedMinutes).toBe(1 * HOURS)
  })

  it('loses no time by a pause over the weekend', () => {
    const ledger = followedBy(
      started('2026-12-04T16:00', workingHours(4)),
      ['2026-12-04T20:00', 'paused'],
      ['2026-12-06T12:00', 'resumed'],
    )

    expect(dueOf(ledger, '2026-12-06T12:00')).toBe('2026-12-07T11:00')
    expect(at(ledger, '2026-12-06T12:00').pausedMinutes).toBe(0)
  })

  it('follows new working hours from then on and keeps the promise on record', () => {
    const shorter = { ...office, spans: [{ start: '10:00', end: '12:00' }] }
    const ledger = followedBy(started('2026-12-04T16:00', workingHours(4)), [
      '2026-12-04T18:00',
      { event: 'replanned', terms: workingHours(4, shorter) },
    ])

    const reading = at(ledger, '2026-12-04T18:00')

    expect(reading.usedMinutes).toBe(1 * HOURS)
    expect([onTheWall(reading.dueAt), onTheWall(reading.promisedAt)]).toEqual(['2026-12-08T11:00', '2026-12-07T11:00'])
  })
})

describe('the warning', () => {
  it('comes when three quarters of its own time have gone', () => {
    expect(onTheWall(warnInstant(started('2026-12-02T10:00', calendarHours(24))))).toBe('2026-12-03T04:00')
    expect(onTheWall(warnInstant(started('2026-12-04T16:00', workingHours(4))))).toBe('2026-12-07T10:00')
  })

  it('comes at once when they have gone already, and not at all when it is late, paused or over', () => {
    const clock = started('2026-12-02T10:00', calendarHours(24))
    const shortened = { event: 'retargeted', terms: calendarHours(4) } as const

    expect(onTheWall(warnInstant(followedBy(clock, ['2026-12-02T13:30', shortened])))).toBe('2026-12-02T13:30')
    expect(warnInstant(followedBy(clock, ['2026-12-02T15:00', shortened]))).toBeNull()
    expect(warnInstant(followedBy(clock, ['2026-12-02T15:00', 'paused']))).toBeNull()
    expect(warnInstant(followedBy(clock, ['2026-12-02T15:00', 'met']))).toBeNull()
  })
})
