import { fromDateColumn } from '../../../calendar/instant.ts'
import { sayDay } from '../../../calendar/say.ts'
import type { Card } from '../../../chat/card.ts'
import type { Locale } from '../../../chat/locale.ts'
import { noteCard } from '../../../chat/note-card.ts'
import type { Member } from '../../../database/types.ts'
import { frozenPolicy, openAll } from '../../../escalation/open.ts'
import { recard } from '../../../escalation/recard.ts'
import { resolve } from '../../../escalation/resolve.ts'
import type { Asking, Context } from '../../../flow.ts'
import { memberById } from '../../../people/members.ts'
import { actionName } from '../cards/action-line.ts'
import { gradeWords, riskName } from '../cards/lines.ts'
import { gradesOf, standingGrade } from '../rules/grade.ts'
import { settingsOf } from '../store/settings.ts'
import { type Due, overdueOf } from './due.ts'
import { roundWords } from './messages/round.ts'
import { RISK_POLICY } from './policy.ts'

type Settling = Context & Partial<Pick<Asking, 'actor'>>
type Overdue = Pick<Due, 'reviews' | 'actions'>
const MOST_SHOWN = 15
const overdueBy = (ownerId: string) => ({ flow: 'risk', subject: `overdue/${ownerId}` })

/** What stays overdue goes up from its owner: one walk for each of them, whatever it is about. */
export async function escalateOverdue(ctx: Context, owner: Member): Promise<void> {
  const overdue = await overdueOf(ctx, owner)
  if (isNothing(overdue)) return settle(ctx, owner.id)
  const { policyId } = await settingsOf(ctx.db, ctx.workspace.id)
  const policy = policyId ? await frozenPolicy(ctx, { policyId, begins: 'manager' }) : RISK_POLICY
  const card = (locale: Locale) => overdueCard(locale, owner, overdue)
  const about = { ...overdueBy(owner.id), about: roundWords.en.overdueAbout, ownerId: owner.id }
  await openAll(ctx, [{ ...about, policy, card }])
  await recard(ctx, overdueBy(owner.id), card)
}

/** Something of theirs may not be overdue any more: their walk shows what is left, and ends with the last of it. */
export async function settleOverdue(ctx: Settling, ownerIds: readonly string[]): Promise<void> {
  const subjects = ownerIds.map((id) => overdueBy(id).subject)
  const where = { workspaceId: ctx.workspace.id, flow: 'risk', subject: { in: subjects }, state: { not: 'resolved' } }
  const walks = await ctx.db.escalation.findMany({ where, select: { ownerId: true }, orderBy: { id: 'asc' } })
  for (const { ownerId } of walks) await settle(ctx, ownerId)
}

async function settle(ctx: Settling, ownerId: string): Promise<void> {
  const owner = await memberById(ctx.db, ctx.workspace.id, ownerId)
  const overdue = owner && owner.leftAt === null ? await overdueOf(ctx, owner) : null
  if (owner && overdue && !isNothing(overdue))
    await recard(ctx, overdueBy(ownerId), (locale) => overdueCard(locale, owner, overdue))
  else await resolve(ctx, overdueBy(ownerId), ctx.actor)
}

const isNothing = ({ reviews, actions }: Overdue): boolean => reviews.length + actions.length === 0

function overdueCard(locale: Locale, owner: Member, { reviews, actions }: Overdue): Card {
  const words = roundWords[locale]
  const on = (date: Date | null) => (date ? sayDay(fromDateColumn(date), locale) : '')
  const items = [
    ...reviews.map((risk) =>
      words.overdueReview(riskName(risk), gradeWords(locale, standingGrade(gradesOf(risk))), on(risk.nextReviewOn)),
    ),
    ...actions.map((action) => words.overdueAction(actionName(action), on(action.dueOn))),
  ]
  const left = items.length - MOST_SHOWN
  return noteCard(locale, words.overdueText(items.length), {
    ...{ tone: 'warning', title: words.overdueTitle(owner.name) },
    blocks: [{ kind: 'list', items: items.slice(0, MOST_SHOWN) }],
    hints: [...(left > 0 ? [words.more(left)] : []), words.overdueNext],
  })
}
