import type { CommandLine } from '../../../chat/command-line.ts'
import { type Asking, type Reply, show } from '../../../flow.ts'
import { onlyVisible } from '../sight.ts'
import type { Complaint } from '../store/complaints.ts'
import type { Entry } from '../store/entries.ts'
import { byId, mustBeColleague, visibleByReference } from '../which.ts'
import { type Happened, historyCard } from './cards/history-card.ts'
import { withoutContact } from './masked.ts'
import { readerOfAsker } from './reader.ts'
import { entriesOfAll, mergedInto, sourcesOf } from './store/history.ts'
import { factsOf, namesIn } from './story-facts.ts'

/** `/complaint history C-12`: the story from its beginning, that of what was merged into it too. */
export async function historyByCommand(ctx: Asking, line: CommandLine): Promise<Reply> {
  mustBeColleague(ctx)
  return showHistory(ctx, await visibleByReference(ctx, line.words[0] ?? ''), 0)
}

/** The complaint's id and perhaps the page, counted from 0. */
export async function historyByButton(ctx: Asking, value: string): Promise<Reply> {
  const page = Number(value.split(' ')[1] ?? 0)
  return showHistory(ctx, await byId(ctx, value), Number.isSafeInteger(page) && page > 0 ? page : 0)
}

async function showHistory(ctx: Asking, complaint: Complaint, page: number): Promise<Reply> {
  const merged = await onlyVisible(ctx.db, ctx.actor, await mergedInto(ctx.db, complaint.id), ctx.now)
  const ids = [complaint.id, ...merged.map(({ id }) => id)]
  const entries = await entriesOfAll(ctx.db, ids)
  const names = await namesIn(ctx, entries)
  const numbers = new Map(merged.map(({ id, number }) => [id, number]))
  const sources = new Map((await sourcesOf(ctx.db, ctx.workspace.id, ids)).map((one) => [traceOf(one), one.source]))
  const happened = entries.map((entry): Happened => {
    const subject = `complaint:${entry.complaintId}`
    const source = sources.get(traceOf({ at: entry.at, action: `complaint.${entry.kind}`, subject }))
    const { contact } = complaint.customer
    const text = ctx.channel && entry.text ? withoutContact(entry.text, contact) : entry.text
    const facts = factsOf(entry, names, ctx.locale)
    return {
      entry: { ...entry, text },
      facts,
      of: numbers.get(entry.complaintId) ?? null,
      source: elsewhere(ctx, source),
    }
  })
  return show(historyCard({ ...complaint, happened, page }, readerOfAsker(ctx)))
}

type Trace = Pick<Entry, 'at'> & { action: string; subject: string }
const traceOf = ({ at, action, subject }: Trace): string => `${at.toISOString()} ${action} ${subject}`

/** Only what was done in another place than the reader's says so. */
const elsewhere = ({ platform }: Asking, source = platform as string): string | null =>
  source === platform ? null : source.charAt(0).toUpperCase() + source.slice(1)
