import { nearestLocale } from '../../../chat/locale.ts'
import type { Asking, Context } from '../../../flow.ts'
import { say } from '../../../outbox/say.ts'
import { memberById } from '../../../people/members.ts'
import { writeReference } from '../rules/reference.ts'
import type { Complaint } from '../store/complaints.ts'
import { noteCard } from './cards/note.ts'
import { peopleWords } from './messages/people.ts'

/** A new owner gets the card of it; one who had it before has that card already and gets a word. */
export async function tellNewOwner(ctx: Context & Partial<Pick<Asking, 'actor'>>, complaint: Complaint): Promise<void> {
  const { id, ownerId, number, version } = complaint
  const owner = await memberById(ctx.db, ctx.workspace.id, ownerId)
  if (!owner || owner.id === ctx.actor?.id || !(await hadItBefore(ctx, complaint))) return

  const locale = nearestLocale(owner.locale)
  const reference = writeReference(number)
  const card = noteCard(locale, peopleWords[locale].yoursAgain(reference), { showId: id })
  await say(ctx, { key: `complaint/${id}/again/${version}`, to: { person: owner.id }, card })
}

async function hadItBefore({ db }: Context, { id, ownerId }: Complaint): Promise<boolean> {
  const earlier = await db.complaintEntry.findMany({ where: { complaintId: id, kind: 'assigned' } })
  return earlier.some(({ detail }) => (detail as { from?: string }).from === ownerId)
}
