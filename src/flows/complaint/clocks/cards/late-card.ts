import type { Temporal } from 'temporal-polyfill'
import { sayDateTime, sayDuration } from '../../../../calendar/say.ts'
import type { Block, Card } from '../../../../chat/card.ts'
import type { Locale } from '../../../../chat/locale.ts'
import { shortened } from '../../../../chat/shortened.ts'
import { classNames } from '../../messages/classes.ts'
import { breachIn, type Ledger, newest } from '../../rules/ledger.ts'
import { writeReference } from '../../rules/reference.ts'
import { type ClockKind, writeTarget } from '../../rules/targets.ts'
import type { Complaint } from '../../store/complaints.ts'
import { withoutContact } from '../../views/masked.ts'
import { lateWords } from '../messages/late.ts'

export type Reader = { locale: Locale; timeZone: string }
type Told = Pick<Complaint, 'id' | 'number' | 'severity' | 'confidential' | 'what' | 'customer'>
type Late = { complaint: Told; clock: { kind: ClockKind; ledger: Ledger }; now: Temporal.Instant }

const SHORT = 300

/** What is late and by how much, for everybody whom it is escalated to; of a confidential one no more than that. */
export function lateCard({ complaint, clock, now }: Late, { locale, timeZone }: Reader): Card {
  const words = lateWords[locale]
  const dueAt = breachIn(clock.ledger) ?? now
  const over = Math.floor((now.epochMilliseconds - dueAt.epochMilliseconds) / 60_000)
  const due = words.zone(sayDateTime(dueAt, timeZone, locale), timeZone)
  const sentences = [words.late(clock.kind, due), ...(over > 0 ? [words.lateBy(sayDuration(over, locale))] : [])]
  const title = words.lateTitle(clock.kind, writeReference(complaint.number))
  return {
    locale,
    tone: 'bad',
    title,
    summary: title,
    blocks: [
      { kind: 'text', text: sentences.join(locale === 'en' ? ' ' : '') },
      factsOf(complaint, clock.ledger, locale),
      ...whatHappened(complaint),
      { kind: 'buttons', buttons: [{ label: words.show, action: 'complaint.show', value: complaint.id }] },
    ],
  }
}

export function factsOf(complaint: Told, ledger: Ledger, locale: Locale): Block {
  const words = lateWords[locale]
  return {
    kind: 'facts',
    facts: [
      { label: words.severity, value: classNames[locale].severity[complaint.severity] },
      { label: words.allowed, value: writeTarget(newest(ledger), locale) },
    ],
  }
}

/** Without contact data, as a step of the chain may tell a channel. */
export const whatHappened = ({ confidential, what, customer }: Told): Block[] =>
  confidential ? [] : [{ kind: 'text', style: 'quote', text: shortened(withoutContact(what, customer.contact), SHORT) }]
