import type { Temporal } from 'temporal-polyfill'
import { sayDuration } from '../../../../calendar/say.ts'
import type { Locale } from '../../../../chat/locale.ts'
import { shortened } from '../../../../chat/shortened.ts'
import { isBefore, type Ledger, type Reading } from '../../rules/ledger.ts'
import { writeTarget } from '../../rules/targets.ts'
import { clockWords } from '../messages/clock.ts'
import type { Clock } from '../store/clocks.ts'

type Summed = Pick<Clock, 'kind' | 'round' | 'ledger'> & { reading: Reading }
export type Saying = { locale: Locale; when: (at: Temporal.Instant) => string }

const SHORT_REASON = 120

/** “24 h to acknowledge: 16 h 10 min used, paused 7 h 50 min: waiting for the customer; …; due …, first promised ….” */
export function arithmeticOf({ kind, round, ledger, reading }: Summed, { locale, when }: Saying): string {
  const words = clockWords[locale]
  const head = words.round(words.head(writeTarget(reading.terms, locale), kind), round)
  const parts = [
    usedPart(reading, ledger, locale),
    ...leftPart(reading, locale),
    ...endPart(reading, ledger, { locale, when }),
  ]
  return words.sentence(head, parts)
}

function usedPart({ usedMinutes, pausedMinutes }: Reading, ledger: Ledger, locale: Locale): string {
  const words = clockWords[locale]
  const used = sayDuration(Math.floor(usedMinutes), locale)
  const reasons = ledger.flatMap(({ event, reason }) =>
    event === 'paused' && reason ? shortened(reason, SHORT_REASON) : [],
  )
  if (reasons.length === 0) return words.used(used)
  return words.usedAndPaused(
    used,
    sayDuration(Math.floor(pausedMinutes), locale),
    [...new Set(reasons)].join(words.together),
  )
}

/** What is left or over: of the floor of what was used, so that what is read adds up. */
function leftPart({ state, usedMinutes, terms }: Reading, locale: Locale): string[] {
  if (state === 'met' || state === 'stopped') return []
  const words = clockWords[locale]
  const left = terms.minutes - Math.floor(usedMinutes)
  return [left > 0 ? words.left(sayDuration(left, locale)) : words.over(sayDuration(-left, locale))]
}

function endPart(reading: Reading, ledger: Ledger, { locale, when }: Saying): string[] {
  const words = clockWords[locale]
  const { state, dueAt, promisedAt, breachedAt, endedAt } = reading
  const promised = promisedAt.equals(breachedAt ?? dueAt) ? null : when(promisedAt)
  const late = breachedAt ? [words.breached(when(breachedAt), promised)] : []
  switch (state) {
    case 'running':
      if (breachedAt) return isBefore(breachedAt, dueAt) ? [...late, words.dueNow(when(dueAt))] : late
      return [words.due(when(dueAt), promised)]
    case 'paused': {
      const pause = ledger.findLast(({ event }) => event === 'paused')
      return [...late, words.pausedNow(when(pause?.at ?? dueAt))]
    }
    case 'met':
      return [(breachedAt ? words.metLate : words.met)(when(endedAt ?? dueAt), when(breachedAt ?? dueAt))]
    case 'stopped':
      return [...late, words.stopped(when(endedAt ?? dueAt))]
  }
}
