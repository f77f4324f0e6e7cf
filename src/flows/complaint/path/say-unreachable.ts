import { nearestLocale } from '../../../chat/locale.ts'
import type { Member } from '../../../database/types.ts'
import { audienceOf } from '../../../escalation/rules/audience.ts'
import { presentFacts } from '../../../escalation/store/facts.ts'
import type { Context } from '../../../flow.ts'
import { say } from '../../../outbox/say.ts'
import { memberById, membersByIds } from '../../../people/members.ts'
import { writeReference } from '../rules/reference.ts'
import { insidersOf } from '../sight.ts'
import type { Complaint } from '../store/complaints.ts'
import { noteCard } from './cards/note.ts'
import { peopleWords } from './messages/people.ts'

/** Under its card, unless it is confidential, and privately to the owner's manager or whoever stands in there. */
export async function sayOwnerUnreachable(ctx: Context, complaint: Complaint): Promise<void> {
  const { id, number, ownerId, channelId, confidential } = complaint
  const owner = await memberById(ctx.db, ctx.workspace.id, ownerId)
  if (!owner) return
  const reference = writeReference(number)
  const key = `complaint/${id}/unreachable/${ownerId}`
  const cardIn = (tag: string) => {
    const locale = nearestLocale(tag)
    const words = peopleWords[locale]
    const more = { tone: 'warning', hint: words.howToTake(reference), showId: id } as const
    return noteCard(locale, words.unreachable(reference, owner.name), more)
  }
  if (channelId && !confidential)
    await say(ctx, {
      key,
      to: { channel: channelId },
      card: cardIn(ctx.workspace.locale),
      thread: `complaint/${id}/card`,
      aside: true,
    })
  for (const manager of await managersNow(ctx, complaint))
    await say(ctx, { key: `${key}/${manager.id}`, to: { person: manager.id }, card: cardIn(manager.locale) })
}

/** Whoever may know of it. */
async function managersNow(ctx: Context, complaint: Complaint): Promise<Member[]> {
  const { ownerId, namedIds } = complaint
  const workspaceId = ctx.workspace.id
  const present = await presentFacts(ctx.db, { workspaceId, ownerId, now: ctx.now }, { steps: [] })
  const facts = { ...present, unreachable: new Set([ownerId]), excluded: new Set(namedIds) }
  const above = audienceOf({ tell: { to: 'manager' } }, facts)
  const { told } = above.told.length > 0 ? above : audienceOf({ tell: { to: 'admins' } }, facts)
  const ids = told.flatMap((one) => ('memberId' in one ? one.memberId : []))
  const members = await membersByIds(ctx.db, workspaceId, ids)
  const insiders = complaint.confidential ? await insidersOf(ctx.db, complaint, ctx.now) : null
  return members.filter(({ id }) => !insiders || insiders.has(id))
}
