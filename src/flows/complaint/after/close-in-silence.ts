import type { Context, Due } from '../../../flow.ts'
import { closeComplaint } from '../path/close.ts'
import { type Complaint, lockComplaint } from '../store/complaints.ts'
import { SILENCE_DAYS } from './rules.ts'

/** Seven days after the reply: any verdict would have closed or reopened it, so nobody has answered to the last one. */
export async function closeInSilence(ctx: Context, { subject }: Due): Promise<void> {
  const complaint = await lockComplaint(ctx.db, ctx.workspace.id, subject)
  if (complaint?.state === 'replied' && isSilenceOver(ctx, complaint)) await closeComplaint(ctx, complaint, 'no answer')
}

/** A timer that was under way while it was replied to once more is too early. */
const isSilenceOver = ({ now }: Context, { repliedAt }: Complaint): boolean =>
  repliedAt !== null && now.epochMilliseconds - repliedAt.getTime() >= SILENCE_DAYS * 24 * 3_600_000
