import { Temporal } from 'temporal-polyfill'
import { addWorkingTime, type WorkingHours, workingMinutesBetween } from '../../../calendar/working-time.ts'

/** How long a clock may run, and by which time; working time needs to know when work is done. */
export type Terms = { minutes: number; time: 'calendar' | 'working'; calendar: WorkingHours | null }

export type ClockEvent = 'started' | 'paused' | 'resumed' | 'retargeted' | 'replanned' | 'breached' | 'met' | 'stopped'

/** What happened, and what counts from there on. */
export type LedgerEntry = Terms & {
  at: Temporal.Instant
  event: ClockEvent
  dueAt: Temporal.Instant
  reason: string | null
  byId: string | null
}
export type Ledger = readonly [LedgerEntry, ...LedgerEntry[]]

export type ClockState = 'running' | 'paused' | 'met' | 'stopped'
/** From one entry to the next, in minutes of the terms that counted then. */
export type Segment = { from: Temporal.Instant; to: Temporal.Instant; runs: boolean; minutes: number }

export type Reading = {
  state: ClockState
  terms: Terms
  segments: readonly Segment[]
  usedMinutes: number
  pausedMinutes: number
  dueAt: Temporal.Instant
  promisedAt: Temporal.Instant
  breachedAt: Temporal.Instant | null
  endedAt: Temporal.Instant | null
}

const MINUTE = 60_000

/** How a clock stands at an instant not before its newest entry; a breach that nobody has noted yet is one. */
export function readLedger(noted: Ledger, now: Temporal.Instant): Reading {
  const ledger = upTo(noted, now)
  const state = stateOf(ledger)
  const last = newest(ledger)
  const segments = segmentsOf(ledger, now)
  return {
    state,
    terms: termsOf(last),
    segments,
    usedMinutes: minutesIn(segments, true),
    pausedMinutes: minutesIn(segments, false),
    dueAt: last.dueAt,
    promisedAt: ledger[0].dueAt,
    breachedAt: breachIn(ledger),
    endedAt: isOver(state) ? last.at : null,
  }
}

/** The ledger with the breach that has come due by then, dated when it came due. */
export const upTo = (ledger: Ledger, now: Temporal.Instant): Ledger =>
  stateOf(ledger) === 'running' ? breachedBy(ledger, now) : ledger

/** With the breach, where its time is up by then. */
export function breachedBy(ledger: Ledger, now: Temporal.Instant): Ledger {
  const last = newest(ledger)
  const isDue = !breachIn(ledger) && !isBefore(now, last.dueAt)
  return isDue ? [...ledger, { ...last, event: 'breached', at: last.dueAt, reason: null, byId: null }] : ledger
}

export const stateOf = (ledger: readonly LedgerEntry[]): ClockState =>
  ledger.reduce<ClockState>((state, { event }) => stateAfter(event, state), 'running')

export const breachIn = (ledger: readonly LedgerEntry[]): Temporal.Instant | null =>
  ledger.find(({ event }) => event === 'breached')?.at ?? null

export const newest = (ledger: Ledger): LedgerEntry => ledger.at(-1) ?? ledger[0]
export const isOver = (state: ClockState): boolean => state === 'met' || state === 'stopped'
export const isBefore = (a: Temporal.Instant, b: Temporal.Instant): boolean => Temporal.Instant.compare(a, b) < 0
export const termsOf = ({ minutes, time, calendar }: Terms): Terms => ({ minutes, time, calendar })

/** When that many minutes of these terms have passed; hours without any work are waited for by the calendar. */
export function endOf(terms: Terms, from: Temporal.Instant, minutes: number): Temporal.Instant {
  const byCalendar = from.add({ milliseconds: Math.round(minutes * MINUTE) })
  return terms.time === 'working' && terms.calendar
    ? (addWorkingTime(from, minutes, terms.calendar) ?? byCalendar)
    : byCalendar
}

/** Minutes of these terms that pass from one instant to another, fractions included; 0 backwards. */
export function minutesBetween({ time, calendar }: Terms, from: Temporal.Instant, to: Temporal.Instant): number {
  if (time === 'working' && calendar) return workingMinutesBetween(from, to, calendar)
  return Math.max(0, to.epochMilliseconds - from.epochMilliseconds) / MINUTE
}

function segmentsOf(ledger: Ledger, now: Temporal.Instant): Segment[] {
  let state: ClockState = 'running'
  return ledger.flatMap((entry, index) => {
    state = stateAfter(entry.event, state)
    if (isOver(state)) return []
    const to = ledger[index + 1]?.at ?? now
    return { from: entry.at, to, runs: state === 'running', minutes: minutesBetween(entry, entry.at, to) }
  })
}

function stateAfter(event: ClockEvent, before: ClockState): ClockState {
  switch (event) {
    case 'started':
    case 'resumed':
      return 'running'
    case 'paused':
    case 'met':
    case 'stopped':
      return event
    case 'retargeted':
    case 'replanned':
    case 'breached':
      return before
  }
}

/** To the millisecond: sums of fractions are off by less. */
function minutesIn(segments: readonly Segment[], runs: boolean): number {
  const sum = segments.reduce((total, segment) => total + (segment.runs === runs ? segment.minutes : 0), 0)
  return Math.round(sum * MINUTE) / MINUTE
}
