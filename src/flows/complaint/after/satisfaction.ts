import type { Context } from '../../../flow.ts'
import type { Complaint } from '../store/complaints.ts'

/** The customer was replied to: a survey waits for the verdict, and the complaint closes by itself after seven days. */
export async function awaitVerdict(_ctx: Context, _complaint: Complaint): Promise<void> {}

/** Nobody waits for the customer's verdict any more. */
export async function forgetVerdict(_ctx: Context, _complaint: Complaint): Promise<void> {}
