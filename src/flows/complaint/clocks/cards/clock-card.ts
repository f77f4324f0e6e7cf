import type { Temporal } from 'temporal-polyfill'
import { sayDateTime } from '../../../../calendar/say.ts'
import type { Block, Card } from '../../../../chat/card.ts'
import { readLedger } from '../../rules/ledger.ts'
import { writeReference } from '../../rules/reference.ts'
import type { Complaint } from '../../store/complaints.ts'
import { clockWords } from '../messages/clock.ts'
import type { Clock } from '../store/clocks.ts'
import { arithmeticOf } from './arithmetic.ts'
import type { Reader } from './late-card.ts'
import { rowsOf } from './ledger-rows.ts'

type Shown = {
  complaint: Pick<Complaint, 'number'>
  clocks: readonly Clock[]
  now: Temporal.Instant
  names: ReadonlyMap<string, string>
}

/** For every clock a sentence with its sum, and below it what the sum is made of. */
export function clockCard({ complaint, clocks, now, names }: Shown, { locale, timeZone }: Reader): Card {
  const words = clockWords[locale]
  const reference = writeReference(complaint.number)
  const when = (at: Temporal.Instant) => sayDateTime(at, timeZone, locale)
  const blocks = clocks.flatMap((clock): Block[] => [
    { kind: 'text', text: arithmeticOf({ ...clock, reading: readLedger(clock.ledger, now) }, { locale, when }) },
    { kind: 'list', items: rowsOf(clock.ledger, { locale, when, nameOf: (id) => names.get(id ?? '') ?? null }) },
  ])
  return {
    locale,
    title: words.title(reference),
    summary: words.summary(reference),
    blocks:
      blocks.length > 0
        ? [...blocks, { kind: 'context', text: words.zone(timeZone) }]
        : [{ kind: 'text', text: words.none(reference) }],
  }
}
