import { toDateColumn } from '../../../calendar/instant.ts'
import type { Period } from '../../../calendar/read-period.ts'
import type { Db } from '../../../database/types.ts'
import { groupBy } from '../../../lists/group-by.ts'
import type { EntryState } from '../participation.ts'

export type PastEntry = {
  memberId: string
  state: EntryState
  date: Date
  answeredAt: Date | null
  closedAt: Date | null
}

/** Everybody's parts in what has closed of these dates, the latest first, by stand-up. */
export async function entriesOf(
  db: Db,
  standupIds: readonly string[],
  { from, to }: Period,
): Promise<Map<string, PastEntry[]>> {
  const date = { gte: toDateColumn(from), lte: toDateColumn(to) }
  const rows = await db.standupEntry.findMany({
    where: { run: { standupId: { in: [...standupIds] }, state: 'closed', date } },
    select: {
      memberId: true,
      state: true,
      answeredAt: true,
      run: { select: { standupId: true, date: true, closedAt: true } },
    },
    orderBy: [{ run: { date: 'desc' } }, { id: 'asc' }],
  })
  const entries = rows.map(({ state, run, ...row }) => ({ ...row, ...run, state: state as EntryState }))
  return groupBy(entries, ({ standupId }) => standupId)
}

export type Span = Period & { standupId: string }

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
