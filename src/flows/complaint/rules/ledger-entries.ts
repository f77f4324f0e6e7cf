import type { Temporal } from 'temporal-polyfill'
import {
  breachedBy,
  breachIn,
  type ClockEvent,
  type ClockState,
  endOf,
  isBefore,
  type Ledger,
  type LedgerEntry,
  newest,
  readLedger,
  stateOf,
  type Terms,
  termsOf,
  upTo,
} from './ledger.ts'

/** The share of its time after which the owner is warned. */
const WARN_SHARE = 0.75

/** What somebody does to a clock; what is due by then comes of itself. */
export type Happening = {
  event: Exclude<ClockEvent, 'started' | 'breached'>
  at: Temporal.Instant
  /** Where they become others. */
  terms?: Terms
  reason?: string
  byId?: string | null
}
type Start = { at: Temporal.Instant; terms: Terms; byId?: string | null }

const POSSIBLE: Readonly<Record<ClockState, readonly ClockEvent[]>> = {
  running: ['paused', 'retargeted', 'replanned', 'met', 'stopped'],
  paused: ['resumed', 'retargeted', 'replanned', 'met', 'stopped'],
  met: [],
  stopped: [],
}

export const begun = ({ at, terms, byId = null }: Start): Ledger => [
  { ...termsOf(terms), at, event: 'started', dueAt: endOf(terms, at, terms.minutes), reason: null, byId },
]

/**
 * The ledger after this: first the breach that came due before it, then this, then the breach that it makes due. What is
 * impossible as the clock stands leaves it as it is.
 */
export function ledgerAfter(ledger: Ledger, { event, at, terms, reason, byId }: Happening): Ledger {
  const reached = upTo(ledger, at)
  const before = event === 'met' && isOverdrawn(reached, at) ? breachedBy(reached, at) : reached
  if (!POSSIBLE[stateOf(before)].includes(event)) return before

  const last = newest(before)
  const counting = termsOf(terms ?? last)
  // Two machines' clocks may differ: nothing happens before what has happened.
  const from = isBefore(at, last.at) ? last.at : at
  const dueAt = RECKONED.includes(event) ? dueFrom(before, from, counting) : last.dueAt
  const entry: LedgerEntry = { ...counting, at: from, event, dueAt, reason: reason ?? null, byId: byId ?? null }
  return upTo([...before, entry], from)
}

/** When 75 % of a clock's own time will have passed, at once where they have already; null when it can't be late any more. */
export function warnInstant(ledger: Ledger): Temporal.Instant | null {
  const last = newest(ledger)
  if (stateOf(ledger) !== 'running' || breachIn(ledger)) return null
  const left = WARN_SHARE * last.minutes - readLedger(ledger, last.at).usedMinutes
  return left > 0 ? endOf(last, last.at, left) : last.at
}

/** It was given less time while it was paused than it had used before: what is done now is done late. */
const isOverdrawn = (ledger: Ledger, at: Temporal.Instant): boolean =>
  stateOf(ledger) === 'paused' && readLedger(ledger, at).usedMinutes >= newest(ledger).minutes

const RECKONED: readonly ClockEvent[] = ['resumed', 'retargeted', 'replanned']

/** Where no time is left it is due at once; what was late already stays due when it was. */
function dueFrom(ledger: Ledger, at: Temporal.Instant, terms: Terms): Temporal.Instant {
  const left = terms.minutes - readLedger(ledger, at).usedMinutes
  if (left > 0) return endOf(terms, at, left)
  const { dueAt } = newest(ledger)
  return breachIn(ledger) && isBefore(dueAt, at) ? dueAt : at
}
