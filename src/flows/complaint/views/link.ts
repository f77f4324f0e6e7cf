import { toDate } from '../../../calendar/instant.ts'
import { UserError } from '../../../errors.ts'
import { type Asking, type Reply, show } from '../../../flow.ts'
import { writeReference } from '../rules/reference.ts'
import { type Complaint, lockComplaint } from '../store/complaints.ts'
import { tell } from '../story.ts'
import { type Rest, visibleByReference, withReference } from '../which.ts'
import { instead } from './cards/complaint-card.ts'
import { deedWords } from './messages/deeds.ts'
import { addLink } from './store/relatives.ts'

/** `/complaint link C-12 C-9`: both have to do with each other, and both say so. */
export const linkByCommand = withReference(linkComplaints)

async function linkComplaints(ctx: Asking, complaint: Complaint, { words: typed }: Rest): Promise<Reply> {
  const words = deedWords[ctx.locale]
  const reference = writeReference(complaint.number)
  const named = typed.at(-1)
  if (!named) throw new UserError(words.linkWith(reference))
  const other = await visibleByReference(ctx, named)
  if (other.id === complaint.id) throw new UserError(words.linkSelf)

  await lockComplaint(ctx.db, ctx.workspace.id, other.id)
  const isNew = await addLink(ctx.db, [complaint.id, other.id], { at: toDate(ctx.now), byId: ctx.actor.id })
  const names = [reference, writeReference(other.number)] as const
  if (!isNew) return show(instead(ctx.locale, words.linkedAlready(...names)))

  await tellOf(ctx, complaint, other)
  await tellOf(ctx, other, complaint)
  return show(instead(ctx.locale, words.linked(...names)))
}

/** What everybody may see does not speak of what is confidential. */
async function tellOf(ctx: Asking, complaint: Complaint, other: Complaint): Promise<void> {
  if (other.confidential && !complaint.confidential) return
  await tell(ctx, complaint, { kind: 'linked', detail: { complaintId: other.id } })
}
