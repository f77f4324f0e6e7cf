import { type CommandLine, parseCommandLine } from '../../../chat/command-line.ts'
import { noteCard } from '../../../chat/note-card.ts'
import { readPageTurn } from '../../../chat/page-turn.ts'
import { type Asking, type Reader, type Reply, show } from '../../../flow.ts'
import { groupBy } from '../../../lists/group-by.ts'
import { membersByIds } from '../../../people/members.ts'
import { mustBeColleague } from '../authority.ts'
import { listCard, PAGE_SIZE, type Row } from '../cards/list-card.ts'
import { kpiWords } from '../messages/kpis.ts'
import type { Kpi } from '../store/kpis.ts'
import { recentOf } from '../store/samples.ts'
import { allFound, LONGEST_SEARCH } from './all-found.ts'

export const listByCommand = (ctx: Asking, line: CommandLine): Promise<Reply> => list(ctx, line, 0)

/** The page, counted from 0, and the filters as they were typed. */
export function listByButton(ctx: Asking, value: string): Promise<Reply> {
  const { at, typed } = readPageTurn(value)
  return list(ctx, parseCommandLine(typed), at)
}

async function list(ctx: Asking, line: CommandLine, at: number): Promise<Reply> {
  mustBeColleague(ctx)
  const { kpis: all, firingOf } = await allFound(ctx, line)
  const page = all.slice(at * PAGE_SIZE, (at + 1) * PAGE_SIZE)
  if (page.length === 0) return show(nothingFound(ctx, line))

  const listed = await listedOf(ctx, page, firingOf)
  return show(
    listCard(ctx.locale, { ...listed, at, count: all.length, typed: line.text.trim().slice(0, LONGEST_SEARCH) }),
  )
}

/** With their newest values and the names of their owners. */
export async function listedOf(
  { db, workspace }: Reader,
  kpis: readonly Kpi[],
  firingOf: (kpi: Kpi) => number,
): Promise<{ rows: Row[]; names: Map<string, string> }> {
  const reaches = kpis.map(({ id }) => ({ kpiId: id, from: '9999-12-31', count: 2, besides: [] }))
  const samples = groupBy(await recentOf(db, reaches), ({ kpiId }) => kpiId)
  const people = await membersByIds(db, workspace.id, [...new Set(kpis.map(({ ownerId }) => ownerId))])
  const rows = kpis.map((kpi) => ({ kpi, samples: samples.get(kpi.id) ?? [], firing: firingOf(kpi) }))
  return { rows, names: new Map(people.map(({ id, name }) => [id, name])) }
}

function nothingFound({ locale }: Asking, { text }: CommandLine) {
  const words = kpiWords[locale]
  return text.trim() === ''
    ? noteCard(locale, words.noneYet, {
        hints: [words.noneYetHint],
        buttons: [{ label: words.newTitle, action: 'kpi.new' }],
      })
    : noteCard(locale, words.nothing, { hints: [words.nothingHint] })
}
