import { LEVELS, type Level, levelNames } from '../../alerts/rules/levels.ts'
import type { Prisma } from '../../generated/client.ts'

export type Filters = { who: 'mine' | 'all'; severity: Level | null; isOver: boolean; isMuted: boolean }

const WORDS = {
  mine: ['mine', 'my', '我的'],
  over: ['over', 'closed', 'resolved', '已结束', '历史'],
  muted: ['muted', '静音'],
}

/** `mine critical`, `over`, in either language; without a word all that are open. */
export function readFilters(typed: string): Filters {
  const words = typed.normalize('NFKC').toLowerCase().split(/\s+/u)
  const isTyped = (known: readonly string[]) => words.some((word) => known.includes(word))
  return {
    who: isTyped(WORDS.mine) ? 'mine' : 'all',
    severity: LEVELS.find((level) => isTyped([level, levelNames[level]['zh-CN']])) ?? null,
    isOver: isTyped(WORDS.over),
    isMuted: isTyped(WORDS.muted),
  }
}

/** Which alerts these words mean to this member. */
export const whereFor = (
  { who, severity, isOver, isMuted }: Filters,
  { workspaceId, memberId }: { workspaceId: string; memberId: string },
): Prisma.AlertWhereInput => ({
  workspaceId,
  state: isOver ? 'resolved' : { not: 'resolved' },
  ...(who === 'mine' && { OR: [{ ownerId: memberId }, { holderId: memberId }] }),
  ...(severity && { severity }),
  ...(isMuted && { mutedUntil: { not: null } }),
})
