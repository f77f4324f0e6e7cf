import { toInstant } from '../../../calendar/instant.ts'
import { localDateOf } from '../../../calendar/occurrences.ts'
import { sayDay } from '../../../calendar/say.ts'
import type { Block, Button, Card } from '../../../chat/card.ts'
import type { Locale } from '../../../chat/locale.ts'
import { shortened } from '../../../chat/shortened.ts'
import { bold, italic, type Text } from '../../../chat/text.ts'
import type { Subject } from '../../../links/links.ts'
import { writeBlocker } from '../blocker-reference.ts'
import { blockerWords } from '../messages/blockers.ts'
import { runWords } from '../messages/run.ts'
import type { Blocker } from '../store/blockers.ts'
import type { Standup } from '../store/standups.ts'
import { note } from './names.ts'

const MOST_LISTED = 20
const LONGEST = 600

type Row = Blocker & { ties: readonly Subject[]; offers: readonly Button[] }

/** What is in the way, one after the other, each with what can be done about it. */
export function blockersCard(locale: Locale, standup: Standup, rows: readonly Row[]): Card {
  const words = blockerWords[locale]
  if (rows.length === 0) return note(locale, words.none(standup.name), { tone: 'good', hint: words.noneHint })
  const title = words.title(standup.name)
  const left = rows.length - MOST_LISTED
  const more: Block[] = left > 0 ? [{ kind: 'context', text: words.more(left) }] : []
  const blocks = rows.slice(0, MOST_LISTED).flatMap((row) => blocksOf(locale, standup, row))
  return { locale, title, summary: title, blocks: [...blocks, ...more] }
}

function blocksOf(locale: Locale, standup: Standup, row: Row): Block[] {
  const resolve: Button = { label: blockerWords[locale].resolve, action: 'standup.resolve-here', value: row.id }
  return [
    { kind: 'text', text: lineOf(locale, standup, row) },
    { kind: 'buttons', buttons: [...row.offers, resolve] },
  ]
}

function lineOf(locale: Locale, { timeZone }: Standup, { number, who, text, openedAt, ties }: Row): Text {
  const { bracketed, openSince, listed } = runWords[locale]
  const since = openSince(sayDay(localDateOf(toInstant(openedAt), timeZone), locale))
  const names = ties.map(({ name }) => name).join(listed)
  const tied = ties.length > 0 ? ['\n', italic(blockerWords[locale].linkedTo(names))] : []
  const heading = [bold(`${writeBlocker(number)} ${who}`), italic(bracketed(since))]
  return [...heading, '\n', shortened(text, LONGEST), ...tied]
}
