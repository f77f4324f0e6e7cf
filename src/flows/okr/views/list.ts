import { type CommandLine, parseCommandLine } from '../../../chat/command-line.ts'
import { noteCard } from '../../../chat/note-card.ts'
import { readPageTurn } from '../../../chat/page-turn.ts'
import { UserError } from '../../../errors.ts'
import { type Asking, type Reply, show } from '../../../flow.ts'
import { membersByIds } from '../../../people/members.ts'
import { standingsOf } from '../standing.ts'
import { settingsOf } from '../store/settings.ts'
import { cycleMeant, mustBeColleague } from '../which.ts'
import { listCard, PAGE_SIZE } from './cards/list-card.ts'
import { type Filters, readFilters } from './filters.ts'
import { lookWords } from './messages/looking.ts'
import { candidatesFor, objectivesOf } from './store/objectives.ts'
import { troubled } from './troubled.ts'

const LONGEST_SEARCH = 200

/** `/okr list`, `… @ben at-risk`. */
export const listByCommand = (ctx: Asking, line: CommandLine): Promise<Reply> => listObjectives(ctx, line, 0)

/** The page, counted from 0, and the filters as they were typed. */
export function listByButton(ctx: Asking, value: string): Promise<Reply> {
  const { at, typed } = readPageTurn(value)
  return listObjectives(ctx, parseCommandLine(typed), at)
}

async function listObjectives(ctx: Asking, line: CommandLine, at: number): Promise<Reply> {
  mustBeColleague(ctx)
  const words = lookWords[ctx.locale]
  if (line.text.length > LONGEST_SEARCH) throw new UserError(words.tooLong(LONGEST_SEARCH))
  const filters = readFilters(line)
  const cycle = filters.cycle ? await cycleMeant(ctx, filters.cycle) : null
  const settings = await settingsOf(ctx.db, ctx.workspace.id)
  const meant = await candidatesFor(ctx, filters, cycle?.id ?? null)
  const all = filters.isAtRisk || filters.isStale ? await troubled(ctx, meant, { filters, settings }) : meant
  const page = all.slice(at * PAGE_SIZE, (at + 1) * PAGE_SIZE)
  if (page.length === 0) return show(nothingFound(ctx, filters))

  const objectives = await objectivesOf(ctx.db, ctx.workspace.id, page)
  const standings = await standingsOf(ctx.db, objectives, { now: ctx.now, settings })
  const owners = await membersByIds(ctx.db, ctx.workspace.id, [
    ...new Set(standings.map((one) => one.objective.ownerId)),
  ])
  const names = new Map(owners.map(({ id, name }) => [id, name]))
  return show(listCard(ctx.locale, { standings, names, at, count: all.length, typed: line.text.trim() }))
}

function nothingFound({ locale }: Asking, filters: Filters) {
  const words = lookWords[locale]
  const isPlain = filters.who === 'mine' && !filters.isAtRisk && !filters.isStale && filters.cycle === null
  return isPlain
    ? noteCard(locale, words.noneYet, { hints: [words.noneYetHint] })
    : noteCard(locale, words.nothing, { hints: [words.nothingHint] })
}
