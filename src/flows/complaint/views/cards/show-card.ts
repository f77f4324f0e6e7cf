import { toInstant } from '../../../../calendar/instant.ts'
import { sayDateTime } from '../../../../calendar/say.ts'
import type { Block, Card } from '../../../../chat/card.ts'
import { shortened } from '../../../../chat/shortened.ts'
import type { Text } from '../../../../chat/text.ts'
import type { ComplaintSurvey } from '../../../../generated/client.ts'
import type { TextFile } from '../../../../platform.ts'
import { classNames } from '../../messages/classes.ts'
import type { Proposal } from '../../path/store/proposals.ts'
import { writeReference } from '../../rules/reference.ts'
import { linkedText } from '../linked-text.ts'
import { withoutContact } from '../masked.ts'
import type { Deed } from '../messages/buttons.ts'
import { cardWords } from '../messages/card.ts'
import { showWords } from '../messages/show.ts'
import { deedButtons } from './buttons.ts'
import type { Reader } from './clock-line.ts'
import { type Fact, factsOf, relations } from './complaint-card.ts'
import { type Standing, toneOf } from './standing.ts'

export type Whole = {
  standing: Standing
  filedBy: string | null
  /** Names of those whom it is about, where the asker may know. */
  about: readonly string[]
  proposal: Proposal | null
  verdict: ComplaintSurvey | null
  /** What of other flows is tied to it, by name. */
  links: readonly string[]
  /** What the asker can do, in rows. */
  deeds: readonly (readonly Deed[])[]
  /** Whether nobody but the asker reads along. */
  place: 'direct' | 'channel'
}

const FITS_A_CARD = 6_000
const LONGEST_PART = 1_200

/** Everything about a complaint; where the texts are longer than a card holds, a file has them in full. */
export function showCard(whole: Whole, reader: Reader): { card: Card; file?: TextFile } {
  const { standing, deeds } = whole
  const { complaint } = standing
  const { locale } = reader
  const words = cardWords[locale]
  const reference = writeReference(complaint.number)
  const parts = partsOf(whole, reader)
  const fits = parts.reduce((sum, { text }) => sum + text.length, 0) <= FITS_A_CARD
  const title = words.title(reference, complaint.customer.name)
  const card: Card = {
    locale,
    tone: toneOf(standing),
    title,
    summary: title,
    blocks: [
      { kind: 'facts', facts: [...factsOf(standing, reader, (text) => text), ...moreFacts(whole, reader)] },
      ...parts.flatMap((part): Block[] => drawn(fits ? part : { ...part, text: shortened(part.text, LONGEST_PART) })),
      ...relations(standing.relatives, locale).map((text): Block => ({ kind: 'text', text })),
      ...hints(whole, reader, { fits }).map((text): Block => ({ kind: 'context', text })),
      ...deeds.filter((row) => row.length > 0).map((row) => deedButtons(complaint.id, row, locale)),
    ],
  }
  return fits ? { card } : { card, file: { name: `${reference}.txt`, text: asFile(title, parts) } }
}

type Part = { heading: string; text: string }

function partsOf({ standing: { complaint }, proposal, verdict, place }: Whole, { locale }: Reader): Part[] {
  const words = showWords[locale]
  const { what, messageText, messageAuthor, findings, whys, rootCause, causeFamily, reply, lastNote } = complaint
  const family = causeFamily ? ` (${classNames[locale].family[causeFamily]})` : ''
  const steps = whys.map((answer, at) => words.why(at + 1, answer))
  const original = messageText && messageText !== what ? messageText : null
  const state = proposal?.state ?? 'not-needed'
  const verdictText = verdict?.score ? [words.score(verdict.score), verdict.note ?? ''].join('\n').trim() : null
  const parts = [
    { heading: words.what, text: what },
    { heading: words.original(messageAuthor), text: original },
    { heading: words.findings, text: findings },
    { heading: words.rootCause + family, text: [...steps, rootCause ?? ''].join('\n').trim() },
    { heading: words.proposal[state], text: [proposal?.text ?? '', proposal?.reason ?? ''].join('\n').trim() },
    { heading: words.reply, text: reply },
    { heading: words.verdict, text: verdictText },
    {
      heading: cardWords[locale]
        .lastNote('')
        .trim()
        .replace(/[:：]$/u, ''),
      text: lastNote,
    },
  ]
  const contact = place === 'channel' ? complaint.customer.contact : null
  return parts.flatMap(({ heading, text }) => (text ? { heading, text: withoutContact(text, contact) } : []))
}

const drawn = ({ heading, text }: Part): Block[] => [
  { kind: 'text', style: 'heading', text: heading },
  { kind: 'text', style: 'quote', text: linkedText(text) },
]

const asFile = (title: string, parts: readonly Part[]): string =>
  `${[`# ${title}`, ...parts.map(({ heading, text }) => `## ${heading}\n\n${text}`)].join('\n\n')}\n`

function moreFacts({ standing: { complaint }, filedBy, about, links, place }: Whole, reader: Reader): Fact[] {
  const { locale, timeZone } = reader
  const words = showWords[locale]
  const { number, customer, via, source, receivedAt, messageLink } = complaint
  const link: Text | null = messageLink ? [{ link: words.openMessage, href: messageLink }] : null
  const contact =
    customer.contact && (place === 'direct' ? customer.contact : words.contactElsewhere(writeReference(number)))
  return [
    { label: cardWords[locale].customer, value: customer.name },
    ...(contact ? [{ label: cardWords[locale].contact, value: contact }] : []),
    { label: words.via, value: classNames[locale].via[via] },
    { label: words.cameBy, value: words.source[source] ?? source },
    { label: words.received, value: sayDateTime(toInstant(receivedAt), timeZone, locale) },
    ...(filedBy ? [{ label: words.filedBy, value: filedBy }] : []),
    ...(about.length > 0 ? [{ label: words.about, value: about.join(words.listed) }] : []),
    ...(links.length > 0 ? [{ label: words.links, value: links.join('\n') }] : []),
    ...(link ? [{ label: words.message, value: link }] : []),
  ]
}

function hints({ standing: { complaint } }: Whole, { locale }: Reader, { fits }: { fits: boolean }): string[] {
  const { suggestedSeverity, suggestedType, severity, type, confidential } = complaint
  const names = classNames[locale]
  const differs = suggestedSeverity !== severity || suggestedType !== type
  const said = [
    names.severity[suggestedSeverity as keyof typeof names.severity],
    names.type[suggestedType as keyof typeof names.type],
  ]
  const words = showWords[locale]
  return [
    ...(differs && said[0] && said[1] ? [words.suggested(said[0], said[1])] : []),
    ...(confidential ? [cardWords[locale].confidential] : []),
    ...(fits ? [] : [words.inFile]),
  ]
}
