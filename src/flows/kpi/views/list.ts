import { type CommandLine, parseCommandLine } from '../../../chat/command-line.ts'
import { noteCard } from '../../../chat/note-card.ts'
import { readPageTurn } from '../../../chat/page-turn.ts'
import { type Asking, type Reply, show } from '../../../flow.ts'
import type { Prisma } from '../../../generated/client.ts'
import { groupBy } from '../../../lists/group-by.ts'
import { membersByIds } from '../../../people/members.ts'
import { mustBeColleague } from '../authority.ts'
import { listCard, PAGE_SIZE } from '../cards/list-card.ts'
import { classNames } from '../messages/classes.ts'
import { kpiWords } from '../messages/kpis.ts'
import { rulesOf } from '../store/kpi-rules.ts'
import { type Kpi, kpisBy, LAYERS, type Layer } from '../store/kpis.ts'
import { recentOf } from '../store/samples.ts'

const LONGEST_SEARCH = 200

export const listByCommand = (ctx: Asking, line: CommandLine): Promise<Reply> => list(ctx, line, 0)

/** The page, counted from 0, and the filters as they were typed. */
export function listByButton(ctx: Asking, value: string): Promise<Reply> {
  const { at, typed } = readPageTurn(value)
  return list(ctx, parseCommandLine(typed), at)
}

async function list(ctx: Asking, line: CommandLine, at: number): Promise<Reply> {
  mustBeColleague(ctx)
  const filters = readFilters(line)
  const found = await kpisBy(ctx.db, whereFor(ctx, filters))
  const rules = groupBy(
    await rulesOf(
      ctx.db,
      found.map(({ id }) => id),
    ),
    ({ kpiId }) => kpiId,
  )
  const firingOf = ({ id }: Kpi) => (rules.get(id) ?? []).filter(({ standing }) => standing.now.isFiring).length
  const all = filters.isOut ? found.filter((kpi) => firingOf(kpi) > 0) : found
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

type Filters = { isMine: boolean; isOut: boolean; layer: Layer | null; people: readonly string[]; text: string }

const WORDS = {
  mine: ['mine', 'my', '我的'],
  all: ['all', '全部', '所有'],
  out: ['out', 'firing', '越界', '触发'],
}

/** `mine out operational "orders"`, in either language; without a word those of mine. */
function readFilters({ words, people }: CommandLine): Filters {
  const typed = words.map((word) => word.normalize('NFKC').toLowerCase())
  const isTyped = (known: readonly string[]) => typed.some((word) => known.includes(word))
  const layerOf = (word: string) =>
    LAYERS.find((layer) => [layer, classNames['zh-CN'].layer[layer]].includes(word)) ?? null
  const layer = typed.map(layerOf).find((one) => one !== null) ?? null
  const known = Object.values(WORDS).flat()
  const text = typed
    .filter((word) => !known.includes(word) && !layerOf(word))
    .join(' ')
    .slice(0, LONGEST_SEARCH)
  const isNarrow = people.length > 0 || layer !== null || text !== '' || isTyped(WORDS.out)
  const isMine = isTyped(WORDS.mine) || !(isNarrow || isTyped(WORDS.all))
  return { isMine, isOut: isTyped(WORDS.out), layer, people, text }
}

function whereFor({ workspace, actor }: Asking, { isMine, layer, people, text }: Filters): Prisma.KpiWhereInput {
  const contains = { contains: text, mode: 'insensitive' as const }
  return {
    ...{ workspaceId: workspace.id, archivedAt: null },
    ...(isMine && { ownerId: actor.id }),
    ...(people.length > 0 && { ownerId: { in: [...people] } }),
    ...(layer && { layer }),
    ...(text && { OR: [{ name: contains }, { key: contains }] }),
  }
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
