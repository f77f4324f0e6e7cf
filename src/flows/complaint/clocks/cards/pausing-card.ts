import { sayDateTime } from '../../../../calendar/say.ts'
import type { Card } from '../../../../chat/card.ts'
import { breachIn, newest } from '../../rules/ledger.ts'
import { writeReference } from '../../rules/reference.ts'
import { writeTarget } from '../../rules/targets.ts'
import type { Complaint } from '../../store/complaints.ts'
import { clockWords } from '../messages/clock.ts'
import { pausingWords } from '../messages/pausing.ts'
import type { Clock } from '../store/clocks.ts'
import type { Reader } from './late-card.ts'

type Drawn = { complaint: Pick<Complaint, 'id' | 'number'>; clocks: readonly Clock[] }

export function pausedCard(
  { locale }: Reader,
  { complaint, reason, goesOn }: Drawn & { reason: string; goesOn: boolean },
): Card {
  const words = pausingWords[locale]
  const sentence = words.paused(writeReference(complaint.number))
  return {
    locale,
    summary: sentence,
    blocks: [
      { kind: 'text', text: sentence },
      { kind: 'text', style: 'quote', text: reason },
      ...(goesOn ? [{ kind: 'context' as const, text: words.goesOn }] : []),
      {
        kind: 'buttons',
        buttons: [
          { label: words.resumeButton, action: 'complaint.resume', value: complaint.id },
          { label: words.clockButton, action: 'complaint.clock', value: complaint.id },
        ],
      },
    ],
  }
}

export function resumedCard(reader: Reader, { complaint, clocks }: Drawn): Card {
  const { locale } = reader
  const words = pausingWords[locale]
  const sentence = words.resumed(writeReference(complaint.number))
  return {
    locale,
    tone: 'good',
    summary: sentence,
    blocks: [
      { kind: 'text', text: sentence },
      { kind: 'list', items: clocks.map((clock) => dueLine(reader, clock)) },
      {
        kind: 'buttons',
        buttons: [
          { label: words.pauseButton, action: 'complaint.pause', value: complaint.id },
          { label: words.clockButton, action: 'complaint.clock', value: complaint.id },
        ],
      },
    ],
  }
}

function dueLine({ locale, timeZone }: Reader, { kind, ledger }: Clock): string {
  const words = pausingWords[locale]
  const last = newest(ledger)
  const head = clockWords[locale].head(writeTarget(last, locale), kind)
  const breachedAt = breachIn(ledger)
  const when = sayDateTime(breachedAt ?? last.dueAt, timeZone, locale)
  return breachedAt ? words.late(head, when) : words.due(head, when)
}
