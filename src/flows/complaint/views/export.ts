import { record } from '../../../audit/record.ts'
import { toInstant } from '../../../calendar/instant.ts'
import { type CommandLine, parseCommandLine } from '../../../chat/command-line.ts'
import { csvOf } from '../../../chat/csv.ts'
import { UserError } from '../../../errors.ts'
import { type Asking, nothing, type Reply, show } from '../../../flow.ts'
import { say } from '../../../outbox/say.ts'
import { isAdmin } from '../../../people/members.ts'
import { type ClockFace, clocksOfMany } from '../clocks/clockwork.ts'
import { classNames } from '../messages/classes.ts'
import type { CauseFamily } from '../rules/classes.ts'
import { writeReference } from '../rules/reference.ts'
import { mustBeColleague } from '../which.ts'
import { instead } from './cards/complaint-card.ts'
import { readFilters } from './filters.ts'
import { askedBy } from './list.ts'
import { type Column, exportWords } from './messages/export.ts'
import { countOf, type Exported, exportedRows } from './store/export.ts'

const MOST_ROWS = 10_000

/** `/complaint export closed s1`: what is meant as a file, privately to the asker; all of them without a filter. */
export const exportByCommand = (ctx: Asking, line: CommandLine): Promise<Reply> => exportComplaints(ctx, line)
export const exportByButton = (ctx: Asking, typed: string): Promise<Reply> =>
  exportComplaints(ctx, parseCommandLine(typed))

async function exportComplaints(ctx: Asking, line: CommandLine): Promise<Reply> {
  mustBeColleague(ctx)
  const words = exportWords[ctx.locale]
  const filters = readFilters(line.text.trim() === '' ? parseCommandLine('all') : line)
  const asked = await askedBy(ctx, filters)
  const count = await countOf(ctx.db, asked)
  if (count === 0) throw new UserError(words.nothing)
  if (count > MOST_ROWS) throw new UserError(words.tooMany(count, MOST_ROWS))

  await send(ctx, await exportedRows(ctx.db, asked))
  await record(ctx, { action: 'complaint.exported', subject: `workspace:${ctx.workspace.id}`, detail: { count } })
  return ctx.channel ? show(instead(ctx.locale, words.onItsWay)) : nothing
}

async function send(ctx: Asking, rows: readonly Exported[]): Promise<void> {
  const { sent, hint, columns } = exportWords[ctx.locale]
  const { contact, ...others } = columns
  // Contact data for administrators only.
  const shown: Partial<Record<Column, string>> = isAdmin(ctx.actor) ? columns : others
  const keys = Object.keys(shown) as Column[]
  const lines = (await cellsOf(ctx, rows)).map((cells) => keys.map((key) => cells[key]))
  const card = instead(ctx.locale, sent(rows.length), [{ kind: 'context', text: hint }])
  const day = ctx.now.toZonedDateTimeISO(ctx.actor.timeZone).toPlainDate().toString()
  await say(ctx, {
    key: `complaint/export/${ctx.actor.id}/${ctx.now.epochMilliseconds}`,
    to: { person: ctx.actor.id },
    card,
    file: { name: `complaints-${day}.csv`, text: csvOf([Object.values(shown), ...lines]) },
  })
}

async function cellsOf(ctx: Asking, rows: readonly Exported[]): Promise<Record<Column, string>[]> {
  const names = classNames[ctx.locale]
  const ids = rows.map(({ id }) => id)
  const clocks = await clocksOfMany(ctx.db, ids, ctx.now)
  return rows.map((row) => ({
    reference: writeReference(row.number),
    state: names.state[row.state],
    severity: `S${row.severity}`,
    type: names.type[row.type],
    product: row.product ?? '',
    customer: row.customer,
    owner: row.owner ?? '',
    received: written(row.receivedAt),
    acknowledged: written(row.acknowledgedAt),
    replied: written(row.repliedAt),
    closed: written(row.closedAt),
    ...clockCells('acknowledge', clocks.get(row.id) ?? []),
    ...clockCells('reply', clocks.get(row.id) ?? []),
    cause: row.causeFamily ? names.family[row.causeFamily as CauseFamily] : '',
    score: row.score === null ? '' : String(row.score),
    mergedInto: row.mergedInto === null ? '' : writeReference(row.mergedInto),
    contact: row.contact ?? '',
  }))
}

type ClockCells<Kind extends string> = Record<`${Kind}${'Due' | 'Used' | 'Breached'}`, string>

function clockCells<Kind extends ClockFace['kind']>(kind: Kind, faces: readonly ClockFace[]): ClockCells<Kind> {
  const face = faces.findLast((one) => one.kind === kind)
  const cells: [string, string][] = [
    ['Due', face?.dueAt.toString() ?? ''],
    ['Used', face ? String(Math.round(face.usedMinutes)) : ''],
    ['Breached', face?.breachedAt?.toString() ?? ''],
  ]
  return Object.fromEntries(cells.map(([name, cell]) => [kind + name, cell])) as ClockCells<Kind>
}

const written = (at: Date | null): string => (at ? toInstant(at).toString() : '')
