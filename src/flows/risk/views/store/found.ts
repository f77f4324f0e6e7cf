import type { Temporal } from 'temporal-polyfill'
import { toDateColumn } from '../../../../calendar/instant.ts'
import type { Reader } from '../../../../flow.ts'
import type { Prisma } from '../../../../generated/client.ts'
import { scoresOf } from '../../rules/grade.ts'
import { readReference } from '../../rules/reference.ts'
import { type Risk, risksBy } from '../../store/risks.ts'
import type { Filters } from '../filters.ts'

export type Wanted = { filters: Filters; categoryIds: readonly string[] | null; today: Temporal.PlainDate }

/** One page, the highest first and what nobody has assessed last, and how many there are. */
export async function risksFound(
  ctx: Reader,
  wanted: Wanted,
  { at, size }: { at: number; size: number },
): Promise<{ risks: Risk[]; count: number }> {
  const where = whereOf(ctx, wanted)
  const orderBy: Prisma.RiskOrderByWithRelationInput[] = [{ score: { sort: 'desc', nulls: 'last' } }, { number: 'asc' }]
  const risks = await risksBy(ctx.db, where, { orderBy, skip: at * size, take: size })
  return { risks, count: await ctx.db.risk.count({ where }) }
}

/** All of them, by their numbers. */
export const everyRisk = (ctx: Reader, wanted: Wanted): Promise<Risk[]> => risksBy(ctx.db, whereOf(ctx, wanted))

function whereOf({ workspace, actor }: Reader, { filters, categoryIds, today }: Wanted): Prisma.RiskWhereInput {
  const { isMine, ownerIds, levels, line, isClosed, isOverdue, isUnassessed, text } = filters
  const owners = [...ownerIds, ...(isMine && actor ? [actor.id] : [])]
  const before = { lt: toDateColumn(today) }
  const late = { OR: [{ nextReviewOn: before }, { actions: { some: { state: 'open', dueOn: before } } }] }
  return {
    workspaceId: workspace.id,
    state: isClosed ? 'closed' : { not: 'closed' },
    ...(owners.length > 0 && { ownerId: { in: owners } }),
    ...(categoryIds && { categoryId: { in: [...categoryIds] } }),
    ...(line && { line }),
    ...(isUnassessed && { score: null }),
    AND: [
      ...(levels.length > 0 ? [{ OR: levels.map((level) => ({ score: scoresOf(level) })) }] : []),
      ...(isOverdue ? [late] : []),
      ...(text ? [{ OR: matching(text) }] : []),
    ],
  }
}

function matching(text: string): Prisma.RiskWhereInput[] {
  const contains = { contains: text, mode: 'insensitive' as const }
  const reference = readReference(text)
  return [
    ...(['title', 'description', 'cause', 'event', 'consequence'] as const).map((field) => ({ [field]: contains })),
    ...(reference?.kind === 'risk' ? [{ number: reference.number }] : []),
  ]
}
