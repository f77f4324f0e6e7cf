import type { Context } from '../../../flow.ts'
import { cancel, plan } from '../../../timers/plan.ts'
import { writeReference } from '../rules/reference.ts'
import type { Complaint } from '../store/complaints.ts'
import { invite } from './invite.ts'
import { SILENCE_DAYS } from './rules.ts'
import { ensureSurvey } from './store.ts'

const CLOSING = 'complaint.close'

/** The customer was replied to: a survey waits for the verdict, and the complaint closes by itself after seven days. */
export async function awaitVerdict(ctx: Context, complaint: Complaint): Promise<void> {
  const { id, number } = complaint
  const survey = await ensureSurvey(ctx, complaint)
  const at = ctx.now.add({ hours: SILENCE_DAYS * 24 })
  await plan(ctx, { kind: CLOSING, subject: id, at, about: writeReference(number) })
  await invite(ctx, complaint, survey)
}

/** Nobody waits for the customer's verdict any more; a link that is out there still says so, or thanks. */
export const forgetVerdict = (ctx: Context, { id }: Complaint): Promise<void> => cancel(ctx, CLOSING, id)
