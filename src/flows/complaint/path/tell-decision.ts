import { nearestLocale } from '../../../chat/locale.ts'
import type { Asking } from '../../../flow.ts'
import { say } from '../../../outbox/say.ts'
import { memberById } from '../../../people/members.ts'
import { writeReference } from '../rules/reference.ts'
import type { Complaint } from '../store/complaints.ts'
import { stepButton } from './cards/done.ts'
import { noteCard } from './cards/note.ts'
import { approvalWords } from './messages/approval.ts'
import type { Proposal } from './store/proposals.ts'

/** The owner hears what became of the proposal, and what to do next. */
export async function tellDecision(ctx: Asking, complaint: Complaint, proposal: Proposal): Promise<void> {
  const owner = await memberById(ctx.db, ctx.workspace.id, complaint.ownerId)
  if (!owner) return
  const locale = nearestLocale(owner.locale)
  const words = approvalWords[locale]
  const isApproved = proposal.state === 'approved'
  const sentence = words[isApproved ? 'ownerApproved' : 'ownerRejected'](
    ctx.actor.name,
    writeReference(complaint.number),
  )
  const card = noteCard(locale, sentence, {
    tone: isApproved ? 'good' : 'warning',
    blocks: proposal.reason ? [{ kind: 'text', style: 'quote', text: proposal.reason }] : [],
    buttons: [stepButton(locale, isApproved ? 'reply' : 'investigate', complaint)],
    showId: complaint.id,
  })
  await say(ctx, { key: `complaint/${complaint.id}/decided/${proposal.id}`, to: { person: owner.id }, card })
}
