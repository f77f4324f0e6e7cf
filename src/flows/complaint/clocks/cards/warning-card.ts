import { sayDateTime, sayDuration } from '../../../../calendar/say.ts'
import type { Card } from '../../../../chat/card.ts'
import type { Ledger, Reading } from '../../rules/ledger.ts'
import { writeReference } from '../../rules/reference.ts'
import type { ClockKind } from '../../rules/targets.ts'
import type { Complaint } from '../../store/complaints.ts'
import { lateWords } from '../messages/late.ts'
import { factsOf, type Reader, whatHappened } from './late-card.ts'

type Warning = {
  complaint: Complaint
  clock: { kind: ClockKind; ledger: Ledger }
  reading: Reading
  isOwner: boolean
}

/** What is due when, before it is. */
export function warningCard({ complaint, clock, reading, isOwner }: Warning, { locale, timeZone }: Reader): Card {
  const words = lateWords[locale]
  const left = sayDuration(reading.terms.minutes - reading.usedMinutes, locale)
  const title = words.warnTitle(clock.kind, writeReference(complaint.number), left)
  return {
    locale,
    tone: 'warning',
    title,
    summary: title,
    blocks: [
      { kind: 'text', text: words.warn(clock.kind, sayDateTime(reading.dueAt, timeZone, locale)) },
      factsOf(complaint, clock.ledger, locale),
      ...whatHappened(complaint),
      ...(isOwner ? [] : [{ kind: 'context' as const, text: words.standIn }]),
      {
        kind: 'buttons',
        buttons: [
          { label: words.show, action: 'complaint.show', value: complaint.id },
          ...(isOwner ? [{ label: words.pause, action: 'complaint.pause', value: complaint.id }] : []),
        ],
      },
    ],
  }
}
