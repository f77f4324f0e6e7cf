import { type CommandLine, parseCommandLine } from '../../../chat/command-line.ts'
import { readPageTurn } from '../../../chat/page-turn.ts'
import { UserError } from '../../../errors.ts'
import { type Asking, type Reply, show } from '../../../flow.ts'
import { onlyVisible } from '../sight.ts'
import { mustBeColleague } from '../which.ts'
import { emptyCard, listCard, PAGE_SIZE } from './cards/list-card.ts'
import { type Filters, readFilters } from './filters.ts'
import { listWords } from './messages/list.ts'
import { readerOfAsker } from './reader.ts'
import { type Asked, confidentialOf, listPage } from './store/list.ts'

const LONGEST_SEARCH = 200

/** `/complaint list`, `… mine breached s1 @ben "no signal"`. */
export const listByCommand = (ctx: Asking, line: CommandLine): Promise<Reply> => listComplaints(ctx, line, 0)

/** The page, counted from 0, and the filters as they were typed. */
export function listByButton(ctx: Asking, value: string): Promise<Reply> {
  const { at, typed } = readPageTurn(value)
  return listComplaints(ctx, parseCommandLine(typed), at)
}

async function listComplaints(ctx: Asking, line: CommandLine, at: number): Promise<Reply> {
  mustBeColleague(ctx)
  if (line.text.length > LONGEST_SEARCH) throw new UserError(listWords[ctx.locale].tooLong(LONGEST_SEARCH))
  const filters = readFilters(line)
  const asked = await askedBy(ctx, filters)
  const page = await listPage(ctx.db, asked, { take: PAGE_SIZE, skip: at * PAGE_SIZE })
  if (page.rows.length === 0) return show(await nothingFound(ctx, filters))

  return show(listCard({ page, filters, at, typed: line.text.trim() }, readerOfAsker(ctx)))
}

/** What is meant by the filters, and which confidential ones among it the asker may see. */
export async function askedBy(ctx: Asking, filters: Filters): Promise<Asked> {
  const meaning = { workspaceId: ctx.workspace.id, memberId: ctx.actor.id, filters }
  const visible = await onlyVisible(ctx.db, ctx.actor, await confidentialOf(ctx.db, meaning), ctx.now)
  return { ...meaning, visibleIds: visible.map(({ id }) => id) }
}

async function nothingFound(ctx: Asking, filters: Filters) {
  const words = listWords[ctx.locale]
  const reader = readerOfAsker(ctx)
  if (isNarrow(filters)) return emptyCard(reader, { sentence: words.nothing, hint: words.nothingHint })
  const known = { workspaceId: ctx.workspace.id, OR: [{ confidential: false }, { ownerId: ctx.actor.id }] }
  const isFresh = (await ctx.db.complaint.findFirst({ where: known })) === null
  return emptyCard(
    reader,
    isFresh
      ? { sentence: words.fresh, hint: words.freshHint }
      : { sentence: words.nothingOpen, hint: words.nothingOpenHint },
  )
}

const isNarrow = ({ state, isMine, isBreached, severities, types, ownerIds, product, text }: Filters): boolean =>
  state !== 'open' ||
  isMine ||
  isBreached ||
  severities.length + types.length + ownerIds.length > 0 ||
  !!(product ?? text)
