import type { CommandLine } from '../../../chat/command-line.ts'
import type { Reader } from '../../../flow.ts'
import type { Prisma } from '../../../generated/client.ts'
import { groupBy } from '../../../lists/group-by.ts'
import { classNames } from '../messages/classes.ts'
import { rulesOf } from '../store/kpi-rules.ts'
import { type Kpi, kpisBy, LAYERS, type Layer } from '../store/kpis.ts'

/** Characters. */
export const LONGEST_SEARCH = 200

/** Those that are meant by words such as `mine out operational`, and how many rules of one fire. */
export async function allFound(
  ctx: Reader,
  line: CommandLine,
): Promise<{ kpis: Kpi[]; firingOf: (kpi: Kpi) => number }> {
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
  return { kpis: filters.isOut ? found.filter((kpi) => firingOf(kpi) > 0) : found, firingOf }
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

function whereFor({ workspace, actor }: Reader, { isMine, layer, people, text }: Filters): Prisma.KpiWhereInput {
  const contains = { contains: text, mode: 'insensitive' as const }
  return {
    ...{ workspaceId: workspace.id, archivedAt: null },
    ...(isMine && { ownerId: actor?.id ?? '' }),
    ...(people.length > 0 && { ownerId: { in: [...people] } }),
    ...(layer && { layer }),
    ...(text && { OR: [{ name: contains }, { key: contains }] }),
  }
}
