import { progress } from '../../../escalation/acknowledge.ts'
import { setOwner } from '../../../escalation/owner.ts'
import { resolve } from '../../../escalation/resolve.ts'
import type { Asking, Context } from '../../../flow.ts'
import type { Complaint } from '../store/complaints.ts'
import { WORRIES, type Worry, walksAbout } from './store/escalations.ts'

type Acting = Context & Partial<Pick<Asking, 'actor'>>

/** Something was done for the customer: whoever has taken a walk about it is given time again. */
export async function progressWalks(ctx: Context, complaint: Complaint): Promise<void> {
  for (const which of await walksAbout(ctx.db, complaint, ['reply', 'unsatisfied'])) await progress(ctx, which)
}

/** What these walks are about is done, or there is nothing to do any more. */
export async function resolveWalks(
  ctx: Acting,
  complaint: Complaint,
  worries: readonly Worry[] = WORRIES,
): Promise<void> {
  for (const which of await walksAbout(ctx.db, complaint, worries)) await resolve(ctx, which, ctx.actor)
}

/** The steps to come mean the new owner's chain. */
export async function passWalks(ctx: Context, complaint: Complaint): Promise<void> {
  for (const which of await walksAbout(ctx.db, complaint, WORRIES)) await setOwner(ctx, which, complaint.ownerId)
}
