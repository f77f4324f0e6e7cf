import type { Temporal } from 'temporal-polyfill'
import { fromDateColumn, toDateColumn } from '../../../calendar/instant.ts'
import type { Member } from '../../../database/types.ts'
import type { Context } from '../../../flow.ts'
import { type Person, peopleAround, withBackups } from '../../../people/around.ts'
import { type Acceptance, acceptancesBy } from '../accept/store/acceptances.ts'
import { isNearEnd } from '../rules/acceptance.ts'
import { OVERDUE_AFTER, workingDaysLate } from '../rules/overdue.ts'
import { type Action, actionsBy } from '../store/actions.ts'
import { lockRisk, type Risk, risksBy } from '../store/risks.ts'
import { settingsOf } from '../store/settings.ts'

export type Due = { reviews: Risk[]; actions: Action[]; ending: Acceptance[] }

/** What is due of theirs by this day. */
export async function dueOf(ctx: Context, ownerId: string, today: Temporal.PlainDate): Promise<Due> {
  const { db, workspace } = ctx
  const by = { lte: toDateColumn(today) }
  const own = { workspaceId: workspace.id, ownerId }
  const held = { workspaceId: workspace.id, state: 'accepted', warnedAt: null }
  const ending = await acceptancesBy(db, { ...held, risk: { ownerId, state: { not: 'closed' } } })
  return {
    reviews: await risksBy(db, { ...own, state: { not: 'closed' }, nextReviewOn: by }),
    actions: await actionsBy(db, { ...own, state: 'open', dueOn: by }),
    ending: ending.filter(({ expiresOn }) => isNearEnd(expiresOn, today)),
  }
}

/** The same, of risks that nobody else changes until this transaction ends. */
export async function heldDueOf(ctx: Context, ownerId: string, today: Temporal.PlainDate): Promise<Due> {
  const seen = await dueOf(ctx, ownerId, today)
  for (const id of riskIdsOf(seen).toSorted()) await lockRisk(ctx.db, ctx.workspace.id, id)
  return dueOf(ctx, ownerId, today)
}

export const riskIdsOf = ({ reviews, actions, ending }: Due): string[] => [
  ...new Set([
    ...reviews.map(({ id }) => id),
    ...actions.map(({ riskId }) => riskId),
    ...ending.map((one) => one.riskId),
  ]),
]

export async function personOf(ctx: Context, { id }: Member): Promise<Person | null> {
  return (await peopleAround(ctx, await withBackups(ctx, [id]))).get(id) ?? null
}

/** Of what is due, what has been so for too long. */
export async function overdueOf(ctx: Context, owner: Member): Promise<Pick<Due, 'reviews' | 'actions'>> {
  const person = await personOf(ctx, owner)
  if (!person) return { reviews: [], actions: [] }
  const { holidays } = await settingsOf(ctx.db, ctx.workspace.id)
  const late = (on: Date | null) =>
    on ? workingDaysLate(fromDateColumn(on), person, { workingDays: owner.workingDays, holidays }) : 0
  const { reviews, actions } = await dueOf(ctx, owner.id, person.today)
  return {
    reviews: reviews.filter(({ nextReviewOn }) => late(nextReviewOn) >= OVERDUE_AFTER.review),
    actions: actions.filter(({ dueOn }) => late(dueOn) >= OVERDUE_AFTER.action),
  }
}
