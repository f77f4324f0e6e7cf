import { toInstant } from '../../../../calendar/instant.ts'
import { sayDateTime } from '../../../../calendar/say.ts'
import type { Block, Button, Card } from '../../../../chat/card.ts'
import { type Span, spansOf, type Text } from '../../../../chat/text.ts'
import { writeReference } from '../../rules/reference.ts'
import type { Entry } from '../../store/entries.ts'
import { historyWords } from '../messages/history.ts'
import type { Facts } from '../messages/story.ts'
import type { Reader } from './clock-line.ts'
import { storyLine } from './story-card.ts'

const PER_PAGE = 20

/** Something that happened, with what its sentence speaks of. */
export type Happened = {
  entry: Entry
  facts: Facts
  /** The complaint that it happened to, where it was merged into this one. */
  of: number | null
  /** From where it was done. */
  source: string | null
}
export type Story = { id: string; number: number; happened: readonly Happened[]; page: number }

/** What happened, dated in the reader's zone; the newest page is the last one. */
export function historyCard({ id, number, happened, page }: Story, reader: Reader): Card {
  const words = historyWords[reader.locale]
  const title = words.title(writeReference(number))
  const last = pagesOf(happened) - 1
  const at = Math.min(page, last)
  const shown = happened.slice(at * PER_PAGE, (at + 1) * PER_PAGE)
  const from = at * PER_PAGE + 1
  const turn = (label: string, to: number): Button => ({ label, action: 'complaint.history', value: `${id} ${to}` })
  const buttons = [...(at > 0 ? [turn(words.earlier, at - 1)] : []), ...(at < last ? [turn(words.later, at + 1)] : [])]
  return {
    locale: reader.locale,
    title,
    summary: title,
    blocks: [
      ...(last > 0 ? [text(words.page(from, from + shown.length - 1, happened.length))] : []),
      shown.length > 0 ? { kind: 'list', items: shown.map((one) => lineOf(one, reader)) } : text(words.nothing),
      { kind: 'context', text: words.times(reader.timeZone) },
      ...(buttons.length > 0 ? [{ kind: 'buttons' as const, buttons }] : []),
    ],
  }
}

export const pagesOf = (happened: readonly Happened[]): number => Math.max(1, Math.ceil(happened.length / PER_PAGE))

function lineOf({ entry, facts, of, source }: Happened, { locale, timeZone }: Reader): Text {
  const words = historyWords[locale]
  const spans: Span[] = [
    words.line(sayDateTime(toInstant(entry.at), timeZone, locale)),
    ...(of === null ? [] : [words.of(writeReference(of))]),
    ...spansOf(storyLine(entry, facts, locale)),
    ...(source ? [words.via(source)] : []),
  ]
  return spans
}

const text = (words: string): Block => ({ kind: 'text', text: words })
