import type { Ledger, LedgerEntry } from '../../rules/ledger.ts'
import { writeTarget } from '../../rules/targets.ts'
import { clockWords } from '../messages/clock.ts'
import type { Saying } from './arithmetic.ts'

type Naming = Saying & { nameOf: (memberId: string | null) => string | null }

/** Each row of a ledger in words, with when it was. */
export const rowsOf = (ledger: Ledger, naming: Naming): string[] =>
  ledger.map((entry) => clockWords[naming.locale].row(naming.when(entry.at), whatHappened(entry, naming)))

function whatHappened(entry: LedgerEntry, { locale, when, nameOf }: Naming): string {
  const words = clockWords[locale]
  const who = nameOf(entry.byId)
  const due = when(entry.dueAt)
  switch (entry.event) {
    case 'started':
      return words.started(writeTarget(entry, locale), due)
    case 'paused':
      return words.paused(who, entry.reason ?? '')
    case 'resumed':
      return words.resumed(who, due)
    case 'retargeted':
      return words.retargeted(who, writeTarget(entry, locale), due)
    case 'replanned':
      return words.replanned(due)
    case 'breached':
      return words.breach
    case 'met':
      return words.done(who)
    case 'stopped':
      return words.ended(who, entry.reason ?? '')
  }
}
