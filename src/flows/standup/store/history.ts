import type { Temporal } from 'temporal-polyfill'
import { toDateColumn } from '../../../calendar/instant.ts'
import type { Db } from '../../../database/types.ts'
import type { EntryState } from '../participation.ts'

export type PastEntry = {
  memberId: string
  state: EntryState
  date: Date
  answeredAt: Date | null
  closedAt: Date | null
}

/** Everybody's parts in what has closed since that date, the latest first. */
export async function entriesSince(db: Db, standupId: string, since: Temporal.PlainDate): Promise<PastEntry[]> {
  const rows = await db.standupEntry.findMany({
    where: { run: { standupId, state: 'closed', date: { gte: toDateColumn(since) } } },
    select: {
      memberId: true,
      state: true,
      answeredAt: true,
      run: { select: { date: true, closedAt: true } },
    },
    orderBy: [{ run: { date: 'desc' } }, { id: 'asc' }],
  })
  return rows.map(({ memberId, state, answeredAt, run }) => ({
    memberId,
    state: state as EntryState,
    answeredAt,
    ...run,
  }))
}

export type Span = { standupId: string; from: Temporal.PlainDate; to: Temporal.PlainDate }

export type AnswerRow = {
  date: Date
  memberId: string
  question: string
  kind: string
  text: string
  answeredAt: Date | null
}

/** Every answer that was given, in the order of dates, people and questions. */
export async function answersBetween(db: Db, { standupId, from, to }: Span): Promise<AnswerRow[]> {
  const rows = await db.standupAnswer.findMany({
    where: {
      text: { not: null },
      entry: { run: { standupId, date: { gte: toDateColumn(from), lte: toDateColumn(to) } } },
    },
    select: {
      text: true,
      question: { select: { text: true, kind: true } },
      entry: { select: { memberId: true, answeredAt: true, run: { select: { date: true } } } },
    },
    orderBy: [
      { entry: { run: { date: 'asc' } } },
      { entry: { memberId: 'asc' } },
      { question: { position: 'asc' } },
      { questionId: 'asc' },
    ],
  })
  return rows.map(({ text, question, entry }) => ({
    date: entry.run.date,
    memberId: entry.memberId,
    question: question.text,
    kind: question.kind,
    text: text ?? '',
    answeredAt: entry.answeredAt,
  }))
}
