import { type Asking, type Reply, show } from '../../../flow.ts'
import type { Complaint } from '../store/complaints.ts'
import { doneCard } from './cards/done.ts'
import { noteCard } from './cards/note.ts'
import { mayManage } from './permissions.ts'
import { approvalOf } from './store/proposals.ts'

/** Tells whoever did it that it is done, with the next steps to press where they may do them. */
export async function done(ctx: Asking, complaint: Complaint, sentence: string, hint?: string): Promise<Reply> {
  if (!(await mayManage(ctx, complaint))) return show(noteCard(ctx.locale, sentence, { showId: complaint.id }))
  const approval = await approvalOf(ctx.db, complaint)
  return show(doneCard(ctx.locale, complaint, { sentence, hint, approval }))
}

/** In the place of the private card whose button was pressed. */
export const inPlace = (reply: Reply): Reply => (reply.kind === 'card' ? { ...reply, replaces: true } : reply)
