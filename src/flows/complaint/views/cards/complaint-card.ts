import type { Block, Card } from '../../../../chat/card.ts'
import type { Locale } from '../../../../chat/locale.ts'
import { shortened } from '../../../../chat/shortened.ts'
import { bold, type Text } from '../../../../chat/text.ts'
import { classNames } from '../../messages/classes.ts'
import { writeReference } from '../../rules/reference.ts'
import { linkedText } from '../linked-text.ts'
import { withoutContact } from '../masked.ts'
import { cardWords } from '../messages/card.ts'
import type { Relative } from '../store/relatives.ts'
import { deedButtons, stepsOnCard } from './buttons.ts'
import { clockLine, type Reader, sayMoment } from './clock-line.ts'
import { awaitsApproval, type Standing, toneOf } from './standing.ts'

const LONGEST_WHAT = 400
const LONGEST_NOTE = 200

/** The living card in the channel: never with contact data. */
export function channelCard(standing: Standing, reader: Reader): Card {
  const { complaint } = standing
  const { contact } = complaint.customer
  return cardWith(standing, reader, { write: (text) => withoutContact(text, contact), own: [] })
}

/** The same for its owner alone, with the contact data. */
export function ownerCard(standing: Standing, reader: Reader): Card {
  const words = cardWords[reader.locale]
  const { contact } = standing.complaint.customer
  const facts: Fact[] = contact ? [{ label: words.contact, value: contact }] : []
  return cardWith(standing, reader, { write: (text) => text, own: facts })
}

/** One sentence in the place of a card that is not for those who can see this place. */
export const instead = (locale: Locale, sentence: string, buttons: readonly Block[] = []): Card => ({
  locale,
  summary: sentence,
  blocks: [{ kind: 'text', text: sentence }, ...buttons],
})

export type Fact = { label: string; value: Text }
type Drawing = { write: (text: string) => string; own: readonly Fact[] }

function cardWith(standing: Standing, reader: Reader, { write, own }: Drawing): Card {
  const { complaint, relatives, now } = standing
  const { locale, timeZone } = reader
  const words = cardWords[locale]
  const reference = writeReference(complaint.number)
  const names = classNames[locale]
  return {
    locale,
    tone: toneOf(standing),
    title: words.title(reference, write(complaint.customer.name)),
    summary: words.summary(reference, names.state[complaint.state], names.severity[complaint.severity]),
    blocks: [
      { kind: 'facts', facts: [...factsOf(standing, reader, write), ...own] },
      { kind: 'text', style: 'quote', text: linkedText(shortened(write(complaint.what), LONGEST_WHAT)) },
      ...noteOf(complaint.lastNote && write(complaint.lastNote), locale),
      ...relations(relatives, locale).map((text): Block => ({ kind: 'text', text })),
      ...(complaint.confidential ? [{ kind: 'context' as const, text: words.confidential }] : []),
      deedButtons(complaint.id, [...stepsOnCard(standing), 'note', 'show'], locale),
      { kind: 'context', text: words.asOf(sayMoment(now, reader), timeZone) },
    ],
  }
}

export function factsOf(standing: Standing, reader: Reader, write: Drawing['write']): Fact[] {
  const { complaint, owner, clocks, pausedAt } = standing
  const { severity, type, state, product } = complaint
  const words = cardWords[reader.locale]
  const names = classNames[reader.locale]
  const stated = awaitsApproval(standing) ? words.waits(names.state[state]) : names.state[state]
  return [
    { label: words.state, value: [bold(stated)] },
    { label: words.severity, value: names.severity[severity] },
    { label: words.type, value: names.type[type] },
    ...(product ? [{ label: words.product, value: write(product) }] : []),
    { label: words.owner, value: owner?.name ?? words.nobody },
    ...clocks.map((face) => ({ label: words.clock[face.kind], value: clockLine(face, { pausedAt }, reader) })),
  ]
}

function noteOf(note: string | null, locale: Locale): Block[] {
  if (!note) return []
  return [{ kind: 'text', text: linkedText(cardWords[locale].lastNote(shortened(note, LONGEST_NOTE))) }]
}

/** What it was merged with and what it has to do with, a line each. */
export function relations(relatives: readonly Relative[], locale: Locale): string[] {
  const words = cardWords[locale]
  const line = (how: Relative['how'], say: (references: string) => string): string[] => {
    const found = relatives.filter((one) => one.how === how).map(({ number }) => writeReference(number))
    return found.length > 0 ? [say(found.join(words.listed))] : []
  }
  return [...line('into', words.mergedInto), ...line('merged-in', words.mergedIn), ...line('linked', words.linked)]
}
