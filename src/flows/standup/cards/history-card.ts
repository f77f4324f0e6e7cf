import { fromDateColumn } from '../../../calendar/instant.ts'
import { sayDay } from '../../../calendar/say.ts'
import type { Block, Card } from '../../../chat/card.ts'
import type { Locale } from '../../../chat/locale.ts'
import type { Member } from '../../../database/types.ts'
import { reportWords } from '../messages/reports.ts'
import { runWords } from '../messages/run.ts'
import { type Participation, participationOf } from '../participation.ts'
import type { PastEntry } from '../store/history.ts'
import type { Standup } from '../store/standups.ts'

const MOST_DAYS_LISTED = 20

type Team = { when: string; entries: readonly PastEntry[]; members: readonly Member[] }

/** Participation of the team, by name and never by how much. */
export function teamHistoryCard(locale: Locale, standup: Standup, { when, entries, members }: Team): Card {
  const words = reportWords[locale]
  const title = words.historyTitle(standup.name, when)
  const team = participationOf(entries.map(({ state }) => state))
  const rows = members
    .toSorted((a, b) => a.name.localeCompare(b.name, locale))
    .map((member) => rowOf(member.name, partOf(entries, member.id), locale))
  return {
    locale,
    title,
    summary: title,
    blocks: [
      {
        kind: 'facts',
        facts: [
          { label: words.held, value: words.times(timesHeld(entries)) },
          { label: words.teamRate, value: percent(team.rate, locale) },
        ],
      },
      { kind: 'table', columns: [words.member, words.answered, words.rate, words.streak], rows },
      { kind: 'context', text: words.historyNote },
    ],
  }
}

type OfMember = { when: string; entries: readonly PastEntry[]; member: Member }

/** One member's participation, day by day. */
export function memberHistoryCard(locale: Locale, standup: Standup, { when, entries, member }: OfMember): Card {
  const words = reportWords[locale]
  const title = `${words.historyOf(member.name, standup.name)} · ${words.historyTitle(standup.name, when)}`
  const part = participationOf(entries.map(({ state }) => state))
  return {
    locale,
    title: words.historyOf(member.name, standup.name),
    summary: title,
    blocks: [
      {
        kind: 'facts',
        facts: [
          { label: words.answered, value: `${part.answered}/${part.asked}` },
          { label: words.rate, value: percent(part.rate, locale) },
          { label: words.streak, value: String(part.streak) },
        ],
      },
      {
        kind: 'table',
        columns: [words.day, words.what],
        rows: entries
          .slice(0, MOST_DAYS_LISTED)
          .map((entry) => [sayDay(fromDateColumn(entry.date), locale), whatOf(entry, locale)]),
      },
      { kind: 'context', text: words.historyNote },
    ],
  }
}

function whatOf({ state, answeredAt, closedAt }: PastEntry, locale: Locale): string {
  const words = reportWords[locale]
  const isLate = answeredAt !== null && closedAt !== null && answeredAt > closedAt
  return isLate ? words.states[state] + runWords[locale].bracketed(words.late) : words.states[state]
}

/** Of each stand-up, without anybody's name. */
export function participationTable(
  locale: Locale,
  standups: readonly { name: string; entries: readonly PastEntry[] }[],
): Block {
  const words = reportWords[locale]
  const rows = standups.map(({ name, entries }) => {
    const { answered, asked, rate } = participationOf(entries.map(({ state }) => state))
    return [name, words.times(timesHeld(entries)), `${answered}/${asked}`, percent(rate, locale)]
  })
  return { kind: 'table', columns: [words.name, words.held, words.answered, words.rate], rows }
}

const timesHeld = (entries: readonly PastEntry[]): number => new Set(entries.map(({ date }) => date.getTime())).size

const partOf = (entries: readonly PastEntry[], memberId: string): Participation =>
  participationOf(entries.filter((entry) => entry.memberId === memberId).map(({ state }) => state))

const rowOf = (name: string, { answered, asked, rate, streak }: Participation, locale: Locale): string[] => [
  name,
  `${answered}/${asked}`,
  percent(rate, locale),
  String(streak),
]

const percent = (rate: number | null, locale: Locale): string =>
  rate === null ? '–' : new Intl.NumberFormat(locale, { style: 'percent' }).format(rate)
