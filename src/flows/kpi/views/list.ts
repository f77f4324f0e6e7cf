import { type CommandLine, parseCommandLine } from '../../../chat/command-line.ts'
import { noteCard } from '../../../chat/note-card.ts'
import { readPageTurn } from '../../../chat/page-turn.ts'
import { type Asking, type Reply, show } from '../../../flow.ts'
import { groupBy } from '../../../lists/group-by.ts'
import { membersByIds } from '../../../people/members.ts'
import { mustBeColleague } from '../authority.ts'
import { listCard, PAGE_SIZE } from '../cards/list-card.ts'
import { kpiWords } from '../messages/kpis.ts'
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

  const reaches = page.map(({ id }) => ({ kpiId: id, from: '9999-12-31', count: 2, besides: [] }))
  const samples = groupBy(await recentOf(ctx.db, reaches), ({ kpiId }) => kpiId)
  const people = await membersByIds(ctx.db, ctx.workspace.id, [...new Set(page.map(({ ownerId }) => ownerId))])
  const names = new Map(people.map(({ id, name }) => [id, name]))
  const rows = page.map((kpi) => ({ kpi, samples: samples.get(kpi.id) ?? [], firing: firingOf(kpi) }))
  return show(
    listCard(ctx.locale, { rows, names, at, count: all.length, typed: line.text.trim().slice(0, LONGEST_SEARCH) }),
  )
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
