import type { Temporal } from 'temporal-polyfill'
import { record } from '../../audit/record.ts'
import { fromDateColumn, toInstant } from '../../calendar/instant.ts'
import { localDateOf } from '../../calendar/occurrences.ts'
import { readDate } from '../../calendar/read-date.ts'
import { sayDate } from '../../calendar/say.ts'
import type { CommandLine } from '../../chat/command-line.ts'
import { csvOf } from '../../chat/csv.ts'
import { UserError } from '../../errors.ts'
import { type Asking, nothing, type Reply, show } from '../../flow.ts'
import { say } from '../../outbox/say.ts'
import { membersByIds } from '../../people/members.ts'
import { asRead } from './cards/digest-answers.ts'
import { note } from './cards/names.ts'
import { refusals } from './messages/refusals.ts'
import { reportWords } from './messages/reports.ts'
import { mustBelong } from './permissions.ts'
import type { QuestionKind } from './question-syntax.ts'
import { type AnswerRow, answersBetween } from './store/history.ts'
import type { Standup } from './store/standups.ts'
import { withStandup } from './which.ts'

const USUAL_DAYS = 30
const MOST_DAYS = 366

type Span = { from: Temporal.PlainDate; to: Temporal.PlainDate }

/** `/standup export`, `… Daily 2026-03-01 2026-03-31`: the answers as a file, privately to the asker. */
export function exportByCommand(ctx: Asking, line: CommandLine): Promise<Reply> {
  const words = [...line.words]
  const today = localDateOf(ctx.now, ctx.actor.timeZone)
  const dates: Temporal.PlainDate[] = []
  for (let date = readPast(words, today); date && dates.length < 2; date = readPast(words, today)) {
    words.pop()
    dates.unshift(date)
  }
  const unread = words.at(-1) ?? ''
  if (/^\d{1,4}[-/.年]/u.test(unread)) throw new UserError(refusals[ctx.locale].badDate(unread))
  const [from = today.subtract({ days: USUAL_DAYS }), to = today] = dates
  return withStandup(ctx, { typed: words.join(' '), action: 'standup.export' }, (_, standup) =>
    exportAnswers(ctx, standup, { from, to }),
  )
}

export function exportByButton(ctx: Asking, standup: Standup): Promise<Reply> {
  const today = localDateOf(ctx.now, ctx.actor.timeZone)
  return exportAnswers(ctx, standup, { from: today.subtract({ days: USUAL_DAYS }), to: today })
}

/** The date that the last word is; a weekday or a date without a year is the one that has been. */
function readPast(words: readonly string[], today: Temporal.PlainDate): Temporal.PlainDate | null {
  const typed = words.at(-1) ?? ''
  const date = readDate(typed, today)
  const ahead = date ? today.until(date, { largestUnit: 'days' }).days : 0
  if (!date || ahead <= 0 || /^\d{4}/u.test(typed)) return date
  return ahead <= 7 ? date.subtract({ days: 7 }) : date.subtract({ years: 1 })
}

async function exportAnswers(ctx: Asking, standup: Standup, span: Span): Promise<Reply> {
  mustBelong(ctx, standup)
  refuseSpan(ctx, span)
  const rows = await answersBetween(ctx.db, { standupId: standup.id, ...span })
  if (rows.length === 0) throw new UserError(reportWords[ctx.locale].nothingToExport(standup.name))

  await send(ctx, standup, { ...span, rows })
  await record(ctx, {
    action: 'standup.exported',
    subject: `standup:${standup.id}`,
    detail: { from: span.from.toString(), to: span.to.toString(), answers: rows.length },
  })
  return ctx.channel ? show(note(ctx.locale, reportWords[ctx.locale].onItsWay)) : nothing
}

async function send(ctx: Asking, standup: Standup, { from, to, rows }: Span & { rows: readonly AnswerRow[] }) {
  const words = reportWords[ctx.locale]
  const hint = words.exportedText(rows.length, sayDate(from, ctx.locale), sayDate(to, ctx.locale))
  const lines = await linesOf(ctx, standup, rows)
  await say(ctx, {
    key: `standup/${standup.id}/export/${ctx.actor.id}/${ctx.now.epochMilliseconds}`,
    to: { person: ctx.actor.id },
    card: note(ctx.locale, words.exported(standup.name), { hint }),
    file: { name: `standup-${from.toString()}-${to.toString()}.csv`, text: csvOf([words.columns, ...lines]) },
  })
}

async function linesOf(ctx: Asking, standup: Standup, rows: readonly AnswerRow[]): Promise<string[][]> {
  const ids = [...new Set(rows.map((row) => row.memberId))]
  const members = await membersByIds(ctx.db, ctx.workspace.id, ids)
  const names = new Map(members.map((member) => [member.id, member.name]))
  const nameOf = (row: AnswerRow): string => names.get(row.memberId) ?? '?'
  const inOrder = rows.toSorted((a, b) => +a.date - +b.date || nameOf(a).localeCompare(nameOf(b), ctx.locale))
  return inOrder.map((row) => [
    fromDateColumn(row.date).toString(),
    standup.name,
    nameOf(row),
    row.question,
    asRead({ kind: row.kind as QuestionKind }, row.text, ctx.locale),
    row.answeredAt ? toInstant(row.answeredAt).toString() : '',
  ])
}

function refuseSpan(ctx: Asking, { from, to }: Span): void {
  const say = refusals[ctx.locale]
  const days = from.until(to, { largestUnit: 'days' }).days
  if (days < 0) throw new UserError(say.backwards)
  if (days > MOST_DAYS) throw new UserError(say.tooWide(MOST_DAYS))
}
