import type { Context, Due } from '../../../flow.ts'
import { closeComplaint } from '../path/close.ts'
import { lockComplaint } from '../store/complaints.ts'

/** Seven days after the reply: any verdict would have closed or reopened it, so nobody has answered. */
export async function closeInSilence(ctx: Context, { subject }: Due): Promise<void> {
  const complaint = await lockComplaint(ctx.db, ctx.workspace.id, subject)
  if (complaint?.state === 'replied') await closeComplaint(ctx, complaint, 'no answer')
}
