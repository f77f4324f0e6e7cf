import { toInstant } from '../../../../calendar/instant.ts'
import type { Block, Button, Card } from '../../../../chat/card.ts'
import { shortened } from '../../../../chat/shortened.ts'
import { bold, type Text } from '../../../../chat/text.ts'
import { classNames } from '../../messages/classes.ts'
import { writeReference } from '../../rules/reference.ts'
import type { Filters } from '../filters.ts'
import { historyWords } from '../messages/history.ts'
import { listWords } from '../messages/list.ts'
import type { Listed, Page } from '../store/list.ts'
import { type Reader, sayMoment } from './clock-line.ts'

export const PAGE_SIZE = 15
const LONGEST_NAME = 60

export type Shown = { page: Page; filters: Filters; at: number; typed: string }

/** One page of what was found, each with a button that opens it. */
export function listCard({ page, filters, at, typed }: Shown, reader: Reader): Card {
  const words = listWords[reader.locale]
  const first = at * PAGE_SIZE
  const until = first + page.rows.length
  const count = words.count(page.total, page.mine, page.late)
  const isAll = page.total === page.rows.length
  return {
    locale: reader.locale,
    title: words.title,
    summary: count,
    ...(page.late > 0 ? { tone: 'warning' as const } : {}),
    blocks: [
      { kind: 'text', text: isAll ? count : [count, words.between, words.page(first + 1, until)].join('') },
      { kind: 'list', items: page.rows.map((row) => line(row, reader)) },
      ...(page.rows.some(({ dueAt }) => dueAt) ? [zoneOf(reader)] : []),
      { kind: 'buttons', buttons: page.rows.map(opens) },
      ...row([...(until < page.total ? [turn(words.more, at + 1, typed)] : []), ...shortcuts(filters, reader)]),
    ],
  }
}

const zoneOf = ({ locale, timeZone }: Reader): Block => ({
  kind: 'context',
  text: historyWords[locale].times(timeZone),
})

/** Nothing was found, and what to do about it. */
export function emptyCard({ locale }: Reader, { sentence, hint }: { sentence: string; hint: string }): Card {
  return {
    locale,
    summary: sentence,
    blocks: [
      { kind: 'text', text: sentence },
      { kind: 'context', text: hint },
    ],
  }
}

function line(row: Listed, reader: Reader): Text {
  const words = listWords[reader.locale]
  const names = classNames[reader.locale]
  const due = row.dueAt && sayMoment(toInstant(row.dueAt), reader)
  const parts = [
    names.severity[row.severity],
    names.type[row.type],
    names.state[row.state],
    shortened(row.customer, LONGEST_NAME),
    ...(row.product ? [shortened(row.product, LONGEST_NAME)] : []),
    row.owner ?? words.unowned,
    ...(due ? [row.late ? words.late(due) : words.due(due)] : []),
    ...(row.paused && !due ? [words.paused] : []),
    ...(row.confidential ? [words.confidential] : []),
  ]
  return [bold(writeReference(row.number)), words.between, parts.join(words.between)]
}

const opens = ({ id, number }: Listed): Button => ({
  label: writeReference(number),
  action: 'complaint.show',
  value: id,
})
const turn = (label: string, page: number, typed: string): Button => ({
  label,
  action: 'complaint.list',
  value: `${page} ${typed}`.trim(),
})
const row = (buttons: readonly Button[]): Block[] => (buttons.length > 0 ? [{ kind: 'buttons', buttons }] : [])

function shortcuts({ isMine, isBreached }: Filters, { locale }: Reader): Button[] {
  const words = listWords[locale]
  const open = isMine || isBreached ? [turn(words.open, 0, '')] : []
  return [
    ...(isMine ? [] : [turn(words.mine, 0, 'mine')]),
    ...(isBreached ? [] : [turn(words.breached, 0, 'breached')]),
    ...open,
  ]
}
