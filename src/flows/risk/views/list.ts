import { localDateOf } from '../../../calendar/occurrences.ts'
import { type CommandLine, parseCommandLine } from '../../../chat/command-line.ts'
import { noteCard } from '../../../chat/note-card.ts'
import { UserError } from '../../../errors.ts'
import { type Asking, type Reply, show } from '../../../flow.ts'
import { membersByIds } from '../../../people/members.ts'
import { mustBeColleague } from '../authority.ts'
import { categoriesCalled } from '../store/categories.ts'
import { settingsOf } from '../store/settings.ts'
import { listCard, PAGE_SIZE } from './cards/list-card.ts'
import { readFilters } from './filters.ts'
import { lookWords } from './messages/looking.ts'
import { risksFound } from './store/found.ts'

const LONGEST_SEARCH = 200

/** `/risk list`, `… mine high category:Legal`. */
export const listByCommand = (ctx: Asking, line: CommandLine): Promise<Reply> => listRisks(ctx, line, 0)

/** The page, counted from 0, and the filters as they were typed. */
export function listByButton(ctx: Asking, value: string): Promise<Reply> {
  const [, page = '0', typed = ''] = /^(\d{1,6})\s*([\s\S]*)$/.exec(value) ?? []
  return listRisks(ctx, parseCommandLine(typed), Number(page))
}

async function listRisks(ctx: Asking, line: CommandLine, at: number): Promise<Reply> {
  mustBeColleague(ctx)
  const words = lookWords[ctx.locale]
  if (line.text.length > LONGEST_SEARCH) throw new UserError(words.tooLong(LONGEST_SEARCH))
  const filters = readFilters(line)
  const { timeZone } = await settingsOf(ctx.db, ctx.workspace.id)
  const today = localDateOf(ctx.now, timeZone)
  const categoryIds = filters.category ? await categoryIdsCalled(ctx, filters.category) : null
  const { risks, count } = await risksFound(ctx, { filters, categoryIds, today }, { at, size: PAGE_SIZE })
  if (risks.length === 0) return show(nothingFound(ctx, await ctx.db.risk.count({ where: inRegister(ctx) })))

  const owners = await membersByIds(ctx.db, ctx.workspace.id, [...new Set(risks.map(({ ownerId }) => ownerId))])
  const names = new Map(owners.map(({ id, name }) => [id, name]))
  return show(listCard(ctx.locale, { risks, names, at, count, typed: line.text.trim(), today }))
}

async function categoryIdsCalled(ctx: Asking, typed: string): Promise<string[]> {
  const found = await categoriesCalled(ctx.db, ctx.workspace.id, typed)
  if (found.length === 0) throw new UserError(lookWords[ctx.locale].unknownCategory(typed.slice(0, 60)))
  return found.map(({ id }) => id)
}

const inRegister = ({ workspace }: Asking) => ({ workspaceId: workspace.id })

const nothingFound = ({ locale }: Asking, all: number) =>
  all === 0
    ? noteCard(locale, lookWords[locale].noneYet, { hints: [lookWords[locale].noneYetHint] })
    : noteCard(locale, lookWords[locale].nothing, { hints: [lookWords[locale].nothingHint] })
