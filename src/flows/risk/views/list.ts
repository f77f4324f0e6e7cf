import { type CommandLine, parseCommandLine } from '../../../chat/command-line.ts'
import { noteCard } from '../../../chat/note-card.ts'
import { readPageTurn } from '../../../chat/page-turn.ts'
import { type Asking, type Reply, show } from '../../../flow.ts'
import { membersByIds } from '../../../people/members.ts'
import { mustBeColleague } from '../authority.ts'
import { wantedBy } from './all-found.ts'
import { listCard, PAGE_SIZE } from './cards/list-card.ts'
import { lookWords } from './messages/looking.ts'
import { risksFound } from './store/found.ts'

/** `/risk list`, `… mine high category:Legal`. */
export const listByCommand = (ctx: Asking, line: CommandLine): Promise<Reply> => listRisks(ctx, line, 0)

/** The page, counted from 0, and the filters as they were typed. */
export function listByButton(ctx: Asking, value: string): Promise<Reply> {
  const { at, typed } = readPageTurn(value)
  return listRisks(ctx, parseCommandLine(typed), at)
}

async function listRisks(ctx: Asking, line: CommandLine, at: number): Promise<Reply> {
  mustBeColleague(ctx)
  const wanted = await wantedBy(ctx, line)
  const { risks, count } = await risksFound(ctx, wanted, { at, size: PAGE_SIZE })
  if (risks.length === 0) return show(nothingFound(ctx, await ctx.db.risk.count({ where: inRegister(ctx) })))

  const owners = await membersByIds(ctx.db, ctx.workspace.id, [...new Set(risks.map(({ ownerId }) => ownerId))])
  const names = new Map(owners.map(({ id, name }) => [id, name]))
  return show(listCard(ctx.locale, { risks, names, at, count, typed: line.text.trim(), today: wanted.today }))
}

const inRegister = ({ workspace }: Asking) => ({ workspaceId: workspace.id })

const nothingFound = ({ locale }: Asking, all: number) =>
  all === 0
    ? noteCard(locale, lookWords[locale].noneYet, { hints: [lookWords[locale].noneYetHint] })
    : noteCard(locale, lookWords[locale].nothing, { hints: [lookWords[locale].nothingHint] })
