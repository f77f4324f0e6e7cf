import { record } from '../../audit/record.ts'
import type { Asking, Context } from '../../flow.ts'
import type { Complaint } from './store/complaints.ts'
import { addEntry, type Told } from './store/entries.ts'
import { publish, redraw } from './views/publish.ts'

/**
 * Something happened to this complaint: it goes into its story and the audit trail, under its card, and the card shows
 * it. The audit trail gets the detail, and never what people wrote or who the customer is.
 */
export async function tell(
  ctx: Context & Partial<Pick<Asking, 'actor'>>,
  complaint: Complaint,
  told: Told,
): Promise<void> {
  const entry = await addEntry(ctx, complaint, { ...told, byId: ctx.actor?.id ?? null })
  const { kind, detail = {} } = told
  await record(ctx, { action: `complaint.${kind}`, subject: `complaint:${complaint.id}`, detail })
  // The card first: what happened stands under it.
  await redraw(ctx, complaint)
  await publish(ctx, complaint, entry)
}
