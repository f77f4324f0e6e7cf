import type { Level } from '../../../alerts/rules/levels.ts'
import type { CommandLine } from '../../../chat/command-line.ts'

/** Which risks are meant; what is empty means all of them. */
export type Filters = {
  isMine: boolean
  ownerIds: readonly string[]
  levels: readonly Level[]
  /** As it was typed; another flow of words than the text. */
  category: string | null
  line: number | null
  isClosed: boolean
  isOverdue: boolean
  isUnassessed: boolean
  text: string | null
}

/** `mine high category:Legal line:2 overdue "supplier"`, in either language; without a word what is open. */
export function readFilters({ words, options, people }: CommandLine): Filters {
  const typed = words.map((word) => ({ word, plain: word.normalize('NFKC').toLowerCase() }))
  const isTyped = (known: readonly string[]): boolean => typed.some(({ plain }) => known.includes(plain))
  const unread = typed.filter(({ plain }) => !KNOWN.has(plain)).map(({ word }) => word)
  const { category: english, 类别: category = english, line: row, 防线: line = row, ...rest } = options
  const strange = Object.entries(rest).filter(([, value]) => !value.startsWith('<@'))
  return {
    isMine: isTyped(WORDS.mine),
    ownerIds: people,
    levels: (Object.keys(LEVEL_WORDS) as Level[]).filter((level) => isTyped(LEVEL_WORDS[level])),
    category: category?.trim() || null,
    line: [1, 2, 3].find((one) => String(one) === line?.normalize('NFKC').trim()) ?? null,
    isClosed: isTyped(WORDS.closed),
    isOverdue: isTyped(WORDS.overdue),
    isUnassessed: isTyped(WORDS.unassessed),
    text: [...unread, ...strange.map(([key, value]) => `${key}:${value}`)].join(' ').trim() || null,
  }
}

const LEVEL_WORDS: Record<Level, readonly string[]> = {
  low: ['low', '低', '低风险'],
  moderate: ['moderate', 'medium', '中', '中风险'],
  high: ['high', '高', '高风险'],
  critical: ['critical', '极高', '极高风险', '重大'],
}
const WORDS = {
  mine: ['mine', 'my', '我的'],
  all: ['all', 'open', '全部', '所有'],
  closed: ['closed', '已关闭', '关闭'],
  overdue: ['overdue', 'late', '逾期', '过期'],
  unassessed: ['unassessed', '未评估'],
}
const KNOWN = new Set([...Object.values(WORDS), ...Object.values(LEVEL_WORDS)].flat())
