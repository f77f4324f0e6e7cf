import type { CommandLine } from '../../../chat/command-line.ts'

/** Which objectives are meant; what is empty means all of them. */
export type Filters = {
  who: 'mine' | 'all' | 'these'
  ownerIds: readonly string[]
  team: string | null
  cycle: string | null
  isAtRisk: boolean
  isStale: boolean
  text: string | null
}

export const EVERYTHING: Filters = {
  ...{ who: 'all', ownerIds: [], team: null, cycle: null },
  ...{ isAtRisk: false, isStale: false, text: null },
}

/** `@ben team:Sales cycle:Q4 at-risk stale "delight"`, in either language; without a word those of mine. */
export function readFilters({ words, options, people }: CommandLine): Filters {
  const typed = words.map((word) => ({ word, plain: word.normalize('NFKC').toLowerCase() }))
  const isTyped = (known: readonly string[]): boolean => typed.some(({ plain }) => known.includes(plain))
  const unread = typed.filter(({ plain }) => !KNOWN.has(plain)).map(({ word }) => word)
  const { team: english, 团队: team = english, cycle: named, 周期: cycle = named, ...rest } = options
  const strange = Object.entries(rest).filter(([, value]) => !value.startsWith('<@'))
  const text = [...unread, ...strange.map(([key, value]) => `${key}:${value}`)].join(' ').trim() || null
  const isNarrow = people.length > 0 || team !== undefined || text !== null
  return {
    who: people.length > 0 ? 'these' : isTyped(WORDS.mine) || !(isNarrow || isTyped(WORDS.all)) ? 'mine' : 'all',
    ownerIds: people,
    team: team?.trim() ?? null,
    cycle: cycle?.trim() ?? null,
    isAtRisk: isTyped(WORDS.risk),
    isStale: isTyped(WORDS.stale),
    text,
  }
}

const WORDS = {
  mine: ['mine', 'my', '我的'],
  all: ['all', '全部', '所有'],
  risk: ['at-risk', 'risk', 'off-track', '风险', '偏离'],
  stale: ['stale', '停滞', '未更新'],
}
const KNOWN = new Set(Object.values(WORDS).flat())
