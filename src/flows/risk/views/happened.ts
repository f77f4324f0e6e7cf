import { fromDateColumn } from '../../../calendar/instant.ts'
import { sayDate } from '../../../calendar/say.ts'
import type { Asking } from '../../../flow.ts'
import { acceptancesBy } from '../accept/store/acceptances.ts'
import { actionName } from '../cards/action-line.ts'
import { actionsBy } from '../store/actions.ts'
import type { Risk } from '../store/risks.ts'
import { happenedWords } from './messages/happened.ts'

/** Something that happened to a risk, in words. */
export type Event = { at: Date; byId: string | null; what: string; why: string | null }

/** Its reviews, its acceptances and its actions. */
export async function happened(ctx: Asking, { id }: Pick<Risk, 'id'>): Promise<Event[]> {
  return [...(await reviewed(ctx, id)), ...(await accepted(ctx, id)), ...(await acted(ctx, id))]
}

async function reviewed({ db, locale }: Asking, riskId: string): Promise<Event[]> {
  const words = happenedWords[locale]
  const reviews = await db.riskReview.findMany({ where: { riskId } })
  return reviews.map(({ at, byId, note, nextOn }) => {
    const what = nextOn ? words.reviewed(sayDate(fromDateColumn(nextOn), locale)) : words.reviewedLast
    return { at, byId, what, why: note }
  })
}

async function accepted({ db, locale }: Asking, riskId: string): Promise<Event[]> {
  const words = happenedWords[locale]
  return (await acceptancesBy(db, { riskId })).flatMap((one): Event[] => {
    const what = words.proposed(sayDate(one.expiresOn, locale))
    const proposed = { at: one.proposedAt, byId: one.proposedById, what, why: one.reason }
    const decided = one.state === 'declined' ? words.declined : words.accepted
    return [
      proposed,
      ...(one.decidedAt ? [{ at: one.decidedAt, byId: one.decidedById, what: decided, why: one.decision }] : []),
      ...(one.state === 'expired' && one.endedAt
        ? [{ at: one.endedAt, byId: null, what: words.expired, why: null }]
        : []),
    ]
  })
}

async function acted({ db, locale }: Asking, riskId: string): Promise<Event[]> {
  const words = happenedWords[locale]
  return (await actionsBy(db, { riskId })).flatMap((action): Event[] => {
    const name = actionName(action)
    const added = { at: action.createdAt, byId: action.createdById, what: words.added(name), why: null }
    if (action.state === 'open' || !action.endedAt) return [added]
    return [added, { at: action.endedAt, byId: action.endedById, what: words[action.state](name), why: action.outcome }]
  })
}
