import { occurrenceOn } from '../../../calendar/occurrences.ts'
import { nearestLocale } from '../../../chat/locale.ts'
import type { Context, Due } from '../../../flow.ts'
import { sayAll } from '../../../outbox/say.ts'
import { isColleague, membersByIds } from '../../../people/members.ts'
import { plan } from '../../../timers/plan.ts'
import { noteCard } from '../cards/note.ts'
import { type Cycle, cycleById, spanOf } from '../store/cycles.ts'
import { type Objective, objectivesBy } from '../store/objectives.ts'
import { settingsOf } from '../store/settings.ts'
import { reviewWords } from './messages/review.ts'
import { buttonFor } from './review.ts'

const MOST_BUTTONS = 8

/** The morning after the cycle's last day, by its own zone. */
export async function planReview(ctx: Context, cycle: Cycle): Promise<void> {
  const { time } = await settingsOf(ctx.db, ctx.workspace.id)
  const at = occurrenceOn(spanOf(cycle).endsOn.add({ days: 1 }), time, cycle.timeZone)
  await plan(ctx, { kind: 'okr.review-due', subject: cycle.id, at, about: cycle.name })
}

/** Each owner is told once which of their objectives wait for a review. */
export async function reviewOnTime(ctx: Context, { subject }: Due): Promise<void> {
  const cycle = await cycleById(ctx.db, ctx.workspace.id, subject)
  if (!cycle) return
  const where = { workspaceId: ctx.workspace.id, cycleId: cycle.id, archivedAt: null, review: null }
  const waiting = new Map<string, Objective[]>()
  for (const objective of await objectivesBy(ctx.db, where))
    waiting.set(objective.ownerId, [...(waiting.get(objective.ownerId) ?? []), objective])
  const owners = await membersByIds(ctx.db, ctx.workspace.id, [...waiting.keys()])
  const sayings = owners.filter(isColleague).map((owner) => {
    const locale = nearestLocale(owner.locale)
    const words = reviewWords[locale]
    const theirs = waiting.get(owner.id) ?? []
    const more = { title: words.dueTitle(cycle.name), buttons: theirs.slice(0, MOST_BUTTONS).map(buttonFor) }
    const card = noteCard(locale, words.dueText(theirs.length), more)
    return { key: `okr/review/${cycle.id}/${owner.id}`, to: { person: owner.id }, card }
  })
  await sayAll(ctx, sayings)
}
